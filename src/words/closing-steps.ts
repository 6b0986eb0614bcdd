import type { Form } from '../domain/concept.ts'
import { words } from './words.ts'

type Closing = Form['closing']

// The next step while a locked text waits to be answered.
export const closingSteps = words({
  da: {
    close: (_: string, other: string, by: string, closing?: Closing) => ({
      title: `Læs planen, og luk samtalen med ${other}`,
      text:
        closing === 'confirm'
          ? `Teksten er låst og ens for jer begge. Svarer den til det, I aftalte? ${by}`
          : `Teksten er låst og ens for jer begge. Du vælger selv, hvordan du lukker. ${by}`,
      action: 'Læs planen',
    }),
    'wait-for-close': (_: string, other: string, told: string) => ({
      title: `Du har lukket. ${other} mangler`,
      text: told,
      action: 'Se planen',
    }),
    'close-unanswered': (_: string, other: string, __: string, closing?: Closing) => ({
      title: `Du kan lukke uden ${closing === 'sign' ? 'underskrift' : 'svar'} fra ${other}`,
      text: `${other} har ikke svaret, og teksten har været låst i mindst 14 dage. Spørg gerne først.`,
      action: closing === 'sign' ? 'Luk uden underskrift' : 'Luk uden svar',
    }),
  },
  en: {
    close: (_, other, by, closing) => ({
      title: `Read the plan and close the talk with ${other}`,
      text:
        closing === 'confirm'
          ? `The text is locked and the same for both of you. Is it what you agreed? ${by}`
          : `The text is locked and the same for both of you. You choose how to close. ${by}`,
      action: 'Read the plan',
    }),
    'wait-for-close': (_, other, told) => ({
      title: `You have closed. ${other} has not yet`,
      text: told,
      action: 'See the plan',
    }),
    'close-unanswered': (_, other, __, closing) => ({
      title: `You can close without ${other}’s ${closing === 'sign' ? 'signature' : 'answer'}`,
      text: `${other} has not answered, and the text has been locked for at least 14 days. You may ask first.`,
      action: closing === 'sign' ? 'Close without a signature' : 'Close without an answer',
    }),
  },
})
