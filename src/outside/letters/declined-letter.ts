import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type DeclinedLetter = {
  readonly language: Language
  readonly reader: string
  /** Who has chosen not to have the talk, or would have it after all. */
  readonly other: string
  readonly house: string
  readonly link: string
  readonly outcome: 'declined' | 'taken-up'
}

/** To the host: the participant has chosen not to have the talk, or takes that back. No reason is asked for. */
export function declinedLetter({ language, reader, other, house, link, outcome }: DeclinedLetter): Letter {
  const t = texts[language]
  const { subject, lead, next } = t[outcome]
  return letter({
    language,
    house,
    subject: subject(other),
    greeting: t.greeting(reader),
    parts: [{ lead: { text: lead(other) } }, say(next(other)), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    link: 'Se samtalen',
    declined: {
      subject: (other: string) => `${other} har valgt samtalen fra`,
      lead: (other: string) => `${other} har valgt samtalen fra i år.`,
      next: (other: string) => `Tal med ${other} om det. ${other} behøver ikke sige hvorfor og kan fortryde.`,
    },
    'taken-up': {
      subject: (other: string) => `${other} vil gerne have samtalen`,
      lead: (other: string) => `${other} har fortrudt og vil gerne have samtalen i år.`,
      next: (other: string) => `${other} vælger en af de tider, du har givet.`,
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    link: 'See the talk',
    declined: {
      subject: other => `${other} has opted out of the talk`,
      lead: other => `${other} has opted out of the talk this year.`,
      next: other => `Talk to ${other} about it. ${other} need not say why, and can undo it.`,
    },
    'taken-up': {
      subject: other => `${other} would like the talk`,
      lead: other => `${other} would like to have the talk this year after all.`,
      next: other => `${other} picks one of the times you have given.`,
    },
  },
})
