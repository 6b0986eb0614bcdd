import { isPlaced, type Pair, type Seated } from '../../domain/organisation/hosts.ts'
import type { Unit } from '../../domain/organisation.ts'
import { arrayBytes, bool, day, int, type Kind, text, uuid } from './array-bytes.ts'

// The rows as they go to the database: a column each, in PostgreSQL's own bytes, so that the server's own thread does no
// more than pass them on.

/** A column of so many rows. */
export type Column = Buffer<ArrayBuffer>

/** Units by their place in the list: no, name, the parent's no, the id of one that is not here yet. */
export function stagedUnits(units: readonly Unit[]): Column[] {
  const places = placesOf(units)
  return [
    arrayBytes(int, units, (_, no) => no),
    arrayBytes(text, units, ({ name }) => name),
    arrayBytes(int, units, ({ parent }) => (parent === null ? null : (places.get(parent) ?? null))),
    arrayBytes(uuid, units, ({ id }) => id),
  ]
}

const placesOf = (units: readonly Unit[]) => new Map(units.map((unit, no) => [unit.id, no]))

type Judged = {
  readonly units: readonly Unit[]
  readonly seated: readonly Seated[]
  readonly pairs: readonly Pair[]
}

const column =
  <T>(kind: Kind<T>, cell: (row: Seated) => T | null) =>
  (rows: readonly Seated[]): Column =>
    arrayBytes(kind, rows, cell)

/** In the order of src/db/intake/staging.ts. */
function columnsOf({ units: all, seated, pairs }: Judged) {
  const units = placesOf(all)
  const hosts = seated.map((): number | null => null)
  for (const { participant, host } of pairs) hosts[participant.no] = host.no
  return [
    column(int, row => row.no),
    column(int, row => row.line.row),
    column(text, row => row.person.number),
    column(text, row => row.person.name),
    column(text, row => row.person.address),
    column(text, row => row.line.language),
    column(text, row => row.line.title),
    column(text, row => row.line.team),
    column(text, row => row.line.staffGroup),
    column(day, row => row.line.startsOn),
    column(bool, row => row.line.startSaid),
    column(day, row => row.line.endsOn),
    column(text, row => (row.line.duties.length > 0 ? row.line.duties.join(',') : null)),
    column(int, row => units.get(row.unit) ?? 0),
    column(bool, isPlaced),
    column(int, row => hosts[row.no] ?? null),
    column(bool, row => row.first),
    column(uuid, row => row.person.id),
    // A chair has no post, and is never looked for by this.
    column(uuid, row => row.post ?? row.person.id),
  ]
}

/** How many rows go at once. */
const atOnce = 4000

/** The rows in batches of columns. Their ids rise with the file: rows that come in the order of an index are soon in it. */
export function* stagedRows(judged: Judged): Generator<Column[]> {
  const columns = columnsOf(judged)
  for (let from = 0; from < judged.seated.length; from += atOnce) {
    const rows = judged.seated.slice(from, from + atOnce)
    yield columns.map(column => column(rows))
  }
}
