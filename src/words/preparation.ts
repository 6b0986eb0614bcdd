import { countDa, countEn, opening } from './counts.ts'
import { words } from './words.ts'

const answersDa = (n: number) => `${countDa(n)} svar`
const answersEn = (n: number) => `${countEn(n)} ${n === 1 ? 'answer' : 'answers'}`

export const preparation = words({
  da: {
    tab: 'Forberedelse',
    title: 'Forbered din samtale',
    help: 'Tag det, der betyder noget for dig. Alt er valgfrit. Du kan holde pause, når du vil, og fortsætte senere.',
    back: 'Samtalen',
    toList: 'Forberedelse',
    toOverview: 'Til oversigten',
    questions: (n: number) => `${opening(countDa(n))} spørgsmål`,
    wholeForm: 'Vis hele skemaet',
    sections: (n: number) => `${opening(countDa(n))} korte afsnit`,
    status: { 'not-begun': 'Ikke begyndt', begun: 'I gang', done: 'Færdig' },
    start: 'Begynd',
    carryOn: 'Fortsæt, hvor du slap',
    left: (n: number) =>
      n === 0
        ? 'Godt. Du er igennem det hele.'
        : n === 1
          ? 'Godt. Et kort afsnit tilbage.'
          : `Godt. ${opening(countDa(n))} korte afsnit tilbage.`,
    unseen: (name: string) => `${name} kan ikke se noget endnu.`,
    onlyThemesSeen: (name: string) => `${name} kan se dine temaer, men ikke dine svar.`,
    seen: (name: string, n: number) => `${name} kan se ${answersDa(n)}.`,
    changedSince: (n: number) =>
      n === 1 ? 'Ét har du ændret siden.' : `${opening(countDa(n))} har du ændret siden.`,
    seeWhat: 'Se hvad',
    look: (name: string) => `Se, hvad ${name} kan se`,
    readerWords: {
      before: 'Her handler',
      after: (name: string, role: string) =>
        `om ${name}, din ${role}. Du kan dele dette afsnit til sidst, eller sige det i stedet.`,
    },
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
    theirs: {
      shared: (name: string) => `${name} har delt`,
      here: (name: string) => `${name} har delt noget her`,
    },
    talkInstead: 'Jeg vil hellere tale end skrive',
    closed: (shared: boolean) =>
      `Samtalen er holdt, så forberedelsen er lukket. ${shared ? 'Det, du ikke har delt, er stadig kun dit.' : 'Den er stadig kun din.'}`,
    both: {
      title: 'Du har skrevet flere steder',
      text: 'Alt er gemt. Vælg, hvad der skal stå, og gå så videre.',
      from: (time: string) => `Fra en anden side ${time}`,
      legend: (number: number) => `Hvad skal stå ved spørgsmål ${number}?`,
      field: 'Det, der står i feltet',
      other: (time: string) => `Det fra den anden side ${time}`,
      all: 'Det hele, efter hinanden',
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
      back: 'Til oversigten',
      nothing: 'Sæt et kryds ved det, du vil dele, eller vælg Ikke nu.',
      changed: 'Du har skrevet noget nyt, siden siden blev vist. Se det igennem, og del så.',
      nothingWritten: 'Du har ikke skrevet noget, der kan deles. Det er helt i orden.',
      pay: 'Løn deles kun, hvis du selv sætter kryds.',
      record:
        'Tal, du deler, står også i samtalearket. Dine stikord kommer kun med, hvis du selv sætter kryds i samtalen.',
    },
    now: {
      help: (name: string) => `Retter du noget, læser ${name} stadig det gamle, indtil du deler igen.`,
      held: 'Samtalen er holdt, så du kan ikke dele mere.',
      heading: (name: string) => `Det kan ${name} læse nu`,
      headingHeld: (name: string) => `Det har du delt med ${name}`,
      nothing: 'Du har ikke delt noget.',
      changedHere: 'Du har ændret det siden.',
      emptiedHere: 'Du har slettet det hos dig selv siden.',
      changed: 'Ændret, siden du delte',
      changedHelp: (name: string) => `${name} kan ikke se det nye endnu.`,
      fewer: 'Fjerner du et kryds, tager du svaret tilbage, når du deler igen.',
      share: (name: string) => `Del igen med ${name}`,
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
    toOverview: 'To the overview',
    questions: n => (n === 1 ? 'One question' : `${opening(countEn(n))} questions`),
    wholeForm: 'Show the whole form',
    sections: n => (n === 1 ? 'One short section' : `${opening(countEn(n))} short sections`),
    status: { 'not-begun': 'Not begun', begun: 'Begun', done: 'Done' },
    start: 'Begin',
    carryOn: 'Go on where you left',
    left: n =>
      n === 0
        ? 'Good. You are through all of it.'
        : n === 1
          ? 'Good. One short section left.'
          : `Good. ${opening(countEn(n))} short sections left.`,
    unseen: name => `${name} cannot see anything yet.`,
    onlyThemesSeen: name => `${name} can see your themes, but not your answers.`,
    seen: (name, n) => `${name} can see ${answersEn(n)}.`,
    changedSince: n => (n === 1 ? 'You have changed one since.' : `You have changed ${countEn(n)} since.`),
    seeWhat: 'See what',
    look: name => `See what ${name} can see`,
    readerWords: {
      before: 'Here',
      after: (name, role) =>
        `are about ${name}, your ${role}. You can share this section last, or say it instead.`,
    },
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
    theirs: {
      shared: name => `${name} has shared`,
      here: name => `${name} has shared something here`,
    },
    talkInstead: 'I would rather talk than write',
    closed: shared =>
      `The talk has been held, so the preparation is closed. ${shared ? 'What you have not shared is still yours alone.' : 'It is still yours alone.'}`,
    both: {
      title: 'You have written in more than one place',
      text: 'All of it is saved. Choose what is to stand, and then go on.',
      from: time => `From another page ${time}`,
      legend: number => `What is to stand at question ${number}?`,
      field: 'What is in the field',
      other: time => `What came from the other page ${time}`,
      all: 'All of it, one after the other',
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
      back: 'To the overview',
      nothing: 'Tick what you want to share, or choose Not now.',
      changed: 'You have written something new since this page was shown. Look it over, then share.',
      nothingWritten: 'You have written nothing that can be shared. That is quite all right.',
      pay: 'Pay is shared only if you tick it yourself.',
      record:
        'Numbers you share also stand in the record. Your keywords only do if you tick them yourself in the talk.',
    },
    now: {
      help: name => `If you change something, ${name} still reads the old text until you share again.`,
      held: 'The talk has been held, so you can share no more.',
      heading: name => `This is what ${name} can read now`,
      headingHeld: name => `This is what you have shared with ${name}`,
      nothing: 'You have shared nothing.',
      changedHere: 'You have changed it since.',
      emptiedHere: 'You have deleted it on your own side since.',
      changed: 'Changed since you shared',
      changedHelp: name => `${name} cannot see the new text yet.`,
      fewer: 'If you remove a tick, you take that answer back when you share again.',
      share: name => `Share again with ${name}`,
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
