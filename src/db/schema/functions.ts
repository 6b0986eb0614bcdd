import type { Tx } from '../query.ts'

type Row = { signature: string; traits: string; callers: string | null; body: string }

const functions = `
  select format('FUNCTION app.%s(%s) RETURNS %s', p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) as signature,
    concat_ws(', ', l.lanname, case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when p.prosecdef then 'SECURITY DEFINER' end, array_to_string(p.proconfig, ', ')) as traits,
    (select string_agg(case acl.grantee when 0 then 'everybody' else pg_get_userbyid(acl.grantee)::text end, ', ' order by pg_get_userbyid(acl.grantee))
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl where acl.grantee <> p.proowner) as callers,
    p.prosrc as body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where n.nspname = 'app' order by p.proname, 1`

/** Every function of ours: its signature, whose rights it runs with, who may call it, and its body, as lines. */
export async function listFunctions(client: Tx): Promise<string[]> {
  const { rows } = await client.query<Row>(functions)
  return rows.flatMap(({ signature, traits, callers, body }) => [
    signature,
    `  ${traits}`,
    `  EXECUTE BY ${callers ?? 'the owner alone'}`,
    ...body
      .trim()
      .split('\n')
      .map(line => `    ${line.trimEnd()}`),
    '',
  ])
}
