import { countDa, countEn } from './counts.ts'
import { words } from './words.ts'

// The plan while it is written.
export const planDraft = words({
  da: {
    help: 'I kan rette alt, indtil I begge har lukket samtalen.',
    firstPoint: 'Skriv mindst ét punkt.',
    year: 'Hvad forventer vi af det næste år?',
    point: (n: number) => `Punkt ${n}`,
    tray: (n: number) =>
      n === 0
        ? 'Planen har ingen punkter endnu'
        : n === 1
          ? 'Planen har ét punkt'
          : `Planen har ${countDa(n)} punkter`,
    open: 'Åbn planen',
    until: 'En dato, hvis I har den',
    competence: 'Kompetence, det handler om (hvis I vil)',
    noCompetence: 'Ingen valgt',
    untilIs: (date: string) => `Senest den ${date}`,
    supportFor: {
      participant: (host: string, _: string) => `Sådan støtter ${host} dig`,
      host: (_: string, participant: string) => `Sådan støtter du ${participant}`,
    },
    aloneFor: {
      participant: (_: string) => 'Jeg klarer det selv',
      host: (participant: string) => `${participant} klarer det selv`,
    },
    notAgreed: 'Ikke aftalt',
    empty: 'Et tomt punkt',
    none: 'Der er ingen punkter endnu.',
    add: 'Tilføj punkt',
    addFirst: 'Tilføj det første punkt',
    many: (n: number) => `Planen har ${countDa(n)} punkter. Færre punkter er lettere at nå.`,
    conclusions: 'Hent fra det, I er enige om',
    up: 'Flyt op',
    down: 'Flyt ned',
    remove: 'Fjern',
    far: (months: number) =>
      `Datoen ligger mere end ${months === 12 ? 'et år' : `${months} måneder`} fremme. Mener I det, så lad den stå.`,
    past: 'Datoen er gået. Mener I det, så lad den stå.',
    beforeStart: 'Punktet slutter, før det begynder. Mener I det, så lad det stå.',
    noDate: 'Vi kan ikke læse datoen. Skriv den som 14. april 2027.',
    blocked: (name: string) => `${name} skriver lige nu. Tryk på »Skriv selv«, hvis du vil rette noget.`,
    gone: 'Punktet er fjernet imens. Gem igen, hvis det skal stå der alligevel.',
    removal: {
      title: 'Vil I fjerne punktet?',
      help: 'Teksten bliver slettet med det samme.',
      confirm: 'Fjern punktet',
      takeOver: 'Overtag, og fjern punktet',
      keep: 'Behold det',
      changed: 'Punktet er ændret, siden du så det. Her står det, som det er nu.',
      otherWrites: (name: string) => `${name} skriver lige nu. Punktet er ikke fjernet.`,
    },
  },
  en: {
    help: 'You can change everything until both of you have closed the talk.',
    firstPoint: 'Write at least one point.',
    year: 'What do we expect of the year ahead?',
    point: n => `Point ${n}`,
    tray: n =>
      n === 0
        ? 'The plan has no points yet'
        : n === 1
          ? 'The plan has one point'
          : `The plan has ${countEn(n)} points`,
    open: 'Open the plan',
    until: 'A date, if you have one',
    competence: 'Competence it is about (if you like)',
    noCompetence: 'None chosen',
    untilIs: date => `By ${date}`,
    supportFor: {
      participant: host => `How ${host} supports you`,
      host: (_, participant) => `How you support ${participant}`,
    },
    aloneFor: {
      participant: () => 'I manage on my own',
      host: participant => `${participant} manages alone`,
    },
    notAgreed: 'Not agreed',
    empty: 'An empty point',
    none: 'There are no points yet.',
    add: 'Add a point',
    addFirst: 'Add the first point',
    many: n => `The plan has ${countEn(n)} points. Fewer points are easier to reach.`,
    conclusions: 'Take from what you agree on',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    far: months =>
      `The date is more than ${months === 12 ? 'a year' : `${months} months`} ahead. If you mean it, let it stand.`,
    past: 'The date has passed. If you mean it, let it stand.',
    beforeStart: 'The point ends before it begins. If you mean it, leave it.',
    noDate: 'We cannot read the date. Write it like 14 April 2027.',
    blocked: name => `${name} is writing just now. Press “Write yourself” if you want to change something.`,
    gone: 'The point was removed meanwhile. Save again if you want to keep it.',
    removal: {
      title: 'Remove the point?',
      help: 'The text is deleted at once.',
      confirm: 'Remove the point',
      takeOver: 'Take over and remove the point',
      keep: 'Keep it',
      changed: 'The point has changed since you saw it. This is how it stands now.',
      otherWrites: name => `${name} is writing just now. The point is not removed.`,
    },
  },
})
