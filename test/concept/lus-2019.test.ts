import { expect, test } from 'vitest'
import {
  answerTypeFor,
  bandsOf,
  type Concept,
  type Form,
  findStep,
  guideFor,
  isNamedByBand,
  nextStep,
  questionsIn,
  questionsOf,
  readerWordsIn,
} from '../../src/domain/concept.ts'
import { readConcept } from '../../src/outside/concept-file.ts'
import { lusConcept, lusFile, lusForm, lusText, seedLines } from './lus-2019.ts'

const concept = lusConcept()
const form = lusForm()

test('M22 the concept retells the source line by line, from its mark to its last signature', () => {
  const retold = [...front(concept), ...letter(form), ...purpose(form), ...table(form), ...plan(form)]
  expect(retold).toEqual(seedLines.slice(2).filter(withoutPageBreak))
})

/** D14: the table's head stands a second time above question 15, where the source's page breaks. */
function withoutPageBreak(line: string, at: number, lines: readonly string[]) {
  return !(line.startsWith('Indledende dialog, hvor') && lines.indexOf(line) < at)
}

const front = ({ title, year }: Concept) => [title.da, String(year)]

const letter = ({ letter: l }: Form) => [
  l.title.da,
  l.lead.da,
  ...l.opening.map(({ da }) => da),
  l.topicsHead?.da ?? '',
  ...l.topics.map(({ da }) => da),
  ...l.ending.map(({ da }) => da),
  l.greeting.da,
  l.signedAs.da,
]

const purpose = ({ purpose: { title, parts } }: Form) => [
  title.da,
  ...parts.flatMap(part => ('text' in part ? [part.text.da] : part.list.map(({ da }) => da))),
]

const table = (lus: Form) =>
  bandsOf(lus).flatMap(band => [
    [band.head?.da, band.band === 'comments' ? lus.answerHead.da : lus.scale?.column].join(' | '),
    ...band.sections.flatMap(section => [
      ...(isNamedByBand(section, band) ? [] : [section.title.da]),
      ...section.questions.map(({ number, text }) => `${number} | ${text.da}`),
    ]),
  ])

const plan = ({ planTitle, planHeads: { what, goal, how, when }, signatureHeads: heads }: Form) => [
  planTitle.da,
  [what, goal, how, when].map(({ da }) => da).join(' | '),
  heads.host.da,
  heads.date.da,
  heads.participant.da,
]

test('S3-01 the concept carries the mark, the title and the year of its source', () => {
  expect(concept.mark).toBe(seedLines.slice(0, 2).join(' '))
  expect(concept).toMatchObject({ year: 2019, version: 1, title: { da: 'Leder udviklingssamtale - LUS' } })
  expect(concept.source).toContain('Ringkøbing-Skjern Kommune')
})

test('S3-02 the letter welcomes before anything else', () => {
  expect(form.letter.title.da).toBe('Velkommen til leder udviklingssamtale (LUS)')
  expect(form.letter.lead.da).toBe('Du er hermed inviteret til LUS.')
  expect(form.letter.signedAs.da).toBe('Din leder')
})

test('S3-03 the nearest leader hosts', () => {
  expect(form.host).toBe('nearest-leader')
  expect(form.roles).toMatchObject({ host: { da: 'nærmeste leder' }, participant: { da: 'leder' } })
})

test('S3-04 the eight topics stand in their order, and one line names the rest', () => {
  expect(form.letter.topics.map(({ da }) => da)).toEqual([
    'Generel trivsel',
    'Strategi',
    'Effekt',
    'Kurs',
    'Relationer',
    'Samarbejde',
    'Kommunikation',
    'Selvledelse',
  ])
  expect(form.letter.otherTopics?.da).toBe('I taler også om løn, kompetencer og andre emner.')
})

test('S3-04 topics and sections that differ are told as warnings, by line', () => {
  const result = readConcept(lusText, lusFile)
  const warned = 'warnings' in result ? result.warnings : []
  const linesOf = (rule: string) =>
    warned.filter(warning => warning.rule === rule).map(({ line }) => textAt(line))
  expect(linesOf('topic-without-section')).toEqual(['- da: Generel trivsel', '- da: Kurs'])
  expect(linesOf('section-without-topic')).toEqual(Array.from({ length: 5 }, () => 'title:'))
})

const textAt = (line: number) => lusText.split('\n')[line - 1]?.trim()

test('S3-08 each point of the plan says how the host supports it', () => {
  expect(form.supportPerPoint).toBe(true)
})

test('S3-10 a talk is 60, 75 or 90 minutes, and usually 75', () => {
  expect(form.durationMinutes).toEqual({ offered: [60, 75, 90], usual: 75 })
})

test('S3-12 it is held every year and cannot be declined', () => {
  expect(form).toMatchObject({ yearly: true, decline: false, agreement: 'none' })
})

test('S3-14 the plan reaches one year ahead', () => {
  expect(form.planMonths).toBe(12)
})

test('S3-16 S3-17 S3-18 S3-19 S3-20 the five starting points of the source are slots for documents', () => {
  const lists = form.purpose.parts.flatMap(part => ('list' in part ? part.list : []))
  expect(form.documents.slice(0, 5).map(({ title }) => title)).toEqual(lists)
  const shared = form.documents.filter(slot => slot.of === 'organisation').map(({ id }) => id)
  expect(shared).toEqual(['vaerdigrundlag', 'ledelsesgrundlag', 'personalepolitik'])
})

test('S3-21 three slots take surveys, which are old after two years', () => {
  const surveys = form.documents.filter(slot => slot.oldAfterMonths === 24).map(({ id }) => id)
  expect(surveys).toEqual(['trivsel', 'arbejdsmiljoe', 'lederudvikling'])
})

test('S3-23 the guide looks back ten minutes and ahead for at least six tenths, whatever the length', () => {
  expect(form.guide.map(({ title, minutes }) => `${title.da} ${minutes}`)).toEqual([
    'Rammen 5',
    'Året, der gik 10',
    'Emner 40',
    'Løn 5',
    'Plan 15',
  ])
  for (const minutes of [60, 75, 90]) {
    const guide = guideFor(form, minutes)
    const sum = (looks: string) =>
      guide.filter(stretch => stretch.looks === looks).reduce((total, stretch) => total + stretch.minutes, 0)
    expect(sum('around') + sum('back') + sum('ahead')).toBe(minutes)
    expect(sum('back')).toBeLessThanOrEqual(10)
    expect(sum('ahead')).toBeGreaterThanOrEqual(0.6 * minutes)
  }
})

test('S3-25 the first block takes comments only', () => {
  const [first] = bandsOf(form)
  expect(first?.head?.da).toBe('Indledende dialog, hvor der blot udfyldes med kommentarer')
  const types = first?.sections.flatMap(({ questions }) => questions.map(({ type }) => type))
  expect(types).toEqual(['comment', 'comment'])
})

test('S3-26 the column of the form is named after both keywords and joint conclusions', () => {
  expect(form.answerHead.da).toBe('Stikord og fælles konklusioner')
})

test('S3-27 the scale runs from 1, lowest, to 6, highest', () => {
  expect(form.scale).toMatchObject({
    min: 1,
    max: 6,
    column: '1-6',
    head: { da: 'I de efterfølgende spørgsmål scores fra 1-6 hvor 1 er lavest og 6 er højest' },
    lowest: { da: 'lavest' },
    highest: { da: 'højest' },
  })
})

test('S3-28 the participant scores, and the host meets every question as a comment', () => {
  const types = (role: 'host' | 'participant') =>
    questionsOf(form).map(question => answerTypeFor(form, question, role))
  expect(types('participant').filter(type => type === 'score')).toHaveLength(16)
  expect(types('host')).not.toContain('score')
  const both = { ...form, bothScore: true }
  expect(
    questionsOf(both).filter(question => answerTypeFor(both, question, 'host') === 'score'),
  ).toHaveLength(16)
})

test('S3-29 the four heads of the plan stand word for word', () => {
  expect(form.planTitle.da).toBe('Individuel kompetenceudviklingsplan')
  expect(Object.values(form.planHeads).map(({ da }) => da)).toEqual([
    'Hvad skal udvikles?',
    'Målet for udviklingen?',
    'Hvordan?',
    'Hvornår?',
  ])
})

test('S3-30 it is closed by two signatures, each under its own head', () => {
  expect(form.closing).toBe('sign')
  expect(form.statement.da).toBe('Jeg har læst planen. Den svarer til det, vi aftalte.')
  expect(form.signatureHeads).toMatchObject({
    host: { da: 'Underskrift nærmeste leder:' },
    participant: { da: 'Underskrift leder' },
  })
})

test('the source’s eleven sections are prepared in nine steps of two or three questions', () => {
  expect(form.sections).toHaveLength(11)
  expect(form.steps.map(step => `${step.title.da} ${step.questions.length}`)).toEqual([
    'Indledende dialog 2',
    'Strategi 2',
    'Resultater og planlægning 2',
    'Relationer 3',
    'Samarbejde 3',
    'Kommunikation 2',
    'Selvledelse 3',
    'Løn og andet 2',
    'Kompetenceudvikling 2',
  ])
})

test('one goes from step to step, and after the last there is none', () => {
  expect(nextStep(form, 'relationer')?.slug).toBe('samarbejde')
  expect(nextStep(form, 'kompetencer')).toBeUndefined()
  expect(nextStep(form, 'findes-ikke')).toBeUndefined()
  const step = findStep(form, 'resultater')
  expect(step && questionsIn(form, step).map(({ number }) => number)).toEqual([5, 6])
})

test('a step names the words that mean the one who reads', () => {
  const words = form.steps.map(step => readerWordsIn(form, step).map(({ da }) => da))
  expect(words.filter(list => list.length > 0)).toEqual([['vores', 'min'], ['mig']])
})

test('every text of the form has an English gloss or translation', () => {
  const missing: string[] = []
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return
    if ('da' in value && !('en' in value)) missing.push(path)
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`)
  }
  walk(concept, 'concept')
  expect(missing).toEqual([])
})
