import { words } from './words.ts'

// What stands around a question of a concept; the question's own words are data.
export const questionWords = words({
  da: {
    number: (number: number) => `Spørgsmål ${number}`,
    keywords: 'Stikord',
    shareLater: 'Kan deles senere',
    sharedAsIs: 'Delt',
    changedSince: 'Ændret, siden du delte',
    ownNote: 'Note kun for dig',
    ownNoteHelp: 'Kun for dig. Hverken din leder eller HR kan se det.',
    hostNote: 'Din egen note',
    hostNoteHelp: (participant: string) =>
      `Skriv kun det, ${participant} gerne må læse. ${participant} kan have ret til at se den.`,
    oneNote: '1 note',
    clearScore: 'Fjern mit svar',
    scoreCleared: 'Svaret er fjernet',
    scoreOf: (score: number, highest: number) => `${score} af ${highest}`,
    faults: {
      'too-long': 'Det er for langt. Her er plads til 4.000 tegn.',
      'not-a-score': 'Vælg et tal fra 1 til 6, eller spring over.',
      'not-in-form': 'Noget kom forkert frem. Genindlæs siden, og prøv igen.',
    },
  },
  en: {
    number: number => `Question ${number}`,
    keywords: 'Keywords',
    shareLater: 'Can be shared later',
    sharedAsIs: 'Shared',
    changedSince: 'Changed since you shared',
    ownNote: 'Note for you only',
    ownNoteHelp: 'Only you. Neither your leader nor HR can see it.',
    hostNote: 'Your own note',
    hostNoteHelp: participant =>
      `Write only what ${participant} may well read. ${participant} may have a right to see it.`,
    oneNote: '1 note',
    clearScore: 'Remove my answer',
    scoreCleared: 'The answer is removed',
    scoreOf: (score, highest) => `${score} of ${highest}`,
    faults: {
      'too-long': 'It is too long. There is room for 4,000 characters.',
      'not-a-score': 'Choose a number from 1 to 6, or skip it.',
      'not-in-form': 'Something arrived wrong. Reload the page and try again.',
    },
  },
})
