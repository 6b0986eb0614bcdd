import { words } from './words.ts'

// The first page of an empty system: two doors.
export const firstVisit = words({
  da: {
    tab: 'Velkommen',
    title: 'Velkommen til Medspil',
    help: 'Her bliver MUS og LUS til en god samtale med en plan, I begge holder.',
    tryTitle: 'Prøv med eksempler',
    tryText: 'Mød to opfundne organisationer, og vær, hvem du vil, i dem. Demoen rører ikke jeres egne data.',
    tryHow: 'Stop Medspil i terminalen med Ctrl-C, og skriv:',
    ownTitle: 'Opret jeres organisation',
    ownText: 'Du skal bruge koden fra terminalen og en fil med jeres medarbejdere. Et eksempel ligger klar.',
    own: 'Opret jeres organisation',
  },
  en: {
    tab: 'Welcome',
    title: 'Welcome to Medspil',
    help: 'Here MUS and LUS become a good talk, with a plan you both keep.',
    tryTitle: 'Try it with examples',
    tryText: 'Meet two invented organisations and be anybody in them. The demo does not touch your own data.',
    tryHow: 'Stop Medspil in the terminal with Ctrl-C and write:',
    ownTitle: 'Set up your organisation',
    ownText: 'You need the code from the terminal and a file with your staff. There is an example.',
    own: 'Set up your organisation',
  },
})
