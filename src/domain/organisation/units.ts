import type { Unit } from '../organisation.ts'
import type { Fault } from './faults.ts'
import type { Line } from './lines.ts'
import { once } from './once.ts'
import { ringsIn } from './rings.ts'

/** A unit is its name: `Kløvervangen` and `KLØVERVANGEN` are one, spelt as it is first met. */
const unitKey = (name: string): string => name.toLowerCase()

export type ReadUnits = {
  readonly units: readonly Unit[]
  /** The id of a unit by its name, however it is spelt; '' for none. */
  readonly idOf: (name: string) => string
  readonly faults: readonly Fault[]
}

type Ids = ReadonlyMap<string, string>
type KeyOf = (name: string) => string
/** What the rows say of one unit. A parent named on one of them counts for all. */
type Mention = { readonly unit: Unit; readonly row: number; readonly faults: readonly Fault[] }

/** The tree of units. Every parent must be the unit of somebody in the file. */
export function readUnits(lines: readonly Line[], newId: () => string, head: string | undefined): ReadUnits {
  const keyOf = once(unitKey)
  const groups = Map.groupBy(lines, line => keyOf(line.unit))
  groups.delete('')
  const ids = new Map([...groups.keys()].map(key => [key, newId()]))
  const mentions = [...groups].map(([key, rows]) => readUnit(key, rows, ids, keyOf))
  const faults = [...mentions.flatMap(mention => mention.faults), ...ringFaults(mentions)]
  return {
    units: mentions.map(mention => mention.unit),
    idOf: once(name => ids.get(keyOf(name)) ?? ''),
    faults: faults.map(fault => ({ ...fault, column: 'parent', head })),
  }
}

function readUnit(key: string, rows: readonly Line[], ids: Ids, keyOf: KeyOf): Mention {
  const name = rows[0]?.unit ?? ''
  const id = ids.get(key) ?? ''
  const [first, ...others] = rows.filter(line => line.parent !== null)
  if (!first?.parent) return { unit: { id, name, parent: null }, row: rows[0]?.row ?? 0, faults: [] }
  const { row, parent } = first
  const parentKey = keyOf(parent)
  const faults: Fault[] = others
    .filter(line => keyOf(line.parent ?? '') !== parentKey)
    .map(line => ({ rule: 'two-parents', row: line.row, names: [name], otherRow: row }))
  if (parentKey === key) faults.push({ rule: 'parent-itself', row, names: [name] })
  else if (!ids.has(parentKey)) faults.push(...unknownParents([first, ...others], parent))
  const above = parentKey === key ? undefined : ids.get(parentKey)
  return { unit: { id, name, parent: above ?? null }, row, faults }
}

/** In every row that says so: who has mended one is not told of the next. */
const unknownParents = (rows: readonly Line[], parent: string): readonly Fault[] =>
  rows
    .filter(line => unitKey(line.parent ?? '') === unitKey(parent))
    .map(({ row }) => ({ rule: 'parent-unknown', row, names: [parent] }))

function ringFaults(mentions: readonly Mention[]): readonly Fault[] {
  const known = new Map(mentions.map(mention => [mention.unit.id, mention]))
  return ringsIn(new Map(mentions.map(({ unit }) => [unit.id, unit.parent]))).map(ring => {
    const members = ring.flatMap(id => known.get(id) ?? [])
    const names = members.map(member => member.unit.name)
    return { rule: 'unit-ring', row: Math.min(...members.map(member => member.row)), names }
  })
}
