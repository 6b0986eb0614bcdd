import { sql } from 'kysely'
import type { LocalDate } from '../domain/day.ts'
import type { HeldRole } from '../domain/role-end.ts'
import { get, list, type Tx } from './query.ts'

/** Every duty of the organisation that has not ended; none for whoever does not administer it. */
export async function listHeldRoles(tx: Tx): Promise<HeldRole[]> {
  return list(
    tx,
    sql<HeldRole>`select id, person, unit, duty, starts_on as "startsOn", ends_on as "endsOn", mine from app.roles()`,
  )
}

/** False where nobody would administer the organisation any more. */
export async function setRoleEnd(tx: Tx, id: string, endsOn: LocalDate | null): Promise<boolean> {
  const ended = sql<{ done: boolean }>`select app.end_role(${id}::uuid, ${endsOn}::date) as done`
  return (await get(tx, ended)).done
}
