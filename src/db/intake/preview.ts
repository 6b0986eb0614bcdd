import type { DutyName } from '../../domain/organisation.ts'
import type { Tx } from '../query.ts'
import { missingDuties, missingPosts } from './missing.ts'
import { isChanged, newDutiesOf, wantedHostings } from './placing.ts'
import { here, type IntakeKey, ofFile } from './staging.ts'

// What a file will do, counted, with the first of each kind by name. Read once, when it has been matched.

export type NewPerson = { name: string; unit: string; title: string }
export type ChangedPerson = { name: string; was: string; becomes: string }
/** An address that changes nothing: it waits already, or its person has said no to it. */
export type StandingAddress = { name: string; becomes: string; refused: boolean; moment: string }
export type ChangedPost = { name: string; unit: string; was: string; becomes: string }
export type ChangedHost = { name: string; was: string | null; becomes: string | null }
/** A post or a duty; `duty` is null for a post. */
export type Missing = {
  id: string
  name: string
  unit: string | null
  title: string | null
  duty: DutyName | null
}
export type NewDuty = { name: string; duty: DutyName; unit: string | null }

type Some<T> = { count: number; some: readonly T[] }

export type Preview = {
  rows: number
  people: number
  newUnits: Some<{ name: string; parent: string | null }>
  newPeople: Some<NewPerson>
  renamed: Some<ChangedPerson>
  /** Wait for a yes or 72 hours · count at once · are taken back · change nothing. */
  addresses: Some<ChangedPerson>
  firstAddresses: Some<ChangedPerson>
  keptAddresses: Some<ChangedPerson>
  standingAddresses: Some<StandingAddress>
  newPosts: Some<NewPerson>
  changedPosts: Some<ChangedPost>
  hosts: Some<ChangedHost>
  newDuties: Some<NewDuty>
  missing: Some<Missing>
}

/** Whether the file tells of anybody who is here already. */
export const tellsOfKnown = ({ people, newPeople }: Preview): boolean => newPeople.count < people

/** The counts alone: the names are not needed once it is in place. */
export function countsOf(preview: Preview): Preview {
  const bare = <T>({ count }: Some<T>): Some<T> => ({ count, some: [] })
  const { newUnits, newPeople, renamed, newPosts, changedPosts, hosts, newDuties, missing } = preview
  const { addresses, firstAddresses, keptAddresses, standingAddresses } = preview
  return {
    ...preview,
    newUnits: bare(newUnits),
    newPeople: bare(newPeople),
    renamed: bare(renamed),
    addresses: bare(addresses),
    firstAddresses: bare(firstAddresses),
    keptAddresses: bare(keptAddresses),
    standingAddresses: bare(standingAddresses),
    newPosts: bare(newPosts),
    changedPosts: bare(changedPosts),
    hosts: bare(hosts),
    newDuties: bare(newDuties),
    missing: bare(missing),
  }
}

const mostNamed = 25
/** As many as one can tick one by one; the rest end together or not at all. */
const mostMissing = 200

/**
 * `known`: whether anybody of the file is here already; else there is nothing of them to look for. `read`: how many rows
 * and people the file has.
 */
export async function previewStaged(
  tx: Tx,
  { organisation, id }: IntakeKey,
  known: boolean,
  { rows, people }: { rows: number; people: number },
): Promise<Preview> {
  const key = [organisation, id]
  const asked = async <T>(text: string): Promise<Some<T>> => {
    const { rows } = await tx.query<Some<T>>(text, key)
    return { count: rows[0]?.count ?? 0, some: rows[0]?.some ?? [] }
  }
  const some = <T>(text: string, most = mostNamed) => asked<T>(first(text, most))
  const ofKnown = <T>(text: string): Promise<Some<T>> =>
    known ? some(text) : Promise.resolve({ count: 0, some: [] })
  const addresses = known ? (await tx.query<ByFate>(addressesByFate, key)).rows : []
  const addressesThat = (fate: string) => addresses.find(each => each.fate === fate) ?? { count: 0, some: [] }
  return {
    rows,
    people,
    newUnits: await some(newUnits),
    newPeople: await asked(newPeople(known ? countedNew : `${people}`)),
    renamed: await ofKnown(renamed),
    addresses: addressesThat('asked'),
    firstAddresses: addressesThat('first'),
    keptAddresses: addressesThat('withdrawn'),
    standingAddresses: addressesThat('standing'),
    newPosts: await ofKnown(newPosts),
    changedPosts: await ofKnown(changedPosts),
    hosts: await ofKnown(changedHosts),
    newDuties: await some(newDuties),
    missing: await some(missing, mostMissing),
  }
}

const first = (text: string, most: number) => `with found as materialized (${text})
  select (select count(*)::int from found) as count, ${inOrder(`select * from found order by at limit ${most}`)} as some`

const inOrder = (rows: string) =>
  `coalesce((select jsonb_agg(to_jsonb(f) - 'at' order by f.at) from (${rows}) f), '[]')`

const unitOf = (row: string) => `join intake_unit u on ${ofFile('u')} and u.no = ${row}.unit`

const newUnits = `select s.name, p.name as parent, s.no as at from intake_unit s
  left join intake_unit p on ${ofFile('p')} and p.no = s.parent where ${ofFile('s')} and not s.known`

const unknown = `from intake_row s where ${ofFile('s')} and s.first and not s.known`

const countedNew = `(select count(*)::int ${unknown})`

/** The first by their place in the file are picked before their units are looked for: these may be all rows there are. */
const newPeople = (count: string) =>
  `select ${count} as count, ${inOrder(
    `select s.name, u.name as unit, s.title, s.no as at
    from (select s.* ${unknown} order by s.no limit ${mostNamed}) s ${unitOf('s')}`,
  )} as some`

const renamed = `select s.name, p.name as was, s.name as becomes, s.no as at from intake_row s
  join person p on p.organisation_id = $1 and p.id = s.person_id where ${ofFile('s')} and s.first and s.known and p.name <> s.name`

type ByFate = { fate: string } & Some<ChangedPerson & StandingAddress>

/** What waits or was refused stands as it is. Asked for once: to tell what comes of each takes as long for one as for all. */
const addressesByFate = `select f.fate, count(*)::int as count,
    jsonb_agg(to_jsonb(f) - '{fate,nth,at}'::text[] order by f.at) filter (where f.nth <= ${mostNamed}) as some
  from (select g.*, row_number() over (partition by g.fate order by g.at) as nth
    from (select a.name, coalesce(a.was, '') as was, a.becomes, a.fate = 'refused' as refused, a.moment, a.no as at,
        case when a.fate in ('waiting', 'refused') then 'standing' else a.fate end as fate
      from app.file_addresses($2) a where $1::uuid is not null) g) f
  group by f.fate`

const newPosts = `select s.name, u.name as unit, s.title, s.no as at from intake_row s ${unitOf('s')}
  where ${ofFile('s')} and s.known and s.seated and not s.placed`

const changedPosts = `select s.name, u.name as unit, o.title as was, s.title as becomes, s.no as at from intake_row s ${unitOf('s')}
  join post o on o.organisation_id = $1 and o.id = s.post_id where ${ofFile('s')} and s.placed and ${isChanged}`

const changedHosts = `select s.name, string_agg(q.name, ', ') as was, hs.name as becomes, s.no as at
  from intake_row s left join intake_row hs on ${ofFile('hs')} and hs.no = s.host
  left join hosting g on g.organisation_id = $1 and g.participant_post_id = s.post_id and ${here('g')}
  left join post b on b.organisation_id = $1 and b.id = g.host_post_id
  left join person q on q.organisation_id = $1 and q.id = b.person_id
  where ${ofFile('s')} and s.placed and g.host_post_id is distinct from hs.post_id
    and (g.host_post_id is not null or exists (select from (${wantedHostings}) w where w.participant = s.post_id and (w.ends_on is null or w.ends_on > w.starts_on)))
  group by s.name, hs.name, s.no`

const newDuties = `select n.name, n.duty, u.name as unit, n.no as at from (${newDutiesOf}) n
  left join intake_unit u on ${ofFile('u')} and u.unit_id = n.unit_id`

const missing = `select m.*, row_number() over (order by m.name collate "da-x-icu", m.id) as at from (
    select o.id, p.name, u.name as unit, o.title, null as duty from (${missingPosts}) o
    join person p on p.organisation_id = $1 and p.id = o.person_id join unit u on u.organisation_id = $1 and u.id = o.unit_id
    union all
    select d.id, p.name, u.name, null, d.duty from (${missingDuties}) d
    join person p on p.organisation_id = $1 and p.id = d.person_id left join unit u on u.organisation_id = $1 and u.id = d.unit_id) m`

/** The lines of those whose address somebody of another organisation here signs in with (walls §4). */
export async function linesWithTakenAddress(
  tx: Tx,
  { id }: IntakeKey,
): Promise<{ line: number; name: string; address: string }[]> {
  const { rows } = await tx.query<{ line: number; name: string; address: string }>(
    'select line, name, address from app.taken_lines($1) order by line limit 200',
    [id],
  )
  return rows
}
