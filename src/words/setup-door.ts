import { words } from './words.ts'

// The door of the setup: the terminal's code, and what is said there once it has been used.
export const setupDoor = words({
  da: {
    codeTitle: 'Opret en organisation',
    codeHelp: 'Skriv koden fra den terminal, hvor Medspil blev startet.',
    code: 'Kode fra terminalen',
    codeHint: 'Den virker én gang og i 24 timer. Du må gerne kopiere den og sætte den ind.',
    useCode: 'Fortsæt',
    madeTitle: 'Organisationen er oprettet',
    madeHelp: 'Her kan kun være én. Log ind med din mail.',
    codeWrong:
      'Koden passer ikke. Se efter i terminalen, og skriv den igen. Er den brugt eller ældre end 24 timer, så start Medspil igen.',
  },
  en: {
    codeTitle: 'Set up an organisation',
    codeHelp: 'Enter the code from the terminal where Medspil was started.',
    code: 'Code from the terminal',
    codeHint: 'It works once and for 24 hours. You may paste it.',
    useCode: 'Continue',
    madeTitle: 'The organisation has been set up',
    madeHelp: 'There can be only one here. Sign in with your mail.',
    codeWrong:
      'That is not the code. Look in the terminal and type it again. If it has been used or is over 24 hours old, start Medspil again.',
  },
})
