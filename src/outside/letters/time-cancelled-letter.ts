import type { LocalDate } from '../../domain/day.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDay } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimeCancelledLetter = {
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  readonly link: string
  /** The time that falls away; none when no time was agreed yet. */
  readonly wasAt?: Date | undefined
  /** Postponed: a new time is to be found by that day. Called off: the talk is not held. */
  readonly outcome:
    | { readonly postponed: { readonly until: LocalDate } }
    | { readonly calledOff: { readonly notesDeletedOn: LocalDate } }
}

/** The time falls away. Goes out with a calendar file that takes the entry back, where there was one. */
export function timeCancelledLetter({
  language,
  reader,
  other,
  house,
  link,
  wasAt,
  outcome,
}: TimeCancelledLetter): Letter {
  const t = texts[language]
  const day = wasAt && sayDay(localDateOf(wasAt), language)
  const draft = { language, house, greeting: t.greeting(reader) }
  return 'postponed' in outcome
    ? letter({
        ...draft,
        subject: t.postponed.subject,
        parts: [
          { lead: { text: t.postponed.lead(other, day) } },
          say(t.postponed.next(sayDay(outcome.postponed.until, language))),
          { link: t.postponed.link, to: link },
        ],
      })
    : letter({
        ...draft,
        subject: t.calledOff.subject,
        parts: [
          { lead: { text: t.calledOff.lead(other, day) } },
          say(t.calledOff.notes(sayDate(outcome.calledOff.notesDeletedOn, language))),
          { link: t.calledOff.link, to: link },
        ],
      })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    postponed: {
      subject: 'Samtalen er udsat',
      lead: (other: string, day?: string) => `Din samtale med ${other}${day ? ` ${day}` : ''} er udsat.`,
      next: (day: string) => `Det, du har skrevet, er gemt. I finder en ny tid senest ${day}.`,
      link: 'Find en ny tid',
    },
    calledOff: {
      subject: 'Samtalen er aflyst',
      lead: (other: string, day?: string) => `Din samtale med ${other}${day ? ` ${day}` : ''} er aflyst.`,
      notes: (date: string) => `Det, du har skrevet for dig selv, slettes senest den ${date}.`,
      link: 'Se, hvad du har skrevet',
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    postponed: {
      subject: 'Your talk is postponed',
      lead: (other, day) => `Your talk with ${other}${day ? ` on ${day}` : ''} is postponed.`,
      next: day => `What you have written is saved. You find a new time by ${day}.`,
      link: 'Find a new time',
    },
    calledOff: {
      subject: 'Your talk is called off',
      lead: (other, day) => `Your talk with ${other}${day ? ` on ${day}` : ''} is called off.`,
      notes: date => `What you wrote for yourself is deleted by ${date}.`,
      link: 'See what you have written',
    },
  },
})
