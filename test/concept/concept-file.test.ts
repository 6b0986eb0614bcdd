// Every way a concept file can be wrong is told by file, line and rule, in Danish.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadConcepts, readConcept } from '../../src/outside/concept-file.ts'
import { lusConcept, lusFile, lusText } from './lus-2019.ts'

/**
 * The file with pieces changed. Each piece must stand there exactly once, so that a test changes what it says it
 * changes. `# here` in a change marks the line the fault should name.
 */
function changed(...changes: readonly (readonly [piece: string, other: string])[]): string {
  return changes.reduce((text, [piece, other]) => {
    const parts = text.split(piece)
    if (parts.length !== 2) throw new Error(`»${piece}« stands ${parts.length - 1} times`)
    return parts.join(other)
  }, lusText)
}

/** The lines of the file from this one up to, not with, that one. */
function lines(from: string, to: string): string {
  const start = lusText.indexOf(from)
  return lusText.slice(start, lusText.indexOf(to, start))
}

function faultsOf(text: string, fileName = lusFile) {
  const result = readConcept(text, fileName)
  return 'faults' in result ? result.faults : []
}

function lineMarked(text: string): number {
  return text.split('\n').findIndex(line => line.includes('# here')) + 1
}

const faulty = {
  'an unknown field': ['unknown-field', changed(['yearly: true', 'yearly: true\n    hemmelig: ja # here'])],
  'an unknown field deep down': [
    'unknown-field',
    changed(['slug: loen', 'slug: loen\n        farve: rød # here']),
  ],
  'an unknown kind': ['unknown-field', changed(['kinds:\n', 'kinds:\n  puls: {} # here\n'])],
  'a prototype as a field': [
    'unknown-field',
    changed(['\nkinds:', '\n__proto__: { admin: true } # here\nkinds:']),
  ],
  'a field left out': ['missing-field', changed(['    yearly: true\n', ''], ['lus:\n', 'lus: # here\n'])],
  'a list item without a field': [
    'missing-field',
    changed(['looks: back\n', '# gone\n'], ['id: aaret', 'id: aaret # here']),
  ],
  'a number for a text': ['wrong-type', changed(['mark: NATURENS RIGE', 'mark: 6 # here'])],
  'a text for a number': ['wrong-type', changed(['usual: 75', 'usual: fem kvarter # here'])],
  'half a minute': ['wrong-type', changed(['usual: 75', 'usual: 75.5 # here'])],
  'no in Danish': ['wrong-type', changed(['decline: false', 'decline: nej # here'])],
  'a field left empty': ['wrong-type', changed(['year: 2019', 'year: # here'])],
  'a number in a list of several shapes': [
    'wrong-type',
    changed([
      '- list:\n            - da: Politikker, strategier og mål for eget fagområde',
      '- list:\n            - da: 6 # here',
    ]),
  ],
  'a closing nobody knows': ['not-a-choice', changed(['closing: sign', 'closing: stamp # here'])],
  'a scale of its own': ['not-a-choice', changed(['max: 6', 'max: 10 # here'])],
  'an address with a slash': ['short-name', changed(['slug: relationer', 'slug: a/b # here'])],
  'a talk of no minutes': ['out-of-bounds', changed(['[60, 75, 90]', '[0, 75, 90] # here'])],
  'a control character': ['plain-text', changed(['short: LUS', 'short: "L\\u0007US" # here'])],
  'half of a character': ['plain-text', changed(['short: LUS', 'short: "LUS\\uD83C" # here'])],

  'a field said twice': [
    'one-field-once',
    changed(['yearly: true', 'yearly: true\n    yearly: false # here']),
  ],
  'a line out of indent': ['yaml', changed(['    yearly: true', '   yearly: true # here'])],
  'a tab': ['no-tabs', changed(['    yearly: true', '\tyearly: true # here'])],
  'a tag': ['no-tags', changed(['yearly: true', 'yearly: !js true # here'])],
  'a second document': ['one-document', `${lusText}--- # here\nid: to\n`],
  'a list as a field': ['plain-fields', changed(['\nkinds:', '\n? [a, b] # here\n: c\nkinds:'])],
  'an alias': [
    'no-alias',
    changed(['yearly: true', 'yearly: &y true'], ['bothScore: false', 'bothScore: *y # here']),
  ],

  'no form at all': ['some-kind', `${lusText.slice(0, lusText.indexOf('\nkinds:'))}\nkinds: {} # here\n`],
  'a MUS held by a nearest leader': [
    'host-fits-kind',
    changed(['\n  lus:', '\n  mus:'], ['host: nearest-leader', 'host: nearest-leader # here']),
  ],
  'a length nobody can choose': ['usual-length-is-offered', changed(['usual: 75', 'usual: 70 # here'])],
  'a number out of order': ['numbered-in-order', changed(['number: 12\n', 'number: 31 # here\n'])],
  'a question id used twice': ['one-name-once', changed(['- id: q12\n', '- id: q11 # here\n'])],
  'two steps at one address': ['one-name-once', changed(['slug: resultater', 'slug: strategi # here'])],
  'a question in no step': [
    'every-question-in-a-step',
    changed(['[q13, q14]', '[q13]'], ['- id: q14', '- id: q14 # here']),
  ],
  'a question in two steps': ['in-one-step-only', changed(['[q13, q14]', '[q13, q14, q1] # here'])],
  'a step that asks the unknown': [
    'step-asks-known-question',
    changed(['[q13, q14]', '[q13, q14, q99] # here']),
  ],
  'four questions in a step': ['step-has-one-to-three', changed(['[q13, q14]', '[q13, q14, q1, q2] # here'])],
  'a step that asks nothing': ['step-has-one-to-three', changed(['[q1, q2]', '[] # here'])],
  'comments after scores': [
    'comments-before-scores',
    changed(
      ['id: loen\n        band: scored', 'id: loen\n        band: scored # here'],
      ['id: andet\n        band: scored', 'id: andet\n        band: comments'],
    ),
  ],
  'a score among comments': [
    'score-stands-in-scored-band',
    changed(['number: 2\n            type: comment', 'number: 2\n            type: score # here']),
  ],
  'scores without a scale': [
    'scored-band-has-scale',
    changed(
      [lines('    scale:', '    bothScore:'), ''],
      ['id: strategi\n        band: scored', 'id: strategi\n        band: scored # here'],
    ),
  ],
  'pay by numbers': [
    'pay-has-no-score',
    changed(['number: 18\n            type: comment', 'number: 18\n            type: score # here']),
  ],
  'a reader who is not named': [
    'reader-is-named',
    changed(
      [
        lines('            readerWord:\n              da: mig', '            text:\n              da: Får'),
        '',
      ],
      [
        'number: 13\n            type: score\n            about: reader',
        'number: 13\n            type: score\n            about: reader # here',
      ],
    ),
  ],
  'a reader named by another word': [
    'reader-is-named',
    changed(
      ['da: mig\n', 'da: os\n'],
      [
        'type: score\n            about: reader\n            readerWord:\n              da: os',
        'type: score\n            about: reader # here\n            readerWord:\n              da: os',
      ],
    ),
  ],
  'a reader named where none reads': [
    'reader-is-named',
    changed(['about: pay', 'about: pay # here\n            readerWord: { da: kommende }']),
  ],
  'a letter silent on pay': [
    'rest-of-topics-named',
    changed([lines('      otherTopics:', '      ending:'), ''], ['topics:\n', 'topics: # here\n']),
  ],
  'a guide that is too short': [
    'guide-fills-the-talk',
    changed(['minutes: 40', 'minutes: 35'], ['guide:\n', 'guide: # here\n']),
  ],
  'a long look back': [
    'look-back-is-short',
    changed(['looks: around', 'looks: back'], ['guide:\n', 'guide: # here\n']),
  ],
  'a talk that hardly looks ahead': [
    'mostly-ahead',
    changed(
      ['looks: ahead\n        minutes: 40', 'looks: around\n        minutes: 40'],
      ['guide:\n', 'guide: # here\n'],
    ),
  ],
  'a step the guide forgets': [
    'every-step-in-a-stretch',
    changed(['        steps: [indledning]\n', ''], ['slug: indledning', 'slug: indledning # here']),
  ],
  'a step the guide takes twice': [
    'in-one-stretch-only',
    changed(['steps: [loen]', 'steps: [loen, strategi] # here']),
  ],
  'a step the guide invents': [
    'stretch-takes-known-step',
    changed(['steps: [loen]', 'steps: [loen, kaffe] # here']),
  ],
  'a competence named twice': [
    'one-name-once',
    changed([
      'planMonths: 12',
      `competences:
      - { id: ro, words: { da: Ro, en: Calm } }
      - { id: ro, words: { da: Overblik, en: Overview } } # here
    planMonths: 12`,
    ]),
  ],
  'a list of no competences': [
    'out-of-bounds',
    changed(['planMonths: 12', 'competences: [] # here\n    planMonths: 12']),
  ],
  'a competence in Danish alone': [
    'missing-field',
    changed(['planMonths: 12', 'competences: [{ id: ro, words: { da: Ro } }] # here\n    planMonths: 12']),
  ],
  'a file by another name': [
    'id-is-file-name',
    changed(['id: ringkoebing-skjern-lus-2019', 'id: et-andet # here']),
  ],
} as const

test.each(Object.entries(faulty))('%s is refused, by line and rule', (_, [rule, text]) => {
  expect(lineMarked(text)).toBeGreaterThan(0)
  expect(faultsOf(text)).toContainEqual(expect.objectContaining({ rule, line: lineMarked(text) }))
})

test('a fault reads as file, line, plain words and rule', () => {
  const text = faulty['four questions in a step'][1]
  expect(faultsOf(text)[0]?.message).toMatch(/^concepts\/ringkoebing-skjern-lus-2019\.yaml, linje \d+: /)
  expect(faultsOf(text).map(({ message }) => message)).toContain(
    `${lusFile}, linje ${lineMarked(text)}: Et trin skal have et, to eller tre spørgsmål. (regel: step-has-one-to-three)`,
  )
})

test('all faults of a file are told at once', () => {
  const text = changed(
    ['number: 12\n', 'number: 31\n'],
    ['slug: strategi', 'slug: resultater'],
    ['[q1, q2]', '[q1]'],
  )
  const rules = faultsOf(text).map(({ rule }) => rule)
  expect(rules).toEqual([
    'numbered-in-order',
    'one-name-once',
    'every-question-in-a-step',
    'stretch-takes-known-step',
  ])
})

test('a bomb of aliases is refused before anything is made of it', () => {
  const tripled = (level: number) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}, *l${level}]`
  const bomb = ['l0: &l0 [boom]', ...Array.from({ length: 30 }, (_, level) => tripled(level))].join('\n')
  expect(faultsOf(bomb)[0]).toMatchObject({ rule: 'no-alias', line: 2 })
})

test.each([
  '',
  'tekst',
  '- 1',
  '6',
  'null',
  '\u0000',
  '%YAML 1.1\n---\nid: x',
  '{',
  'a: &a\n  b: *a',
  'a: *b',
])('what is no concept is refused, never thrown: %j', text => {
  expect(faultsOf(text).length).toBeGreaterThan(0)
})

test('a file too large or too deep is refused', () => {
  expect(faultsOf('#'.repeat(200 * 1024 + 1))).toMatchObject([{ rule: 'not-too-large', line: 1 }])
  expect(faultsOf('['.repeat(5_000))[0]).toMatchObject({ rule: 'not-too-deep', line: 1 })
})

test('a folder is read by name, and a faulty file is left out, with its own lines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concepts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'ringkoebing-skjern-lus-2019.yaml'), lusText)
  await writeFile(join(folder, 'noter.txt'), 'ikke et koncept')
  expect(await loadConcepts(folder)).toMatchObject({ concepts: [lusConcept()] })

  await writeFile(join(folder, 'b.yaml'), Buffer.from('name: R\xf8d', 'latin1'))
  await writeFile(join(folder, 'c.yaml'), ' '.repeat(200 * 1024 + 1))
  const { concepts, faults } = await loadConcepts(folder)
  expect(concepts).toEqual([lusConcept()])
  expect(faults.map(({ rule }) => rule)).toEqual(['utf-8', 'not-too-large'])
  expect(faults[0]?.message).toMatch(/^concepts-\w+\/b\.yaml, linje 1: /)
})

test('a file is judged again when its text has changed, and only then', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concepts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ringkoebing-skjern-lus-2019.yaml')
  await writeFile(file, lusText)
  const [first] = (await loadConcepts(folder)).concepts
  expect((await loadConcepts(folder)).concepts[0]).toBe(first)
  await writeFile(file, lusText.replace('version: 1', 'version: 2'))
  expect((await loadConcepts(folder)).concepts).toMatchObject([{ version: 2 }])
  await writeFile(file, 'name: intet')
  expect(await loadConcepts(folder)).toMatchObject({ concepts: [] })
})

test('the concepts of the house load', async () => {
  const { concepts, faults } = await loadConcepts('concepts')
  expect([concepts.map(({ id }) => id), faults]).toEqual([
    expect.arrayContaining(['ringkoebing-skjern-lus-2019']),
    [],
  ])
})
