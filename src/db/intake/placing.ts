import type { LocalDate } from '../../domain/day.ts'
import type { Tx } from '../query.ts'
import { missingDuties, missingPosts } from './missing.ts'
import { here, type IntakeKey, ofFile, planForMany } from './staging.ts'

// Puts a file in place, in one transaction of the office: a statement for each kind of thing. Nothing is deleted, and no
// party of a conversation is touched: who holds a talk from now on is one thing, who holds one that is under way another.

/** What somebody has ticked of what is here and not in the file: it ends on this day. */
export type Ending = { on: LocalDate; all: boolean; ids: readonly string[] }

/**
 * Gives how many posts and duties got an end. `known`: whether the file tells of anybody who is here already. `step` is told
 * before each statement, by its place among `steps`. The caller holds the organisation's intakes.
 */
export async function placeStaged(
  tx: Tx,
  { organisation, id }: IntakeKey,
  { known, ending }: { known: boolean; ending: Ending },
  step: (done: number, of: number) => void,
): Promise<number> {
  await planForMany(tx)
  const key = [organisation, id]
  const ended = [organisation, id, ending.on, ending.all, [...ending.ids]]
  const isEnding = ending.all || ending.ids.length > 0
  const steps = [
    ...(isEnding ? endings.map(text => ({ text, values: ended })) : []),
    ...placings.filter(each => (each.ofKnown ?? known) === known).map(({ text }) => ({ text, values: key })),
  ]
  let endedInAll = 0
  for (const [done, { text, values }] of steps.entries()) {
    step(done, steps.length)
    const { rowCount } = await tx.query(text, values)
    if (values === ended) endedInAll += rowCount ?? 0
  }
  return endedInAll
}

/** When they are in place: the pages that follow are planned for as many as there are now. */
export async function weighPlaced(tx: Tx): Promise<void> {
  await tx.query('select app.weigh_people()')
}

// Before anything of the file is here: what is missing is what was here already.
const endings = [
  `with gone as (${missingPosts}), ended as (
      update post o set ends_on = greatest(o.starts_on, $3::date) from gone
      where o.organisation_id = $1 and o.id = gone.id and ($4 or o.id = any ($5::uuid[]))
        and (o.ends_on is null or o.ends_on > $3::date) returning o.id), parted as (
    update hosting h set ends_on = greatest(h.starts_on, $3::date)
    where h.organisation_id = $1 and (h.ends_on is null or h.ends_on > $3::date)
      and (h.participant_post_id in (select id from ended) or h.host_post_id in (select id from ended)))
    select id from ended`,
  `update duty d set ends_on = greatest(d.starts_on, $3::date) from (${missingDuties}) gone
    where d.organisation_id = $1 and d.id = gone.id and ($4 or d.id = any ($5::uuid[]))
      and (d.ends_on is null or d.ends_on > $3::date)`,
]

// First: whoever answers about their address meanwhile waits for this file, and nobody waits for each other.
const heldAddresses = `select app.hold_addresses() from (select $1::uuid, $2::uuid) this`

/** Where codes go is not the office's to write: the function knows what counts at once and what waits (0017). */
const changedAddresses = `select app.place_addresses(this.file) from (select $1::uuid as house, $2::uuid as file) this`

const newUnits = `insert into unit (organisation_id, id, parent_id, name)
  select $1, s.unit_id, p.unit_id, s.name from intake_unit s
  left join intake_unit p on ${ofFile('p')} and p.no = s.parent where ${ofFile('s')} and not s.known`

// A unit whose rows name none above it says nothing of where it stands.
const movedUnits = `update unit u set parent_id = p.unit_id from intake_unit s join intake_unit p on ${ofFile('p')} and p.no = s.parent
  where ${ofFile('s')} and s.known and u.organisation_id = $1 and u.id = s.unit_id and u.parent_id is distinct from p.unit_id`

const newPeople = `insert into person (organisation_id, id, number, name, address, language)
  select $1, s.person_id, s.number, s.name, s.address,
    coalesce(s.language, (select o.language from organisation o where o.organisation_id = $1))
  from intake_row s where ${ofFile('s')} and s.first and not s.known`

const renamedPeople = `update person p set name = s.name from intake_row s
  where ${ofFile('s')} and s.first and s.known and p.organisation_id = $1 and p.id = s.person_id and p.name <> s.name`

const newPosts = `insert into post (organisation_id, id, person_id, unit_id, title, team, staff_group, starts_on, ends_on)
  select $1, s.post_id, s.person_id, u.unit_id, s.title, s.team, s.staff_group, s.starts_on, s.ends_on
  from intake_row s join intake_unit u on ${ofFile('u')} and u.no = s.unit
  where ${ofFile('s')} and s.seated and not s.placed`

/** An empty cell takes nothing away: not an end that somebody has set, nor a team the file knows nothing of. */
export const isChanged = `(o.title <> s.title or o.team is distinct from coalesce(s.team, o.team)
  or o.staff_group is distinct from coalesce(s.staff_group, o.staff_group) or s.start_said and o.starts_on <> s.starts_on
  or o.ends_on is distinct from coalesce(s.ends_on, o.ends_on))`

const changedPosts = `update post o set title = n.title, team = n.team, staff_group = n.staff_group, starts_on = n.starts_on,
    ends_on = case when n.ends_on < n.starts_on then n.starts_on else n.ends_on end
  from (select o.id, s.title, coalesce(s.team, o.team) as team, coalesce(s.staff_group, o.staff_group) as staff_group,
      case when s.start_said then s.starts_on else o.starts_on end as starts_on, coalesce(s.ends_on, o.ends_on) as ends_on
    from intake_row s join post o on o.organisation_id = $1 and o.id = s.post_id
    where ${ofFile('s')} and s.placed and ${isChanged}) n
  where o.organisation_id = $1 and o.id = n.id`

/** The duties the file gives, and those it has already. */
const wantedDuties = `select s.no, s.name, s.person_id, s.known, s.starts_on, s.ends_on, d.duty,
    case when d.duty in ('administrator', 'hr') then null else u.unit_id end as unit_id
  from intake_row s join intake_unit u on ${ofFile('u')} and u.no = s.unit, unnest(string_to_array(s.duties, ',')) as d(duty)
  where ${ofFile('s')} and s.duties is not null`

export const newDutiesOf = `select distinct on (w.person_id, w.unit_id, w.duty) w.* from (${wantedDuties}) w
  where not exists (select from duty e where e.organisation_id = $1 and e.person_id = w.person_id and e.duty = w.duty
    and e.unit_id is not distinct from w.unit_id and ${here('e')})
    and (w.ends_on is null or w.ends_on > app.today() or not w.known)`

const newDuties = `insert into duty (organisation_id, id, person_id, unit_id, duty, starts_on, ends_on)
  select $1, gen_random_uuid(), n.person_id, n.unit_id, n.duty,
    case when n.known then greatest(n.starts_on, app.today()) else n.starts_on end, n.ends_on from (${newDutiesOf}) n`

/** Who is to host whom, by post: from the day both are there, and for a post that was here already from today. */
export const wantedHostings = `select s.post_id as participant, h.post_id as host, s.placed,
    greatest(a.starts_on, b.starts_on, case when s.placed then app.today() end) as starts_on, least(a.ends_on, b.ends_on) as ends_on
  from intake_row s join intake_row h on ${ofFile('h')} and h.no = s.host
  join post a on a.organisation_id = $1 and a.id = s.post_id
  join post b on b.organisation_id = $1 and b.id = h.post_id
  where ${ofFile('s')} and s.host is not null`

const endedHostings = `update hosting g set ends_on = greatest(g.starts_on, app.today())
  from intake_row s left join intake_row h on ${ofFile('h')} and h.no = s.host
  where ${ofFile('s')} and s.placed and g.organisation_id = $1 and g.participant_post_id = s.post_id
    and ${here('g')} and g.host_post_id is distinct from h.post_id`

/** What ended earlier today begins again as it was: it has the same first day. */
const reopenedHostings = `update hosting g set ends_on = w.ends_on from (${wantedHostings}) w
  where w.placed and g.organisation_id = $1 and (g.participant_post_id, g.host_post_id, g.starts_on) = (w.participant, w.host, w.starts_on)
    and not ${here('g')} and (w.ends_on is null or w.ends_on > w.starts_on)`

const newHostings = `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on, ends_on)
  select $1, w.participant, w.host, w.starts_on, w.ends_on from (${wantedHostings}) w
  where (w.ends_on is null or w.ends_on > w.starts_on) and not (w.placed and exists (select from hosting g
    where g.organisation_id = $1 and g.participant_post_id = w.participant and g.host_post_id = w.host and ${here('g')}))
  order by w.participant`

/** Where nobody is here already, every post has the days of its row. */
const firstHostings = `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on, ends_on)
  select $1, s.post_id, h.post_id, greatest(s.starts_on, h.starts_on), least(s.ends_on, h.ends_on)
  from intake_row s join intake_row h on ${ofFile('h')} and h.no = s.host
  where ${ofFile('s')} and (least(s.ends_on, h.ends_on) > greatest(s.starts_on, h.starts_on)) is not false`

const shortenedHostings = `update hosting g set ends_on = greatest(g.starts_on, w.ends_on) from (${wantedHostings}) w
  where w.placed and g.organisation_id = $1 and g.participant_post_id = w.participant and g.host_post_id = w.host
    and ${here('g')} and g.ends_on is distinct from w.ends_on and w.ends_on is not null`

// `ofKnown`: only where the file tells of somebody who is here already; or, if false, only where it does not.
const placings: readonly { text: string; ofKnown?: boolean }[] = [
  { text: heldAddresses },
  { text: newUnits },
  { text: movedUnits },
  { text: newPeople },
  { text: renamedPeople, ofKnown: true },
  { text: newPosts },
  { text: changedPosts, ofKnown: true },
  { text: newDuties },
  { text: endedHostings, ofKnown: true },
  { text: reopenedHostings, ofKnown: true },
  { text: newHostings, ofKnown: true },
  { text: firstHostings, ofKnown: false },
  { text: shortenedHostings, ofKnown: true },
  { text: changedAddresses, ofKnown: true },
]
