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

/** `known`: whether anybody of the file is here already; else there is nothing of them to look for. */
export async function previewStaged(
  tx: Tx,
  { organisation, id }: IntakeKey,
  known: boolean,
): Promise<Preview> {
  const key = [organisation, id]
  const some = async <T>(text: string, most = mostNamed): Promise<Some<T>> => {
    const { rows } = await tx.query<Some<T>>(first(text, most), key)
    return { count: rows[0]?.count ?? 0, some: rows[0]?.some ?? [] }
  }
  const ofKnown = <T>(text: string): Promise<Some<T>> =>
    known ? some(text) : Promise.resolve({ count: 0, some: [] })
  const { rows } = await tx.query<{ rows: number; people: number }>(counts, key)
  return {
    rows: rows[0]?.rows ?? 0,
    people: rows[0]?.people ?? 0,
    newUnits: await some(newUnits),
    newPeople: await some(newPeople),
    renamed: await ofKnown(renamed),
    addresses: await ofKnown(addressesThat('asked')),
    firstAddresses: await ofKnown(addressesThat('first')),
    keptAddresses: await ofKnown(addressesThat('withdrawn')),
    standingAddresses: await ofKnown(standingAddresses),
    newPosts: await ofKnown(newPosts),
    changedPosts: await ofKnown(changedPosts),
    hosts: await ofKnown(changedHosts),
    newDuties: await some(newDuties),
    missing: await some(missing, mostMissing),
  }
}

const first = (text: string, most: number) => `with found as materialized (${text})
  select (select count(*)::int from found) as count,
    coalesce((select jsonb_agg(to_jsonb(f) - 'at' order by f.at) from (select * from found order by at limit ${most}) f), '[]') as some`

const unitOf = (row: string) => `join intake_unit u on ${ofFile('u')} and u.no = ${row}.unit`

const counts = `select count(*)::int as rows, (count(*) filter (where first))::int as people from intake_row s where ${ofFile('s')}`

const newUnits = `select s.name, p.name as parent, s.no as at from intake_unit s
  left join intake_unit p on ${ofFile('p')} and p.no = s.parent where ${ofFile('s')} and not s.known`

const newPeople = `select s.name, u.name as unit, s.title, s.no as at from intake_row s ${unitOf('s')}
  where ${ofFile('s')} and s.first and not s.known`

const renamed = `select s.name, p.name as was, s.name as becomes, s.no as at from intake_row s
  join person p on p.organisation_id = $1 and p.id = s.person_id where ${ofFile('s')} and s.first and s.known and p.name <> s.name`

const ofAddresses = `app.file_addresses($2) f where $1::uuid is not null and f.fate`

const addressesThat = (fate: 'asked' | 'first' | 'withdrawn') =>
  `select f.name, coalesce(f.was, '') as was, f.becomes, f.no as at from ${ofAddresses} = '${fate}'`

const standingAddresses = `select f.name, f.becomes, f.fate = 'refused' as refused, f.moment, f.no as at from ${ofAddresses} in ('waiting', 'refused')`

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
