import type { LocalDate } from './day.ts'

// An organisation as it stands: units in a tree, people in dated posts, duties beside them, and who hosts whom.
// `startsOn` is the first day and `endsOn` the first day without: an end date cuts access that day.

type Dated = { readonly startsOn: LocalDate; readonly endsOn: LocalDate | null }

export type Unit = { readonly id: string; readonly name: string; readonly parent: string | null }

/** `number` is the organisation's own for the person; `address` is lower case, and null for those without mail. */
export type Person = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly address: string | null
  readonly language: 'da' | 'en'
}

/** A person's job in a unit. One person may have several. */
export type Post = Dated & {
  readonly id: string
  readonly person: string
  readonly unit: string
  readonly title: string
  /** Part of the unit, such as a room of a house; and the staff group the job belongs to. */
  readonly team: string | null
  readonly staffGroup: string | null
}

export const duties = ['administrator', 'hr', 'amr', 'tr', 'chair', 'deputy'] as const
export type DutyName = (typeof duties)[number]

/** A duty of a unit, or of the whole organisation where `unit` is null. */
export type Duty = Dated & {
  readonly id: string
  readonly person: string
  readonly unit: string | null
  readonly duty: DutyName
}

/** By post, so that a person of two houses has a host in each. */
export type Hosting = Dated & {
  readonly participantPost: string
  readonly hostPost: string
}

export type Organisation = {
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly posts: readonly Post[]
  readonly duties: readonly Duty[]
  readonly hostings: readonly Hosting[]
}

/** The days two dated things share: from the later start to the earlier end. Undefined when there is no such day. */
export function sharedDays(one: Dated, other: Dated): Dated | undefined {
  const { startsOn } = one.startsOn < other.startsOn ? other : one
  const endsOn = earlierEnd(one.endsOn, other.endsOn)
  return endsOn === null || startsOn < endsOn ? { startsOn, endsOn } : undefined
}

const earlierEnd = (one: LocalDate | null, other: LocalDate | null) =>
  one === null || (other !== null && other < one) ? other : one

/** The units from this one up to the top, itself first. A ring in the tree is walked once. */
export function unitsUpward(units: ReadonlyMap<string, Unit>, from: string): readonly Unit[] {
  const found: Unit[] = []
  let unit = units.get(from)
  while (unit && !found.includes(unit)) {
    found.push(unit)
    unit = unit.parent === null ? undefined : units.get(unit.parent)
  }
  return found
}

/** Makes somebody with a mail address the administrator, from `today`: the one in the file who has it, or a new person. */
export function withAdministrator(
  organisation: Organisation,
  who: { readonly name: string; readonly address: string; readonly language: 'da' | 'en' },
  { newId, today }: { newId(): string; today: LocalDate },
): { organisation: Organisation; administrator: Person } | { refused: 'address-shared' } {
  const [known, another] = organisation.people.filter(person => person.address === who.address)
  if (another) return { refused: 'address-shared' }
  const administrator = known ?? { id: newId(), number: freeNumber(organisation), ...who }
  const duty: Duty = {
    id: newId(),
    person: administrator.id,
    unit: null,
    duty: 'administrator',
    startsOn: today,
    endsOn: null,
  }
  const people = known ? organisation.people : [...organisation.people, administrator]
  const others = organisation.duties.filter(
    each => each.person !== administrator.id || each.duty !== 'administrator',
  )
  return { organisation: { ...organisation, people, duties: [...others, duty] }, administrator }
}

// Somebody who is not in the file has no number of the organisation's own.
function freeNumber({ people }: Organisation): string {
  const taken = new Set(people.map(person => person.number))
  let number = 'administrator'
  for (let n = 2; taken.has(number); n++) number = `administrator-${n}`
  return number
}
