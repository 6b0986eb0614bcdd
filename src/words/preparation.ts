import { words } from './words.ts'

const small = {
  da: ['Ingen', 'Et', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte', 'Ni'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
}
const answersDa = (n: number) => (n === 1 ? 'ét svar' : `${(small.da[n] ?? String(n)).toLowerCase()} svar`)
const answersEn = (n: number) =>
  n === 1 ? 'one answer' : `${(small.en[n] ?? String(n)).toLowerCase()} answers`

export const preparation = words({
  da: {
    tab: 'Forberedelse',
    title: 'Forbered din samtale',
    help: 'Tag det, der betyder noget for dig. Alt er valgfrit. Du kan holde pause, når du vil, og fortsætte senere.',
    back: 'Samtalen',
    toList: 'Forberedelse',
    questions: (n: number) => (n === 1 ? 'Ét spørgsmål' : `${small.da[n] ?? n} spørgsmål`),
    status: { 'not-begun': 'Ikke begyndt', begun: 'I gang', done: 'Færdig' },
    start: 'Begynd',
    carryOn: 'Fortsæt, hvor du slap',
    left: (n: number) =>
      n === 0
        ? 'Godt. Du er igennem det hele.'
        : n === 1
          ? 'Godt. Et kort afsnit tilbage.'
          : `Godt. ${small.da[n] ?? n} korte afsnit tilbage.`,
    unseen: (name: string) => `${name} kan ikke se noget endnu.`,
    seen: (name: string, n: number) => `${name} kan se ${answersDa(n)}.`,
    seeWhat: 'Se hvad',
    look: (name: string) => `Se, hvad ${name} kan se`,
    readerWords: (listed: string, name: string, role: string) =>
      `Her betyder ${listed} ${name}, din ${role}. Du kan dele dette afsnit til sidst, eller sige det i stedet.`,
    and: 'og',
    scale: '1 er lavest, og 6 er højest. Du må gerne springe over.',
    hostHelp: 'Du skriver ikke tal. Skriv de stikord, du vil have med i samtalen.',
    next: (title: string) => `Næste: ${title}`,
    save: 'Gem',
    savedAt: (time: string) => `Gemt ${time}`,
    saving: 'Gemmer …',
    unsaved: 'Ikke gemt endnu. Du har ingen forbindelse. Vi prøver igen, når du er på nettet.',
    signedOut: 'Ikke gemt endnu. Du er logget ud.',
    signedOutLink: 'Log ind i en ny fane, så gemmer vi det her.',
    stale: 'Du har også skrevet her på en anden enhed. Begge tekster er gemt.',
    staleLink: 'Vis begge, og vælg',
    tooLong: 'Ikke gemt. Et af felterne er for langt.',
    talkInstead: 'Jeg vil hellere tale end skrive',
    closed: 'Samtalen er holdt, så forberedelsen er lukket. Den er stadig kun din.',
    both: {
      title: 'Du har skrevet to steder',
      text: (time: string) =>
        `Denne tekst kom fra en anden side ${time}. Begge er gemt. Vælg, hvad der skal stå.`,
      field: 'Behold det, der står i felterne',
      other: 'Brug den anden tekst',
      join: 'Behold begge',
      note: 'Note kun for dig',
      score: (n: number) => `Tal: ${n}`,
    },
    preview: {
      title: (name: string) => `Se, hvad ${name} kan se`,
      help: (name: string) =>
        `Det er dit, indtil du deler det. ${name} ser det først, når du trykker på Del.`,
      heading: (name: string) => `Sådan ser det ud hos ${name}`,
      empty: 'Du kan også bare tale ud fra dine noter.',
      kept: 'Bliver hos dig',
      noteStays: 'Dine noter er heller ikke med. Dem kan kun du se.',
      share: (n: number, name: string) => `Del ${answersDa(n)} med ${name}`,
      shareAgain: (name: string) => `Del det valgte med ${name}`,
      update: 'Vis det igen med mit valg',
      sharing: 'Deler …',
      notNow: 'Ikke nu',
      nothing: 'Sæt et kryds ved det, du vil dele, eller vælg Ikke nu.',
      changed: 'Du har skrevet noget nyt, siden siden blev vist. Se det igennem, og del så.',
      nothingWritten: 'Du har ikke skrevet noget, der kan deles. Det er helt i orden.',
      pay: 'Løn deles kun, hvis du selv sætter kryds.',
    },
    done: {
      title: 'Så er du klar',
      text: (name: string, n: number) =>
        `${name} kan nu se ${n === 1 ? 'dit ene svar' : `dine ${answersDa(n)}`}. Du kan tage dem tilbage, indtil I starter. ${name} kan dog nå at læse dem inden.`,
      home: 'Til Min side',
      takeBack: 'Tag mine svar tilbage',
    },
  },
  en: {
    tab: 'Preparation',
    title: 'Prepare your talk',
    help: 'Take what matters to you. Everything is optional. Pause whenever you like and go on later.',
    back: 'The talk',
    toList: 'Preparation',
    questions: n => (n === 1 ? 'One question' : `${small.en[n] ?? n} questions`),
    status: { 'not-begun': 'Not begun', begun: 'Begun', done: 'Done' },
    start: 'Begin',
    carryOn: 'Go on where you left',
    left: n =>
      n === 0
        ? 'Good. You are through all of it.'
        : n === 1
          ? 'Good. One short section left.'
          : `Good. ${small.en[n] ?? n} short sections left.`,
    unseen: name => `${name} cannot see anything yet.`,
    seen: (name, n) => `${name} can see ${answersEn(n)}.`,
    seeWhat: 'See what',
    look: name => `See what ${name} can see`,
    readerWords: (listed, name, role) =>
      `Here ${listed} means ${name}, your ${role}. You can share this section last, or say it instead.`,
    and: 'and',
    scale: '1 is lowest and 6 is highest. You may skip.',
    hostHelp: 'You give no numbers. Write the keywords you want to bring to the talk.',
    next: title => `Next: ${title}`,
    save: 'Save',
    savedAt: time => `Saved ${time}`,
    saving: 'Saving …',
    unsaved: 'Not saved yet. You are offline. We try again as soon as you are back.',
    signedOut: 'Not saved yet. You are signed out.',
    signedOutLink: 'Sign in in a new tab, and we save this.',
    stale: 'You have also written here on another device. Both texts are saved.',
    staleLink: 'Show both and choose',
    tooLong: 'Not saved. One of the fields is too long.',
    talkInstead: 'I would rather talk than write',
    closed: 'The talk has been held, so the preparation is closed. It is still yours alone.',
    both: {
      title: 'You have written in two places',
      text: time => `This text came from another page ${time}. Both are saved. Choose what is to stand.`,
      field: 'Keep what is in the fields',
      other: 'Use the other text',
      join: 'Keep both',
      note: 'Note for you only',
      score: n => `Number: ${n}`,
    },
    preview: {
      title: name => `See what ${name} can see`,
      help: name => `It is yours until you share it. ${name} sees it only when you press Share.`,
      heading: name => `This is how it looks to ${name}`,
      empty: 'You can also just talk from your notes.',
      kept: 'Stays with you',
      noteStays: 'Your notes are not included either. Only you can see them.',
      share: (n, name) => `Share ${answersEn(n)} with ${name}`,
      shareAgain: name => `Share what is ticked with ${name}`,
      update: 'Show it again with my choice',
      sharing: 'Sharing …',
      notNow: 'Not now',
      nothing: 'Tick what you want to share, or choose Not now.',
      changed: 'You have written something new since this page was shown. Look it over, then share.',
      nothingWritten: 'You have written nothing that can be shared. That is quite all right.',
      pay: 'Pay is shared only if you tick it yourself.',
    },
    done: {
      title: 'You are ready',
      text: (name, n) =>
        `${name} can now see your ${answersEn(n)}. You can take them back until you start. They may have been read by then.`,
      home: 'To My page',
      takeBack: 'Take my answers back',
    },
  },
})
