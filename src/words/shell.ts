import { words } from './words.ts'

// What stands around every page.
export const shell = words({
  da: {
    skip: 'Gå til indhold',
    menu: 'Menu',
    help: 'Hjælp',
    home: 'Min side',
    hosted: 'Mine samtaler',
    planning: 'Planlæg',
    about: 'Om samtalerne',
    whoSees: 'Hvem kan se hvad',
    slips: 'Sedler',
    outbox: 'Udbakke',
    closedWeeks: 'Huset har lukket',
    signOut: 'Log ud',
    asHost: 'Du er her som leder',
    asChair: 'Du er her som bestyrelsesformand',
    asEmployee: 'Du er her som medarbejder',
    otherLanguage: 'English',
    trial:
      'Prøvedrift: den, der kan se terminalen, kan logge ind som andre. Skriv ikke rigtige samtaler her.',
    errorTitle: 'Ret det her, og prøv igen',
    notFound: {
      title: 'Her er ikke noget',
      text: 'Siden findes ikke, eller den er ikke din at se. Tjek adressen, eller gå til Min side.',
      home: 'Til Min side',
    },
    broken: {
      title: 'Det gik ikke',
      text: 'Fejlen er vores. Det, der stod Gemt ved, er gemt. Prøv igen om lidt.',
      id: (id: string) => `Skriver du til os, så nævn nummeret ${id}.`,
    },
    sealBroken: {
      title: 'Teksten kan ikke åbnes',
      text: 'Den er ikke, som den blev gemt, så vi viser den ikke. Intet er gået videre til nogen.',
    },
    destroyed: {
      title: 'Teksten er slettet',
      text: 'Den er slettet efter sin frist, og den kan ikke hentes tilbage.',
    },
    tooLarge: {
      title: 'Det er for stort',
      text: 'Det, du sendte, fylder for meget. Gå tilbage, og gør det kortere.',
    },
    anotherReader: {
      title: 'Siden hørte til en anden',
      text: 'Siden blev åbnet, mens en anden var logget ind. Der er ikke gemt noget. Åbn den igen, og skriv så.',
    },
    malformed: {
      title: 'Vi kunne ikke læse det',
      text: 'Noget i formularen kom forkert frem. Gå tilbage, genindlæs siden, og send igen.',
    },
    foreign: {
      title: 'Det kom et andet sted fra',
      text: 'Formularen kom ikke fra vores egen side, så vi gjorde ingenting.',
    },
    back: 'Gå tilbage',
    idle: {
      title: 'Er du her stadig?',
      shared: 'Vi logger dig ud om to minutter. Alt, der står Gemt ved, er gemt.',
      own: 'Siden er dækket til, så andre ikke læser med. Tryk, når du er tilbage.',
      unsaved: 'Noget er ikke gemt og forsvinder herfra.',
      signedOut: 'Du er logget ud imens.',
      signIn: 'Log ind i en ny fane, og tryk så her igen.',
      stay: 'Jeg er her',
    },
  },
  en: {
    skip: 'Go to content',
    menu: 'Menu',
    help: 'Help',
    home: 'My page',
    hosted: 'My talks',
    planning: 'Plan',
    about: 'About the talks',
    whoSees: 'Who can see what',
    slips: 'Slips',
    outbox: 'Outbox',
    closedWeeks: 'The house is closed',
    signOut: 'Sign out',
    asHost: 'You are here as leader',
    asChair: 'You are here as board chair',
    asEmployee: 'You are here as employee',
    otherLanguage: 'Dansk',
    trial: 'Trial: whoever sees the terminal can sign in as others. Do not write real talks here.',
    errorTitle: 'Mend this and try again',
    notFound: {
      title: 'Nothing here',
      text: 'The page does not exist, or it is not yours to see. Check the address or go to My page.',
      home: 'To My page',
    },
    broken: {
      title: 'That did not work',
      text: 'The fault is ours. What said Saved is saved. Try again in a little while.',
      id: id => `If you write to us, please give the number ${id}.`,
    },
    sealBroken: {
      title: 'The text cannot be opened',
      text: 'It is not as it was saved, so we do not show it. Nothing has gone to anybody else.',
    },
    destroyed: {
      title: 'The text has been deleted',
      text: 'It was deleted at the end of its time, and it cannot be brought back.',
    },
    tooLarge: {
      title: 'That is too large',
      text: 'What you sent is too large. Go back and make it shorter.',
    },
    anotherReader: {
      title: 'The page belonged to somebody else',
      text: 'The page was opened while somebody else was signed in. Nothing was saved. Open it again, then write.',
    },
    malformed: {
      title: 'We could not read it',
      text: 'Something in the form arrived wrong. Go back, reload the page and send again.',
    },
    foreign: {
      title: 'It came from elsewhere',
      text: 'The form did not come from our own page, so we did nothing.',
    },
    back: 'Go back',
    idle: {
      title: 'Are you still there?',
      shared: 'We sign you out in two minutes. All that says Saved is saved.',
      own: 'The page is covered, so that nobody reads along. Press when you are back.',
      unsaved: 'Something is not saved and disappears from here.',
      signedOut: 'You have been signed out meanwhile.',
      signIn: 'Sign in in a new tab, and then press here again.',
      stay: 'I am here',
    },
  },
})
