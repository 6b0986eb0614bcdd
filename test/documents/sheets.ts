// Two sheets of the named world: Lone's LUS with Anders by the form of 2019, its words taken from the seed itself.
import type { Band, PlanSheet, RecordSheet, Row, Section } from '../../src/documents/document.ts'
import { seedLines } from '../concept/lus-2019.ts'

const from = seedLines.findIndex(line => line.startsWith('Indledende dialog'))
const to = seedLines.indexOf('Individuel kompetenceudviklingsplan')

/** The lines of the form's own table; the head repeated at the source's page break is left out. */
export const formLines = seedLines.slice(from, to).filter((line, at, all) => all.indexOf(line) === at)

/** "Hvad skal udvikles?" and the three others. */
export const planHeads = headsIn(seedLines[to + 1] ?? '')

const people = [
  { label: 'Leder', name: 'Lone', place: 'Kløvervangen' },
  { label: 'Nærmeste leder', name: 'Anders' },
]

const shared = {
  language: 'da',
  at: '2026-04-14T12:31:00Z',
  organisation: { name: 'Lyngsø Kommune' },
  people,
} as const

export const recordSheet: RecordSheet = {
  ...shared,
  people,
  title: 'Leder udviklingssamtale - LUS 2019',
  held: '14. april 2026 kl. 13.00–14.15',
  place: 'Rådhuset, lokale 4',
  bands: bandsIn(formLines),
  foot: 'Slettes senest den 14. april 2028. Kun Lone og Anders kan læse arket.',
}

const support = (text: string) => ({ label: 'Sådan støtter Anders', text })

export const planSheet: PlanSheet = {
  ...shared,
  people,
  title: seedLines[to] ?? '',
  agreed: { label: 'Aftalt ved LUS', text: '14. april 2026' },
  runsTo: { label: 'Gælder til', text: 'Foråret 2027' },
  expectation: {
    label: 'Hvad forventer vi af det næste år?',
    text: 'Et roligere hus, hvor alle kan sige, hvorfor vi gør, som vi gør.',
  },
  heads: planHeads,
  points: [
    {
      what: 'At lede gennem forandring',
      goal: 'Alle på stuerne ved, hvorfor vi ændrer på dagens rytme.',
      how: 'Kommunens lederforløb og sparring undervejs.',
      when: 'Senest den 1. november 2026',
      support: support('Han holder fri til sparring hver anden torsdag kl. 9.00.'),
    },
    {
      what: 'Tid til egen ledelse',
      goal: 'En rolig formiddag om ugen.',
      how: 'Birthe tager telefonen.',
      when: 'Fra den 1. maj 2026',
      support: support('Jeg klarer det selv.'),
    },
  ],
  remarks: { label: 'Bemærkninger', none: 'Ingen.', items: [] },
  statement: 'Jeg har læst planen. Den svarer til det, vi aftalte.',
  signatures: [
    { label: 'Underskrift nærmeste leder:', name: 'Anders', date: '14. april 2026 kl. 14.28' },
    { label: 'Underskrift leder', name: 'Lone', date: '15. april 2026 kl. 8.05' },
  ],
  footnote: 'Begge skrev under med en engangskode, der blev sendt til deres egen mail.',
  foot: 'Slettes den 14. april 2029.',
  fingerprint: '4f2a 91c7 0be3 d85a',
}

/** The same record with each row changed. */
export function withRows(sheet: RecordSheet, change: (row: Row) => Row): RecordSheet {
  const sectionOf = (section: Section) => ({ ...section, rows: section.rows.map(change) })
  return { ...sheet, bands: sheet.bands.map(band => ({ ...band, sections: band.sections.map(sectionOf) })) }
}

export function rowsOf(sheet: RecordSheet): Row[] {
  return sheet.bands.flatMap(band => band.sections.flatMap(section => section.rows))
}

function bandsIn(lines: string[]): Band[] {
  const bands: Band[] = []
  for (const line of lines) {
    const [first = '', second = ''] = line.split(' | ')
    const sections = bands.at(-1)?.sections
    if (line.startsWith('Indledende'))
      bands.push({ kind: 'comments', head: first, answersHead: second, sections: [{ rows: [] }] })
    else if (line.startsWith('I de efterfølgende'))
      bands.push({ kind: 'scored', head: first, scoreHead: second, sections: [] })
    else if (second) sections?.at(-1)?.rows.push(rowOf(Number(first), second))
    else sections?.push({ title: line, rows: [] })
  }
  return bands
}

function rowOf(number: number, question: string): Row {
  const unscored = [1, 2, 18, 19, 21].includes(number)
  return { number, question, score: unscored ? 'none' : 4, conclusion: `Aftalt om ${number}.`, keywords: [] }
}

function headsIn(line: string): PlanSheet['heads'] {
  const [what = '', goal = '', how = '', when = ''] = line.split(' | ')
  return [what, goal, how, when]
}
