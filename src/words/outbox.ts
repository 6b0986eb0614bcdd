import { words } from './words.ts'

const aboutDa: Record<string, string> = {
  conversation: 'Brev om en samtale',
  'weekly-digest': 'Ugens samtaler',
  'address-asked': 'Ny mail, til den gamle adresse',
  'address-new': 'Ny mail, til den nye adresse',
  'address-kept': 'Ny mail er taget tilbage',
}
const aboutEn: Record<string, string> = {
  conversation: 'A letter about a talk',
  'weekly-digest': 'The week’s talks',
  'address-asked': 'New address, to the old one',
  'address-new': 'New address, to the new one',
  'address-kept': 'New address is taken back',
}

const failuresDa: Record<string, string> = {
  unreachable: 'Mailserveren svarer ikke.',
  timeout: 'Mailserveren svarede ikke i tide.',
  tls: 'Vejen til mailserveren er ikke sikker.',
  later: 'Mailserveren beder os vente.',
  'refused-address': 'Mailserveren kender ikke adressen. Spørg, om den er rigtig.',
  refused: 'Mailserveren tager ikke imod brevet.',
  malformed: 'Navnet eller adressen kan ikke stå i en mail.',
  'no-address': 'Har ingen mail.',
}

const failuresEn: Record<string, string> = {
  unreachable: 'The mail server does not answer.',
  timeout: 'The mail server did not answer in time.',
  tls: 'The way to the mail server is not safe.',
  later: 'The mail server asks us to wait.',
  'refused-address': 'The mail server does not know the address. Ask whether it is right.',
  refused: 'The mail server does not take the letter.',
  malformed: 'The name or the address cannot stand in a mail.',
  'no-address': 'Has no mail.',
}

export const outbox = words({
  da: {
    title: 'Udbakke',
    help: 'Her ser du, om brevene kommer frem. Ingen koder, og intet af det, der står i dem.',
    show: 'Vis',
    filters: { all: 'Alle', waiting: 'Venter', failed: 'Kom ikke frem' },
    none: {
      all: 'Der er ingen breve endnu.',
      waiting: 'Ingen breve venter.',
      failed: 'Alle breve er kommet frem.',
    },
    to: 'Til',
    what: 'Hvad',
    made: 'Skrevet',
    became: 'Hvad der er sket',
    about: aboutDa,
    otherLetter: 'Et andet brev',
    sent: (when: string) => `Sendt ${when}`,
    said: (when: string) => `Sagt i terminalen ${when}`,
    goes: (when: string) => `Sendes ${when}`,
    underWay: 'Er på vej',
    notYet: 'Ikke sendt endnu',
    notSent: 'Kom ikke frem',
    notSendable: 'Kan ikke sendes',
    dropped: 'Ikke sendt. Der var ikke brug for det mere.',
    failures: failuresDa,
    otherFailure: 'Det gik ikke.',
    again: (when: string) => `Vi prøver igen ${when}.`,
    againNow: 'Vi prøver igen nu.',
    pages: 'Flere breve',
    newer: 'Nyere',
    older: 'Ældre',
    unreached: (n: number) => (n === 1 ? 'Én har ingen mail' : `${n} har ingen mail`),
    unreachedHelp: 'Uden mail kommer der ingen breve. Med en seddel kan man logge ind alligevel.',
    slips: 'Lav en seddel',
    unreachedMore: (n: number) => `Og ${n} til.`,
  },
  en: {
    title: 'Outbox',
    help: 'Here you see whether letters get through. No codes, and nothing of what they say.',
    show: 'Show',
    filters: { all: 'All', waiting: 'Waiting', failed: 'Did not get through' },
    none: {
      all: 'There are no letters yet.',
      waiting: 'No letters are waiting.',
      failed: 'Every letter has got through.',
    },
    to: 'To',
    what: 'What',
    made: 'Written',
    became: 'What became of it',
    about: aboutEn,
    otherLetter: 'Another letter',
    sent: when => `Sent ${when}`,
    said: when => `Said in the terminal ${when}`,
    goes: when => `Goes ${when}`,
    underWay: 'Under way',
    notYet: 'Not sent yet',
    notSent: 'Did not get through',
    notSendable: 'Cannot be sent',
    dropped: 'Not sent. It was no longer needed.',
    failures: failuresEn,
    otherFailure: 'That did not work.',
    again: when => `We try again ${when}.`,
    againNow: 'We try again now.',
    pages: 'More letters',
    newer: 'Newer',
    older: 'Older',
    unreached: n => (n === 1 ? 'One has no mail' : `${n} have no mail`),
    unreachedHelp: 'Without mail no letters come. With a slip one can sign in all the same.',
    slips: 'Make a slip',
    unreachedMore: n => `And ${n} more.`,
  },
})

export const heldLetter = words({
  da: {
    goesTo: (name: string, when: string) => `Brevet til ${name} sendes ${when}.`,
    toldAfter: (name: string, when: string) =>
      `${name} får først besked ${when}. Sig det selv, for samtalen er før det.`,
    told: (name: string) => `${name} har fået besked.`,
    toldAt: (name: string, when: string) => `${name} får besked ${when}.`,
    unreached: (name: string) => `${name} har ingen mail. Sig det selv.`,
    bySlip: (name: string) =>
      `${name} logger ind med en seddel. Bed jeres administrator om en, hvis den mangler.`,
  },
  en: {
    goesTo: (name, when) => `The letter to ${name} goes ${when}.`,
    toldAfter: (name, when) =>
      `${name} is told only ${when}. Tell ${name} yourself, as the talk is before that.`,
    told: name => `${name} has been told.`,
    toldAt: (name, when) => `${name} is told ${when}.`,
    unreached: name => `${name} has no mail. Tell ${name} yourself.`,
    bySlip: name => `${name} signs in with a slip. Ask your administrator for one if it is missing.`,
  },
})
