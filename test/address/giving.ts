import { transaction } from '../../src/db/database.ts'
import { queueEmpty } from '../walls/door.ts'
import { proofOf } from '../walls/proof.ts'
import type { House } from '../world/house.ts'
import type { Known, World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'

// Another address for somebody, as a file that is put in place gives it; the file's own way in has its tests in test/intake.

type Housed = Pick<World, 'superuser' | 'organisation' | 'deps'>
type Who = Pick<Known, 'person'>

/** Puts in place what a file says of one person's address, as the administrator who reads it in. */
export async function give(world: Housed, office: Visitor, { person }: Who, address: string) {
  const { superuser, organisation, deps } = world
  const file = crypto.randomUUID()
  await superuser.query(
    `insert into intake_row (organisation_id, intake_id, no, line, number, name, address, unit, seated, title, starts_on, start_said,
        first, known, person_id, post_id)
      select $1, $2, 0, 2, number, name, $4, 0, true, '', '2020-01-01', false, true, true, id, gen_random_uuid() from person where id = $3`,
    [organisation, file, person, address],
  )
  await transaction(deps.db.office, proofOf(office), async tx => {
    await tx.query('select app.hold_addresses()')
    await tx.query('select app.place_addresses($1)', [file])
  })
}

/** What codes and letters go to. */
export async function addressOf({ superuser }: World, { person }: Who) {
  return (await superuser.query('select address from person where id = $1', [person])).rows[0].address
}

/** What has come of each change of somebody's address, the first asked for first. */
export async function outcomes({ superuser }: World, { person }: Who) {
  const { rows } = await superuser.query(
    `select coalesce(outcome, 'waits') as is from address_change where person_id = $1 order by asked_at`,
    [person],
  )
  return rows.map(row => row.is)
}

/** Asks for a code at an address; nothing when none is sent. */
export async function codeAt(world: House, visitor: Visitor, path: string, address: string) {
  const before = world.terminal.lines.length
  await visitor.post(path, { address })
  await queueEmpty(world)
  const line = world.terminal.lines.slice(before).find(said => said.startsWith(`Kode til ${address}: `))
  return line?.split(': ')[1]
}

export const newBrowser = (world: House): Visitor => createVisitor(world)
