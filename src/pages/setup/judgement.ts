import type { NewOrganisation } from '../../db/organisation.ts'
import type { Concept } from '../../domain/concept.ts'
import type { LocalDate } from '../../domain/day.ts'
import { addressOf } from '../../domain/door.ts'
import type { Fault, Warning } from '../../domain/organisation/faults.ts'
import { oneLine } from '../../domain/organisation/one-line.ts'
import { readOrganisation } from '../../domain/organisation/reading.ts'
import { type Organisation, type Person, withAdministrator } from '../../domain/organisation.ts'
import { tooLong } from '../../domain/text.ts'
import { readTable } from '../../outside/table.ts'
import type { Language } from '../../words/words.ts'
import type { FileRefusal, Typed } from './typed.ts'

// The form and the file judged together, on the preview and once more when the organisation is made.

/** What is wrong with a field; each has its sentence in src/words/setup.ts. */
export type FieldFault =
  | { field: 'name'; rule: 'noName' | 'longName' }
  | { field: 'concept'; rule: 'noConcept' }
  | { field: 'your-name'; rule: 'noYourName' | 'longName' }
  | { field: 'address'; rule: 'noAddress' | 'addressShared' | 'addressTaken' }
  | { field: 'file'; rule: 'noFile' | 'tooLarge' | 'notText' }

export type Wrong = { fields: readonly FieldFault[]; faults: readonly Fault[] }

/** Everything in its place: what will be made, and what is good to know before. */
export type Ready = {
  made: Omit<NewOrganisation, 'id'>
  administrator: { person: Person; known: boolean }
  warnings: readonly Warning[]
}

export type Given = {
  concepts: readonly Concept[]
  /** Addresses of people elsewhere in this installation. */
  taken: ReadonlySet<string>
  refused?: FileRefusal | undefined
  /** The reader's own language, which becomes the administrator's. */
  spoken: Language
  today: LocalDate
  newId(): string
}

/** Judges all at once, so that every fault is told in one go. */
export function judge(typed: Typed, given: Given): { wrong: Wrong } | { ready: Ready } {
  const head = judgeHead(typed, given)
  const file = judgeFile(typed, given)
  const concept = given.concepts.find(each => each.id === typed.concept)
  const fields = [...head.fields, ...file.fields]
  if (fields.length > 0 || file.faults.length > 0 || !file.organisation || !concept) {
    return { wrong: { fields, faults: file.faults } }
  }
  const known = file.organisation.people.some(person => person.address === head.address)
  const who = { name: head.yourName, address: head.address, language: given.spoken }
  const appointed = withAdministrator(file.organisation, who, given)
  if ('refused' in appointed) {
    return { wrong: { fields: [{ field: 'address', rule: 'addressShared' }], faults: [] } }
  }
  const { administrator: person, organisation } = appointed
  const made = { name: head.name, language: typed.language, concept, organisation, administrator: person.id }
  return { ready: { made, administrator: { person, known }, warnings: file.warnings } }
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
  organisation?: Organisation
  warnings: readonly Warning[]
}

function judgeFile({ rows, language }: Typed, given: Given): JudgedFile {
  const refuse = (rule: 'noFile' | 'tooLarge' | 'notText'): JudgedFile => ({
    fields: [{ field: 'file', rule }],
    faults: [],
    warnings: [],
  })
  if (given.refused) return refuse(given.refused === 'too-large' ? 'tooLarge' : 'notText')
  if (rows.trim() === '') return refuse('noFile')
  const table = readTable(rows)
  if ('fault' in table) return { fields: [], faults: [table.fault], warnings: [] }
  return { fields: [], faults: [], ...readOrganisation(table.rows, { ...given, language }) }
}

/** Every address in what was typed, so that the database is asked about these and no others. */
export function addressesIn({ rows, address }: Typed): string[] {
  const table = readTable(rows)
  const cells = 'rows' in table ? table.rows.flat().filter(cell => cell.includes('@')) : []
  return [...new Set([...cells, address].flatMap(text => addressOf(oneLine(text)) ?? []))]
}
