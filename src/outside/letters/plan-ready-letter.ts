import type { LocalDate } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type PlanReadyLetter = {
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  /** The page with the plan and both files. */
  readonly link: string
  /** The latest day each of the two files is there. */
  readonly planDeletedOn: LocalDate
  readonly recordDeletedOn: LocalDate
}

/** The talk is closed, by both or without the other's answer. The files are never mailed; they are fetched on the page while they last. */
export function planReadyLetter({
  language,
  reader,
  other,
  house,
  link,
  ...deleted
}: PlanReadyLetter): Letter {
  const t = texts[language]
  const plan = sayDate(deleted.planDeletedOn, language)
  const record = sayDate(deleted.recordDeletedOn, language)
  return letter({
    language,
    house,
    subject: t.subject,
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other) } },
      say(t.where),
      say(t.deleted(plan, record)),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: 'Planen er klar',
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Samtalen med ${other} er lukket.`,
    where: 'Planen og samtalearket ligger på siden. Kun I, der var med, kan åbne dem.',
    deleted: (plan: string, record: string) =>
      `Samtalearket slettes senest den ${record} og planen senest den ${plan}. Hent dem inden, hvis du vil gemme dem.`,
    link: 'Åbn planen',
  },
  en: {
    subject: 'The plan is ready',
    greeting: reader => `Dear ${reader}`,
    lead: other => `The talk with ${other} is closed.`,
    where: 'The plan and the record are on the page. Only you who took part can open them.',
    deleted: (plan, record) =>
      `The record is deleted by ${record} and the plan by ${plan}. Fetch them before then if you want to keep them.`,
    link: 'Open the plan',
  },
})
