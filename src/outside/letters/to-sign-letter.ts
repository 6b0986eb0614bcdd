import type { Form } from '../../domain/concept.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type ToSignLetter = {
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  /** The page where the text is read and closed. */
  readonly link: string
  /** How the concept closes a talk: by a signature, or by saying that this is what was agreed. */
  readonly closing: Form['closing']
}

/** The text is frozen and waits for the reader. The three answers of a signing concept are named alike. */
export function toSignLetter({ language, reader, other, house, link, closing }: ToSignLetter): Letter {
  const t = texts[language]
  const { subject, choices, button } = t[closing]
  return letter({
    language,
    house,
    subject,
    greeting: t.greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(t.read), say(choices), { link: button, to: link }],
  })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Du og ${other} er færdige med at skrive.`,
    read: 'Læs teksten i ro. Er noget forkert, så ret planen først.',
    sign: {
      subject: 'Planen er klar til underskrift',
      choices: 'Du kan skrive under, skrive under med en bemærkning eller lade være. Du vælger selv.',
      button: 'Læs og skriv under',
    },
    confirm: {
      subject: 'Planen er klar til at blive læst',
      choices: 'Svarer den til det, I aftalte, så tryk ja. Du kan skrive en bemærkning til.',
      button: 'Læs og svar',
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    lead: other => `You and ${other} have finished writing.`,
    read: 'Read the text in your own time. If anything is wrong, correct the plan first.',
    sign: {
      subject: 'The plan is ready to sign',
      choices: 'You can sign, sign with a remark, or not sign. The choice is yours.',
      button: 'Read and sign',
    },
    confirm: {
      subject: 'The plan is ready to read',
      choices: 'If it is what you agreed, press yes. You can add a remark.',
      button: 'Read and answer',
    },
  },
})
