import type { Placed, Seated } from '../../domain/organisation/hosts.ts'
import type { Unit } from '../../domain/organisation.ts'

// The rows as they go to the database: a column each, as PostgreSQL writes an array, so that the server's own thread does
// no more than pass the text on.

type Value = string | number | boolean | null

const quoted = (value: Value): string => {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return String(value)
  const plain = !value.includes('"') && !value.includes('\\')
  return `"${plain ? value : value.replaceAll(/["\\]/g, '\\$&')}"`
}

/** `{1,"Åse",NULL}` */
const arrayText = (values: readonly Value[]): string => `{${values.map(quoted).join(',')}}`

const columnsOf = (rows: readonly (readonly Value[])[]): string[] =>
  (rows[0] ?? []).map((_, at) => arrayText(rows.map(row => row[at] ?? null)))

/** Units by their place in the list: no, name, the parent's no, an id for one that is not here yet. */
export function stagedUnits(units: readonly Unit[], newId: () => string): string[] {
  const places = new Map(units.map((unit, no) => [unit.id, no]))
  return columnsOf(
    units.map(({ name, parent }, no) => [
      no,
      name,
      parent === null ? null : (places.get(parent) ?? null),
      newId(),
    ]),
  )
}

type Judged = {
  readonly organisation: {
    readonly units: readonly Unit[]
    readonly hostings: readonly { readonly participantPost: string; readonly hostPost: string }[]
  }
  readonly placed: readonly Placed[]
  readonly chairs: readonly Seated[]
}

/** How many rows go at once. */
const atOnce = 4000

/** The rows in batches of columns, in the order of src/db/intake/staging.ts. */
export function* stagedRows(judged: Judged, newId: () => string): Generator<string[]> {
  const rows = stage(judged, newId)
  for (let from = 0; from < rows.length; from += atOnce) yield columnsOf(rows.slice(from, from + atOnce))
}

function stage({ organisation, placed, chairs }: Judged, newId: () => string): Value[][] {
  const units = new Map(organisation.units.map((unit, no) => [unit.id, no]))
  const places = new Map(placed.map(({ post }, no) => [post.id, no]))
  const hosts = new Map(
    organisation.hostings.map(({ participantPost, hostPost }) => [participantPost, places.get(hostPost)]),
  )
  const people = new Map<string, string>()
  const rowOf = (each: Seated, no: number, host: number | undefined, seated: boolean): Value[] => {
    const known = people.get(each.person.id)
    const person = known ?? newId()
    if (known === undefined) people.set(each.person.id, person)
    return [
      no,
      ...cellsOf(each),
      units.get(each.unit) ?? 0,
      seated,
      host ?? null,
      !known,
      person,
      beside(person, newId()),
    ]
  }
  return [
    ...placed.map((each, no) => rowOf(each, no, hosts.get(each.post.id), true)),
    ...chairs.map((each, at) => rowOf(each, placed.length + at, undefined, false)),
  ]
}

/** An id that stands by a person's in every index: rows that come in the order of an index are written at its end. */
const beside = (person: string, id: string) => `${person.slice(0, 15)}${id.slice(15)}`

const cellsOf = ({ line, person }: Seated): Value[] => [
  line.row,
  person.number,
  person.name,
  person.address,
  line.language,
  line.title,
  line.team,
  line.staffGroup,
  line.startsOn,
  line.startSaid,
  line.endsOn,
  line.duties.length > 0 ? line.duties.join(',') : null,
]
