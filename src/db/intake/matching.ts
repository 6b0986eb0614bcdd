import type { Tx } from '../query.ts'
import { here, type IntakeKey, ofFile } from './staging.ts'

// Which of the file's units, people and posts are here already. A unit is its name, a person their number. A post is a
// person's in a unit: first the one of the same title and start, then the open one of the same title, then any open one,
// whose title has then changed. What is found takes the id it has; the rest keep the new one they were staged with.

/** Gives whether anybody of the file is here already. The transaction plans for many rows ({@link planForMany}). */
export async function matchStaged(tx: Tx, { organisation, id }: IntakeKey): Promise<boolean> {
  const key = [organisation, id]
  await tx.query(matchUnits, key)
  const known = (await tx.query(matchPeople, key)).rowCount ?? 0
  let placed = 0
  for (const pass of passes) {
    if (placed < known) placed += (await tx.query(matchPosts(pass), key)).rowCount ?? 0
  }
  return known > 0
}

const matchUnits = `update intake_unit s set unit_id = u.id, known = true from unit u
  where ${ofFile('s')} and u.organisation_id = $1
    and lower(u.name collate "da-x-icu") = lower(s.name collate "da-x-icu")`

const matchPeople = `update intake_row s set person_id = p.id, known = true from person p
  where ${ofFile('s')} and p.organisation_id = $1 and p.number = s.number`

type Pass = { same: readonly string[]; open: boolean; said: boolean }

const passes: readonly Pass[] = [
  { same: ['title', 'starts_on'], open: false, said: true },
  { same: ['title'], open: true, said: false },
  { same: [], open: true, said: false },
]

/** Pairs the nth with the nth among those that are the same. */
function matchPosts({ same, open, said }: Pass): string {
  const alike = ['person_id', 'unit_id', ...same].join(', ')
  return `with wanted as (
      select w.*, row_number() over (partition by ${alike} order by starts_on, no) as nth from (
        select s.no, s.person_id, u.unit_id, s.title, s.starts_on from intake_row s
        join intake_unit u on (u.organisation_id, u.intake_id, u.no) = (s.organisation_id, s.intake_id, s.unit)
        where ${ofFile('s')} and s.known and s.seated and not s.placed
          ${said ? 'and s.start_said' : ''}) w),
    free as (
      select o.id, o.person_id, o.unit_id, o.title, o.starts_on,
        row_number() over (partition by ${alike} order by o.starts_on, o.id) as nth
      from post o where o.organisation_id = $1 ${open ? `and ${here('o')}` : ''}
        and not exists (select from intake_row t where ${ofFile('t')} and t.placed and t.post_id = o.id))
    update intake_row s set post_id = f.id, placed = true from wanted w join free f using (${alike}, nth)
    where ${ofFile('s')} and s.no = w.no`
}
