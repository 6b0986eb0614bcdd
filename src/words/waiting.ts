import { words } from './words.ts'

// One has answered the closing, and the other has not.
export const closingWait = words({
  da: {
    waiting: {
      title: { signed: 'Du har skrevet under', refused: 'Du har svaret', confirmed: 'Du har sagt ja' },
      text: (other: string, date: string) =>
        `${other} har ikke svaret endnu. I regner med et svar senest den ${date}. Du behøver ikke gøre mere.`,
      late: (other: string, date: string) =>
        `${other} har ikke svaret endnu. I regnede med den ${date}. Spørg ${other}, om noget mangler.`,
      by: (date: string) => `Svar gerne senest den ${date}.`,
      missed: (date: string) => `I regnede med den ${date}.`,
      missing: 'Mangler endnu',
      refused: 'Skriver ikke under',
      home: 'Til Min side',
    },
    unanswered: {
      sign: {
        text: (other: string) =>
          `Teksten har været låst i mindst 14 dage. Du kan nu lukke uden underskrift fra ${other}. Samtalen tæller som holdt. Ingen skriver under for ${other}.`,
        close: (other: string) => `Luk uden underskrift fra ${other}`,
      },
      confirm: {
        text: (other: string) =>
          `Teksten har været låst i mindst 14 dage. Du kan nu lukke uden svar fra ${other}. Så gælder planen. Der kommer til at stå, at ${other} ikke har svaret.`,
        close: (other: string) => `Luk uden svar fra ${other}`,
      },
    },
  },
  en: {
    waiting: {
      title: { signed: 'You have signed', refused: 'You have answered', confirmed: 'You have said yes' },
      text: (other, date) =>
        `${other} has not answered yet. You expect an answer by ${date}. You need do nothing more.`,
      late: (other, date) =>
        `${other} has not answered yet. You expected it by ${date}. Ask ${other} whether anything is missing.`,
      by: date => `Please answer by ${date}.`,
      missed: date => `Your answer was expected by ${date}.`,
      missing: 'Not yet',
      refused: 'Does not sign',
      home: 'To My page',
    },
    unanswered: {
      sign: {
        text: other =>
          `The text has been locked for at least 14 days. You can close it now without ${other}’s signature. The talk counts as held, and nobody signs for ${other}.`,
        close: other => `Close without ${other}’s signature`,
      },
      confirm: {
        text: other =>
          `The text has been locked for at least 14 days. You can close it now without ${other}’s answer. Then the plan holds. It will say that ${other} has not answered.`,
        close: other => `Close without ${other}’s answer`,
      },
    },
  },
})
