import type { NewOrganisation } from '../../db/organisation.ts'
import type { Concept } from '../../domain/concept.ts'
import type { LocalDate } from '../../domain/day.ts'
import { addressOf } from '../../domain/door.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import { oneLine } from '../../domain/organisation/one-line.ts'
import { addressTaken } from '../../domain/organisation/whose.ts'
import { type Person, withAdministrator } from '../../domain/organisation.ts'
import { tooLong } from '../../domain/text.ts'
import type { ShortWarning } from '../../outside/people-file/warnings.ts'
import type { FileRefusal } from '../../outside/people-file/workbook.ts'
import type { Language } from '../../words/words.ts'
import type { People, Typed } from './typed.ts'

// The form and the file judged together, on the preview and once more when the organisation is made.

/** What is wrong with a field; each has its sentence in src/words/setup.ts, why a file is not read in src/words/intake.ts. */
export type FieldFault =
  | { field: 'name'; rule: 'noName' | 'longName' }
  | { field: 'concept'; rule: 'noConcept' }
  | { field: 'your-name'; rule: 'noYourName' | 'longName' }
  | { field: 'address'; rule: 'noAddress' | 'addressShared' | 'addressTaken' }
  | { field: 'file'; rule: 'noFile' | 'tooLarge' | 'fileGone' }
  | { field: 'file'; why: FileRefusal }

type Read = Extract<People, { organisation: unknown }>

export type Wrong = { fields: readonly FieldFault[]; faults: readonly Fault[] }

/** Everything in its place: what will be made, and what is good to know before. */
export type Ready = {
  made: Omit<NewOrganisation, 'id'>
  administrator: { person: Person; known: boolean }
  warnings: readonly ShortWarning[]
}

export type Given = {
  concepts: readonly Concept[]
  /** Addresses of people elsewhere in this installation. */
  taken: ReadonlySet<string>
  /** The reader's own language, which becomes the administrator's. */
  spoken: Language
  today: LocalDate
  newId(): string
}

/** Judges all at once, so that every fault is told in one go. */
export function judge(typed: Typed, people: People, given: Given): { wrong: Wrong } | { ready: Ready } {
  const head = judgeHead(typed, given)
  const file = judgeFile(people, given)
  const concept = given.concepts.find(each => each.id === typed.concept)
  const fields = [...head.fields, ...file.fields]
  if (fields.length > 0 || file.faults.length > 0 || !file.ready || !concept) {
    return { wrong: { fields, faults: file.faults } }
  }
  const { organisation: read, warnings } = file.ready
  const known = read.people.some(person => person.address === head.address)
  const who = { name: head.yourName, address: head.address, language: given.spoken }
  const appointed = withAdministrator(read, who, given)
  if ('refused' in appointed) {
    return { wrong: { fields: [{ field: 'address', rule: 'addressShared' }], faults: [] } }
  }
  const { administrator: person, organisation } = appointed
  const made = { name: head.name, language: typed.language, concept, organisation, administrator: person.id }
  return { ready: { made, administrator: { person, known }, warnings } }
}

function judgeHead(typed: Typed, { concepts, taken }: Given) {
  const name = oneLine(typed.name)
  const yourName = oneLine(typed.yourName)
  const address = addressOf(oneLine(typed.address)) ?? ''
  const fields: FieldFault[] = []
  if (name === '') fields.push({ field: 'name', rule: 'noName' })
  else if (tooLong(name, 120)) fields.push({ field: 'name', rule: 'longName' })
  if (!concepts.some(each => each.id === typed.concept)) fields.push({ field: 'concept', rule: 'noConcept' })
  if (yourName === '') fields.push({ field: 'your-name', rule: 'noYourName' })
  else if (tooLong(yourName, 120)) fields.push({ field: 'your-name', rule: 'longName' })
  if (address === '') fields.push({ field: 'address', rule: 'noAddress' })
  else if (taken.has(address)) fields.push({ field: 'address', rule: 'addressTaken' })
  return { fields, name, yourName, address }
}

type JudgedFile = {
  fields: readonly FieldFault[]
  faults: readonly Fault[]
  ready?: Read
}

function judgeFile(people: People, { taken }: Given): JudgedFile {
  if ('missing' in people) return { fields: [{ field: 'file', rule: people.missing }], faults: [] }
  if ('refused' in people) return { fields: [{ field: 'file', why: people.refused }], faults: [] }
  if ('faults' in people) return { fields: [], faults: people.faults }
  return { fields: [], faults: takenIn(people, taken), ready: people }
}

/** A new file may not lock out somebody who is here already. */
export function takenIn(
  { organisation, rows, heads }: Pick<Read, 'organisation' | 'rows' | 'heads'>,
  taken: ReadonlySet<string>,
): readonly Fault[] {
  const head = heads.find(({ meant }) => meant === 'address')?.head
  return organisation.people.flatMap(({ name, address }, at) =>
    address !== null && taken.has(address) ? [addressTaken({ row: rows[at] ?? 0, name, address, head })] : [],
  )
}

/** Every address in what was typed, so that the database is asked about these and no others. */
export function addressesIn({ address }: Typed, people: People): string[] {
  const theirs =
    'organisation' in people ? people.organisation.people.flatMap(each => each.address ?? []) : []
  return [...new Set([...theirs, addressOf(oneLine(address)) ?? ''])]
}
