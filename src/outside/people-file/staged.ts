import type { Placed, Seated } from '../../domain/organisation/hosts.ts'
import type { Unit } from '../../domain/organisation.ts'

// The rows as they go to the database: a column each, as PostgreSQL writes an array, so that the server's own thread does
// no more than pass the text on.

type Value = string | number | boolean | null

const quoted = (value: Value): string => {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : String(value)
}

/** `{1,"Åse",NULL}` */
const arrayText = <T>(rows: readonly T[], value: (row: T, at: number) => Value): string =>
  `{${rows.map((row, at) => quoted(value(row, at))).join(',')}}`

/** Units by their place in the list: no, name, the parent's no, an id for one that is not here yet. */
export function stagedUnits(units: readonly Unit[], newId: () => string): string[] {
  const places = new Map(units.map((unit, no) => [unit.id, no]))
  return [
    arrayText(units, (_, no) => no),
    arrayText(units, ({ name }) => name),
    arrayText(units, ({ parent }) => (parent === null ? null : (places.get(parent) ?? null))),
    arrayText(units, newId),
  ]
}

type Judged = {
  readonly organisation: {
    readonly units: readonly Unit[]
    readonly hostings: readonly { readonly participantPost: string; readonly hostPost: string }[]
  }
  readonly placed: readonly Placed[]
  readonly chairs: readonly Seated[]
}

type Row = Seated & {
  readonly no: number
  readonly unitNo: number
  readonly seated: boolean
  readonly host: number | null
  /** Of the rows of one person, the first; and the ids they get if they are new. */
  readonly first: boolean
  readonly personId: string
  readonly postId: string
}

/** In the order of src/db/intake/staging.ts. */
const columns: readonly ((row: Row) => Value)[] = [
  row => row.no,
  row => row.line.row,
  row => row.person.number,
  row => row.person.name,
  row => row.person.address,
  row => row.line.language,
  row => row.line.title,
  row => row.line.team,
  row => row.line.staffGroup,
  row => row.line.startsOn,
  row => row.line.startSaid,
  row => row.line.endsOn,
  row => (row.line.duties.length > 0 ? row.line.duties.join(',') : null),
  row => row.unitNo,
  row => row.seated,
  row => row.host,
  row => row.first,
  row => row.personId,
  row => row.postId,
]

/** How many rows go at once. */
const atOnce = 4000

/** The rows in batches of columns. `newId` gives ids that rise: rows that come in the order of an index are soon in it. */
export function* stagedRows(judged: Judged, newId: () => string): Generator<string[]> {
  const rowOf = numbering(judged, newId)
  const everybody = [...judged.placed, ...judged.chairs]
  for (let from = 0; from < everybody.length; from += atOnce) {
    const rows = everybody.slice(from, from + atOnce).map((each, at) => rowOf(each, from + at))
    yield columns.map(value => arrayText(rows, value))
  }
}

function numbering({ organisation, placed }: Judged, newId: () => string) {
  const units = new Map(organisation.units.map((unit, no) => [unit.id, no]))
  const places = new Map(placed.map(({ post }, no) => [post.id, no]))
  const hosts = new Map(
    organisation.hostings.map(({ participantPost, hostPost }) => [participantPost, places.get(hostPost)]),
  )
  const people = new Map<string, string>()
  return (each: Placed | Seated, no: number): Row => {
    const { id } = each.person
    const known = people.get(id)
    const personId = known ?? newId()
    if (known === undefined) people.set(id, personId)
    return {
      line: each.line,
      person: each.person,
      unit: each.unit,
      no,
      unitNo: units.get(each.unit) ?? 0,
      seated: 'post' in each,
      host: ('post' in each ? hosts.get(each.post.id) : undefined) ?? null,
      first: known === undefined,
      personId,
      postId: newId(),
    }
  }
}
