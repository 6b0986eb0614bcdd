import type { DocumentFault, Openers } from '../domain/documents.ts'
import { words } from './words.ts'

const faultsDa: Record<DocumentFault['fault'], string> = {
  tooLong: 'Navnet er for langt. Skriv højst 120 tegn.',
  noLink: 'Linket skal begynde med https:// og pege på en side.',
  noDay: 'Skriv dag, måned og år, for eksempel 1. marts 2026.',
}
const faultsEn: Record<DocumentFault['fault'], string> = {
  tooLong: 'The name is too long. Write at most 120 characters.',
  noLink: 'The link must begin with https:// and lead to a page.',
  noDay: 'Write day, month and year, for example 1 March 2026.',
}
const opensDa: Record<Openers, string> = {
  everybody: 'Alle, der har linket',
  'let-in': 'Dem, der har adgang, hvor det ligger',
}
const opensEn: Record<Openers, string> = {
  everybody: 'Everybody who has the link',
  'let-in': 'Those who are let in where it lies',
}

/** Screen 14: the papers one may want at hand (S0-57). */
export const documents = words({
  da: {
    title: 'Dokumenthylde',
    help: 'Det, I kan have ved hånden. En tom plads er helt i orden.',
    optional: 'Valgfri',
    joint: (other: string) => `Fælles. ${other} ser den samme side.`,
    empty: 'Ikke lagt ind',
    notRelevant: 'Ikke relevant i år',
    noPlan: 'Der er ingen plan fra sidste gang.',
    plan: (date: string) => `Planen fra den ${date}`,
    onlyYou: 'Kun I to kan åbne den.',
    noJob: 'Der er ingen endnu.',
    job: (date: string) => `Gælder fra den ${date}.`,
    jobOpens: 'I to og administratoren kan åbne den.',
    from: (date: string) => `Fra den ${date}.`,
    put: (date: string) => `Lagt ind den ${date}.`,
    old: (months: number) => `Ældre end ${months} måneder.`,
    canOpen: (who: string) => `Kan åbnes af: ${who.slice(0, 1).toLowerCase()}${who.slice(1)}.`,
    add: 'Tilføj et link',
    change: 'Ret',
    link: 'Link',
    linkHint: 'Begynder med https://',
    name: 'Navn',
    nameHint: 'Valgfrit.',
    dated: 'Dato på dokumentet',
    datedHint: 'Valgfrit.',
    opens: 'Hvem kan åbne det?',
    opener: opensDa,
    save: 'Gem linket',
    closed: 'Samtalen er lukket. Linkene kan ikke ændres mere.',
    meanwhile: 'Den anden har ændret pladsen imens. Dit står her endnu.',
    faults: faultsDa,
  },
  en: {
    title: 'Documents',
    help: 'What you can have at hand. An empty place is quite all right.',
    optional: 'Optional',
    joint: other => `Shared. ${other} sees the same page.`,
    empty: 'Nothing here',
    notRelevant: 'Not relevant this year',
    noPlan: 'There is no plan from last time.',
    plan: date => `The plan of ${date}`,
    onlyYou: 'Only the two of you can open it.',
    noJob: 'There is none yet.',
    job: date => `In force from ${date}.`,
    jobOpens: 'The two of you and the administrator can open it.',
    from: date => `From ${date}.`,
    put: date => `Put here on ${date}.`,
    old: months => `Older than ${months} months.`,
    canOpen: who => `Can be opened by: ${who.slice(0, 1).toLowerCase()}${who.slice(1)}.`,
    add: 'Add a link',
    change: 'Change',
    link: 'Link',
    linkHint: 'Begins with https://',
    name: 'Name',
    nameHint: 'Optional.',
    dated: 'Date on the document',
    datedHint: 'Optional.',
    opens: 'Who can open it?',
    opener: opensEn,
    save: 'Save the link',
    closed: 'The talk is closed. The links cannot be changed any more.',
    meanwhile: 'The other one has changed this place meanwhile. What you wrote still stands here.',
    faults: faultsEn,
  },
})
