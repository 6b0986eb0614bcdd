import type { Tx } from '../query.ts'

type Line = { line: string }

const roles = `
  select concat_ws(' ', 'ROLE', r.rolname, case when r.rolcanlogin then 'login' end, case when r.rolsuper then 'SUPERUSER' end,
    case when r.rolbypassrls then 'BYPASSRLS' end, case when r.rolcreaterole then 'createrole' end,
    case when r.rolcreatedb then 'createdb' end, case when r.rolreplication then 'REPLICATION' end,
    'MEMBER OF ' || (select string_agg(g.rolname, ', ' order by g.rolname) from pg_auth_members m
      join pg_roles g on g.oid = m.roleid where m.member = r.oid)) as line
  from pg_roles r where r.rolname like current_database() || '\\_%' and r.rolname <> (
    select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'app') order by 1`

const schemas = `
  select format('SCHEMA %s: %s', n.nspname, (select string_agg(grantee || ' ' || mays, ', ' order by grantee) from (
      select case acl.grantee when 0 then 'everybody' else pg_get_userbyid(acl.grantee)::text end as grantee,
        string_agg(lower(acl.privilege_type), '+' order by acl.privilege_type) as mays
      from aclexplode(n.nspacl) acl
      where acl.grantee not in (n.nspowner, (select nspowner from pg_namespace where nspname = 'app')) group by 1) each)) as line
  from pg_namespace n where n.nspname in ('app', 'public', 'graphile_worker')
  union all
  select format('DATABASE: %s', string_agg(grantee || ' ' || mays, ', ' order by grantee)) from (
    select case acl.grantee when 0 then 'everybody' else pg_get_userbyid(acl.grantee)::text end as grantee,
      string_agg(lower(acl.privilege_type), '+' order by acl.privilege_type) as mays
    from pg_database d, aclexplode(d.datacl) acl
    where d.datname = current_database() and acl.grantee <> d.datdba group by 1) each
  order by 1`

const queue = `
  select format('QUEUE graphile_worker: %s policies', count(*)) as line from pg_policies where schemaname = 'graphile_worker'
  union all
  select format('  %s: %s', g.table_name, string_agg(lower(g.privilege_type), ', ' order by g.privilege_type))
    from information_schema.table_privileges g
    where g.table_schema = 'graphile_worker' and g.grantee = current_database() || '_jobs' group by g.table_name
  union all
  select format('  %s: %s', c.relname, replace(pg_get_triggerdef(t.oid), ' ON graphile_worker.' || c.relname, ''))
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_proc p on p.oid = t.tgfoid join pg_namespace f on f.oid = p.pronamespace
    where n.nspname = 'graphile_worker' and f.nspname = 'app' and not t.tgisinternal`

/** The small roles with what they may at all, who may enter which schema, and what we opened in the queue. */
export async function describeAccess(client: Tx): Promise<Record<'roles' | 'schemas' | 'queue', string[]>> {
  const lines = async (text: string) => (await client.query<Line>(text)).rows.map(row => row.line)
  return { roles: await lines(roles), schemas: await lines(schemas), queue: await lines(queue) }
}
