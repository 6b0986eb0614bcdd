import type { Competence } from '../domain/concept.ts'
import type { LocalDate } from '../domain/day.ts'
import { sayDate } from '../domain/day-words.ts'
import { competenceOf, type Point } from '../domain/point.ts'
import type { JobOutcome } from '../domain/record.ts'
import { type Language, words } from './words.ts'

// What stands on the two papers beside the concept's own words and people's. The plan on screen says the same.
export const papers = words({
  da: {
    agreedAt: (label: string) => `Aftalt ved ${label}`,
    runsTo: 'Gælder til',
    year: 'Hvad forventer vi af det næste år?',
    job: 'Stillingsbeskrivelsen',
    jobOutcomes: { fits: 'Den passer', change: 'Vi foreslår en ændring', 'not-discussed': 'Ikke drøftet' },
    competence: 'Kompetence',
    support: (host: string) => `Sådan støtter ${host}`,
    begunAt: (day: string, time: string) => `${day}, begyndt ${time}`,
    agreedFor: (day: string, times: string) => `${day}\nAftalt tid: ${times}`,
    withoutPay: 'Løn er ikke taget med i arket.',
    alone: 'Jeg klarer det selv.',
    until: (date: string) => `Senest den ${date}`,
    remarks: 'Bemærkninger',
    noRemarks: 'Ingen.',
    unsigned: { sign: 'Ikke underskrevet', confirm: 'Har ikke svaret' },
    placeLater: 'Ikke skrevet',
    bothByCode: 'Begge skrev under med en engangskode, der blev sendt til deres egen mail.',
    oneByCode: (name: string) => `${name} skrev under med en engangskode, der blev sendt til egen mail.`,
    recordFoot: (date: string, one: string, other: string) =>
      `Slettes senest den ${date}. Kun ${one} og ${other} kan læse arket.`,
    planFoot: (date: string) => `Slettes den ${date}.`,
  },
  en: {
    agreedAt: label => `Agreed at ${label}`,
    runsTo: 'Runs until',
    year: 'What do we expect of the year ahead?',
    job: 'The job description',
    jobOutcomes: { fits: 'It fits', change: 'We propose a change', 'not-discussed': 'Not discussed' },
    competence: 'Competence',
    support: host => `How ${host} supports`,
    begunAt: (day, time) => `${day}, begun ${time}`,
    agreedFor: (day, times) => `${day}\nAgreed time: ${times}`,
    withoutPay: 'Pay is not put in the record.',
    alone: 'I manage on my own.',
    until: date => `By ${date}`,
    remarks: 'Remarks',
    noRemarks: 'None.',
    unsigned: { sign: 'Not signed', confirm: 'Has not answered' },
    placeLater: 'Not written',
    bothByCode: 'Both signed with a one-time code that was sent to their own mail.',
    oneByCode: name => `${name} signed with a one-time code that was sent to their own mail.`,
    recordFoot: (date, one, other) => `Deleted by ${date}. Only ${one} and ${other} can read the record.`,
    planFoot: date => `Deleted on ${date}.`,
  },
})

/** What came of the job description, and under it what is proposed. */
export function sayJob(outcome: JobOutcome, proposal: string | undefined, language: Language): string {
  return [papers[language].jobOutcomes[outcome], proposal].filter(Boolean).join('\n')
}

/** When a point is for: its own words, and the day behind them where the words do not name it. */
export function sayWhen({ when, until }: Point, language: Language): string {
  if (until === null || names(when, until)) return when
  const day = papers[language].until(sayDate(until, language))
  return when === '' ? day : `${when}\n${day}`
}

const names = (text: string, date: LocalDate) =>
  (['da', 'en'] as const).some(language => plain(text).includes(plain(sayDate(date, language))))

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

/** »Kompetence: Samarbejde«, where a point is about one of these (S0-18). */
export function sayCompetence(
  point: Point,
  competences: readonly Competence[] | undefined,
  language: Language,
): string | undefined {
  const said = competenceOf(point, competences)
  return said && `${papers[language].competence}: ${said[language]}`
}

/** How the host supports a point, and that one manages alone where that was ticked. */
export function saySupport({ support, alone }: Point, language: Language): string {
  return [alone ? papers[language].alone : '', support].filter(Boolean).join('\n')
}
