import type { Tx } from '../query.ts'

// A table's parts, each as one line under its name, in the order they are read: what it holds, what holds it together,
// who may do what to it, and which rows.

type Part = { table: string; line: string }

const ours = `n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely%'`

const columns = `
  select c.relname as table, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end,
      case when a.attidentity <> '' then 'identity' end,
      'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
  where ${ours} and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

const constraints = `
  select c.relname as table, pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and k.contype in ('p', 'u', 'f', 'c', 'x')
  order by c.relname, position(k.contype::text in 'pufcx'), 2`

const indexes = `
  select c.relname as table, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON public\\.\\w+ USING', '') as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname, 2`

const triggers = `
  select c.relname as table, replace(pg_get_triggerdef(t.oid), ' ON public.' || c.relname, '') as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and not t.tgisinternal
  order by c.relname, 2`

const rowSecurity = `
  select c.relname as table, case when c.relrowsecurity and c.relforcerowsecurity then 'ROW SECURITY FORCED'
      else 'WITHOUT FORCED ROW SECURITY' end as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours} order by c.relname`

const grants = `
  with held as (
    select c.relname as table, acl.grantee, acl.privilege_type as may, null::text as col, 0 as at
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
    where ${ours} and acl.grantee <> c.relowner
    union all
    select c.relname, acl.grantee, acl.privilege_type, a.attname, a.attnum
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) acl
    where ${ours} and acl.grantee <> c.relowner),
  said as (
    select held.table, grantee, lower(may) || coalesce(' (' || string_agg(col, ', ' order by at) || ')', '') as may
    from held group by held.table, grantee, held.may)
  select said.table, format('GRANT TO %s: %s', case grantee when 0 then 'everybody' else pg_get_userbyid(grantee)::text end,
      string_agg(may, ', ' order by position(left(may, 3) in 'selinsupddel'), may)) as line
  from said group by said.table, grantee order by said.table, 2`

const policies = `
  select c.relname as table, concat_ws(' ', 'POLICY', p.polname, 'FOR', case p.polcmd when '*' then 'all'
      when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end,
      'TO', (select string_agg(case r when 0 then 'everybody' else pg_get_userbyid(r)::text end, ', ' order by 1) from unnest(p.polroles) r),
      case when not p.polpermissive then 'RESTRICTIVE' end,
      E'\\n    USING ' || pg_get_expr(p.polqual, p.polrelid),
      E'\\n    CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid)) as line
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} order by c.relname, p.polname`

const kinds = [columns, constraints, indexes, triggers, rowSecurity, grants, policies]

/** Every table of ours by name, its parts under it, as lines. */
export async function listParts(client: Tx): Promise<string[]> {
  const parts: Part[] = []
  for (const kind of kinds) parts.push(...(await client.query<Part>(kind)).rows)
  const tables = [...new Set(parts.map(part => part.table))].sort()
  return tables.flatMap(table => [`TABLE ${table}`, ...linesOf(table, parts), ''])
}

const linesOf = (table: string, parts: readonly Part[]) =>
  parts.filter(part => part.table === table).map(({ line }) => `  ${onOneLine(line)}`)

// Expressions come back on many lines with deep indentation; only the breaks before USING and CHECK are ours.
const onOneLine = (line: string) =>
  line
    .split(/\n(?= {4}(?:USING|CHECK) )/)
    .map(piece => piece.replaceAll(/\s+/g, ' ').trim())
    .join('\n    ')
