import { words } from './words.ts'

type Seen = { what: string; who: string; until: string }

export const about = words({
  da: {
    title: 'Om samtalerne',
    help: 'Det korte svar på, hvad de er til, og hvad du kan gøre.',
    meanings: 'Hvad ordene betyder',
    notHere: 'Den kan ikke holdes her endnu.',
    stages: {
      before: {
        title: 'Før samtalen',
        lines: [
          'Du får et brev og vælger en tid. Passer ingen, så bed om andre.',
          'Du forbereder dig i arbejdstiden. 20 minutter er nok, og alt er valgfrit.',
          'Du ser, hvad den anden kan se, før du deler noget.',
        ],
        chairLines: [
          'Du inviterer og giver nogle tider. Den anden vælger en.',
          'Du forbereder dig, når det passer dig. 20 minutter er nok, og alt er valgfrit.',
          'Du ser, hvad den anden kan se, før du deler noget.',
        ],
        material: 'Det kan du bruge før',
      },
      during: {
        title: 'Under samtalen',
        lines: [
          'I taler sammen uden afbrydelser. Den, samtalen handler om, taler først.',
          'Det, I bliver enige om, skriver I i Fælles. I kan begge læse og rette.',
          'Til sidst skriver I planen sammen.',
        ],
        material: 'Det kan I bruge under',
      },
      after: {
        title: 'Efter samtalen',
        lines: [
          'I læser den samme tekst og lukker samtalen, hver for sig.',
          'I får to filer: Samtalearket og Planen. Kun I to kan hente dem.',
          'Hver tekst har en dato, hvor den slettes.',
        ],
        material: 'Det kan I bruge efter',
      },
    },
    takes: (minutes: number) => `Ca.\u00A0${minutes}\u00A0minutter.`,
    asked: 'Hvem gør hvad',
    askedOf: (kinds: string, role: string) => `${kinds}: ${role}`,
    why: 'Hvorfor vi holder dem',
    means: (short: string, long: string) => `${short} er en ${long}.`,
    what: (short: string) => `Hvad er ${short}?`,
    concept: 'Om konceptet',
    version: (name: string, version: number) => `${name}, udgave ${version}.`,
    draft: 'Spørgsmålene er et udkast til koncept.',
    none: 'Jeres organisation har ikke valgt et koncept endnu.',
    signIn: 'Log ind for at læse, hvordan I gør hos jer.',
  },
  en: {
    title: 'About the talks',
    help: 'The short answer to what they are for and what you can do.',
    meanings: 'What the words mean',
    notHere: 'It cannot be held here yet.',
    stages: {
      before: {
        title: 'Before the talk',
        lines: [
          'You get a letter and pick a time. If none suits you, ask for others.',
          'You prepare in working hours. 20 minutes is enough, and everything is optional.',
          'You see what the other can see before you share anything.',
        ],
        chairLines: [
          'You invite and give some times. The other picks one.',
          'You prepare when it suits you. 20 minutes is enough, and everything is optional.',
          'You see what the other can see before you share anything.',
        ],
        material: 'What you can use before',
      },
      during: {
        title: 'During the talk',
        lines: [
          'You talk without interruptions. The one the talk is about speaks first.',
          'What you agree on, you write under Shared. You can both read and edit it.',
          'At the end you write the plan together.',
        ],
        material: 'What you can use during',
      },
      after: {
        title: 'After the talk',
        lines: [
          'You read the same text and close the talk, each for yourself.',
          'You get two files: the record and the plan. Only the two of you can download them.',
          'Every text has a date on which it is deleted.',
        ],
        material: 'What you can use after',
      },
    },
    takes: minutes => `About ${minutes}\u00A0minutes.`,
    asked: 'Who does what',
    askedOf: (kinds, role) => `${kinds}: ${role}`,
    why: 'Why we hold them',
    means: (short, long) => `${short} is ${/^[aeiou]/i.test(long) ? 'an' : 'a'} ${long}.`,
    what: short => `What is ${short}?`,
    concept: 'About the concept',
    version: (name, version) => `${name}, version ${version}.`,
    draft: 'The questions are a draft of a concept.',
    none: 'Your organisation has not chosen a concept yet.',
    signIn: 'Sign in to read how you do it where you work.',
  },
})

export const whoSees = words({
  da: {
    title: 'Hvem kan se hvad',
    help: 'Ved hvert felt, du skriver i, står der, hvem der kan læse det.',
    caption: 'Tekster, læsere og hvor længe de er her',
    what: 'Teksten',
    who: 'Hvem kan læse den',
    since: 'Siden',
    mine: 'Dine tekster lige nu',
    mineNone: 'Du har ikke skrevet noget endnu.',
    talk: (label: string, other: string) => `${label} med ${other}`,
    texts: {
      own: 'Dine noter og svar, du ikke har delt',
      talk: 'Det, I har delt og skrevet sammen',
      plan: 'Planen og bemærkninger',
    },
    onlyYou: 'Kun du',
    onlyHost: (other: string) => `Du. ${other} kan have ret til at se den.`,
    youAnd: (other: string) => `Du og ${other}`,
    fetch: 'Hent mine data',
    fetchText: 'Du kan få alt dit eget og det fælles som én fil.',
    gone: 'Det er slettet',
    goneLine: (what: string, talk: string, date: string) => `${what} (${talk}), ${date}`,
    until: 'Hvornår den slettes',
    rows: [
      {
        what: 'Dine noter (Kun for dig)',
        who: 'Kun du. Hverken din leder eller HR. En leders note om dig kan du have ret til at se.',
        until: 'Senest 30 dage efter, at samtalen er lukket',
      },
      {
        what: 'Dine svar, før du deler',
        who: 'Kun du.',
        until: 'Senest 30 dage efter, at samtalen er lukket',
      },
      {
        what: 'Dine svar, når du har delt',
        who: 'Du og den anden i samtalen. Du kan tage dem tilbage, indtil I starter.',
        until: 'Senest 24 måneder efter',
      },
      {
        what: 'Det, I skriver sammen (Fælles)',
        who: 'I to.',
        until: 'Samtalearket senest 24 måneder efter, planen senest tre år efter',
      },
      {
        what: 'Om samtalen er holdt',
        who: 'HR, som et tal.',
        until: 'Tallet bliver',
      },
    ] satisfies Seen[],
    job: {
      what: 'Stillingsbeskrivelsen',
      who: 'Den, der har stillingen, lederen og administratoren.',
      until: 'Senest tre år efter, at en ny afløser den',
    } satisfies Seen,
    read: 'Læst af andre',
    readHelp: 'Her står, hvilke dage den anden i samtalen har åbnet det, du har delt. Aldrig klokkeslættet.',
    readLine: (reader: string, label: string, date: string) =>
      `${reader} har åbnet det, du har delt (${label}), ${date}`,
    none: 'Ingen har åbnet noget, du har delt.',
    limits: 'Hvad vi ikke kan love',
    limitsText:
      'Den, der har overtaget selve serveren, kan læse det, som de mennesker, der er logget ind, kan læse. Derfor er døren lille, og derfor slettes teksterne.',
  },
  en: {
    title: 'Who can see what',
    help: 'Each field you write in says who can read it.',
    caption: 'Texts, readers and how long they are here',
    what: 'The text',
    who: 'Who can read it',
    since: 'Since',
    mine: 'Your texts right now',
    mineNone: 'You have not written anything yet.',
    talk: (label, other) => `${label} with ${other}`,
    texts: {
      own: 'Your notes, and answers you have not shared',
      talk: 'What you two have shared and written together',
      plan: 'The plan and remarks',
    },
    onlyYou: 'Only you',
    onlyHost: other => `You. ${other} may have a right to see it.`,
    youAnd: other => `You and ${other}`,
    fetch: 'Download my data',
    fetchText: 'You can have all that is yours and what is shared as one file.',
    gone: 'Deleted',
    goneLine: (what, talk, date) => `${what} (${talk}), ${date}`,
    until: 'When it is deleted',
    rows: [
      {
        what: 'Your notes (Only you)',
        who: 'Only you. Neither your leader nor HR. You may have a right to see a leader’s note about you.',
        until: 'At most 30 days after the talk is closed',
      },
      {
        what: 'Your answers before you share',
        who: 'Only you.',
        until: 'At most 30 days after the talk is closed',
      },
      {
        what: 'Your answers once you have shared',
        who: 'You and the other in the talk. You can take them back until you start.',
        until: 'At most 24 months after',
      },
      {
        what: 'What you write together (Shared)',
        who: 'The two of you.',
        until: 'The record at most 24 months after, the plan at most three years after',
      },
      { what: 'Whether the talk was held', who: 'HR, as a number.', until: 'The number stays' },
    ],
    job: {
      what: 'The job description',
      who: 'Whoever has the post, its leader and the administrator.',
      until: 'At most three years after a new one replaces it',
    },
    read: 'Read by others',
    readHelp: 'The days on which the other in the talk has opened what you shared. Never the hour.',
    readLine: (reader, label, date) => `${reader} has opened what you shared (${label}), ${date}`,
    none: 'Nobody has opened anything you have shared.',
    limits: 'What we cannot promise',
    limitsText:
      'Whoever has taken over the server itself can read what the people signed in can read. That is why the door is small, and why the texts are deleted.',
  },
})
