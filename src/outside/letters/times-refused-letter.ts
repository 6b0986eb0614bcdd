import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimesRefusedLetter = {
  readonly language: Language
  readonly reader: string
  /** Whom none of the times fits. */
  readonly other: string
  readonly house: string
  /** The page where the reader proposes others. */
  readonly link: string
  /** Whether an agreed time holds still. */
  readonly isAgreed: boolean
}

/** None of the times that the reader proposed fits the other. No reason is asked for and none is told. */
export function timesRefusedLetter(refused: TimesRefusedLetter): Letter {
  const { language, reader, other, house, link, isAgreed } = refused
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject,
    greeting: t.greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(isAgreed ? t.holds : t.next), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    subject: 'Tiden passede ikke',
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Ingen af de tider, du foreslog, passer ${other}.`,
    holds: 'Den aftalte tid gælder stadig. Du kan foreslå en anden på siden.',
    next: 'Foreslå nogle andre på siden.',
    link: 'Foreslå en anden tid',
  },
  en: {
    subject: 'The time did not fit',
    greeting: reader => `Dear ${reader}`,
    lead: other => `None of the times you suggested suits ${other}.`,
    holds: 'The agreed time still stands. You can suggest another on the page.',
    next: 'Suggest some others on the page.',
    link: 'Suggest another time',
  },
})
