import type { LocalDate } from '../../domain/day.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDay, sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import type { Addressed, Part } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimeCancelledLetter = Addressed & {
  /** The time that falls away; none when no time was agreed yet. */
  readonly wasAt?: Date | undefined
  readonly minutes: number
  /** Postponed: a new time is to be found by that day; the other may have proposed some at once. Called off: the talk is not held. */
  readonly outcome:
    | { readonly postponed: { readonly until: LocalDate; readonly proposed: readonly Date[] } }
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
  minutes,
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
          ...proposing(outcome.postponed.proposed, other, minutes, language),
          say(t.postponed.next(sayDay(outcome.postponed.until, language))),
          { link: outcome.postponed.proposed.length > 0 ? t.postponed.answer : t.postponed.link, to: link },
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

function proposing(times: readonly Date[], other: string, minutes: number, language: Language): Part[] {
  if (times.length === 0) return []
  const list = times.map(startsAt => ({ text: sayTalkTime(startsAt, minutes, language) }))
  return [say(texts[language].postponed.proposes(other)), { list }]
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    postponed: {
      subject: 'Samtalen er udsat',
      lead: (other: string, day?: string) => `Din samtale med ${other}${day ? ` ${day}` : ''} er udsat.`,
      next: (day: string) => `Det, du har skrevet, er gemt. I finder en ny tid senest ${day}.`,
      proposes: (other: string) =>
        `${other} foreslår en ny tid. Sig ja til den, eller foreslå en anden på siden.`,
      answer: 'Svar på forslaget',
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
      proposes: other => `${other} suggests a new time. Say yes to it, or suggest another on the page.`,
      answer: 'Answer the suggestion',
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
