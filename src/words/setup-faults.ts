import type { ColumnName } from '../domain/organisation/columns.ts'
import type { Fault, FaultRule } from '../domain/organisation/faults.ts'
import { listed } from './listed.ts'
import { type Language, words } from './words.ts'

/** The heads we ask for; the file may use others that mean the same. */
export const columnHeads = words<Readonly<Record<ColumnName, string>>>({
  da: {
    number: 'Medarbejdernummer',
    name: 'Navn',
    firstName: 'Fornavn',
    lastName: 'Efternavn',
    address: 'Mail',
    unit: 'Enhed',
    parent: 'Overenhed',
    team: 'Team',
    title: 'Stilling',
    staffGroup: 'Personalegruppe',
    leader: 'Leder',
    startsOn: 'Startdato',
    endsOn: 'Slutdato',
    language: 'Sprog',
    duty: 'Rolle',
  },
  en: {
    number: 'Employee number',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    address: 'Mail',
    unit: 'Unit',
    parent: 'Parent unit',
    team: 'Team',
    title: 'Job title',
    staffGroup: 'Staff group',
    leader: 'Leader',
    startsOn: 'Start date',
    endsOn: 'End date',
    language: 'Language',
    duty: 'Role',
  },
})

/** What a sentence may name: people and units, another row, the column's usual head, a limit. */
type Told = { first: string; all: string; row: number; head: string; limit: number }
type Sentence = string | ((told: Told) => string)

/** Each says what to do. */
const sentences = words<Readonly<Record<FaultRule, Sentence>>>({
  da: {
    empty: 'Filen er tom. Skriv en række overskrifter og en række for hver stilling.',
    'no-people': 'Der er ingen rækker under overskrifterne. Skriv en række for hver stilling.',
    'too-many-rows': ({ limit }) =>
      `Filen har over ${limit.toLocaleString('da-DK')} rækker. Så mange kan vi ikke tage imod her.`,
    'too-many-columns': 'Rækken har over 50 felter. Tag de kolonner ud, som vi ikke bruger.',
    'open-quote': 'Et anførselstegn åbner her og lukker ikke. Luk det, eller slet det.',
    'text-after-quote':
      'Der står tekst efter et lukket anførselstegn. Sæt tegnet om hele feltet, eller slet det.',
    'personal-number':
      'Det ligner CPR-numre, og dem må vi ikke få. Slet dem, og vælg filen igen. Vi har intet gemt.',
    'column-missing': ({ head }) => `Vi kan ikke finde kolonnen. Giv den overskriften ${head}.`,
    'column-twice': 'To kolonner betyder det samme. Behold den ene.',
    'head-again': 'Overskrifterne står her igen. Slet rækken.',
    'more-cells-than-heads': 'Rækken har flere felter end overskrifter. Se, om et skilletegn er for meget.',
    'row-twice': ({ row }) =>
      `Den samme stilling står i række ${row}. Slet den ene, eller skriv deres datoer.`,
    'cell-empty': 'Feltet er tomt. Udfyld det.',
    'control-character': 'Her står et tegn, som ikke kan ses. Skriv feltet igen.',
    formula: 'Her står en formel uden resultat. Skriv det, der skal stå.',
    'too-long': ({ limit }) => `Teksten er for lang. Brug højst ${limit} tegn.`,
    'not-an-address':
      'Det er ikke en mailadresse. Skriv for eksempel lone@eksempel.dk, eller lad feltet stå tomt.',
    'date-unreadable': 'Vi kan ikke læse datoen. Skriv for eksempel 01-08-2026.',
    'date-year-unclear': 'Skriv året med fire cifre, for eksempel 01-08-2026.',
    'date-not-in-calendar': 'Den dag findes ikke. Skriv en dag fra kalenderen.',
    'ends-before-start': 'Slutdato er den første dag uden. Skriv en dag efter startdatoen.',
    'language-unknown': 'Skriv da eller en, eller lad feltet stå tomt.',
    'duty-unknown': 'Skriv administrator, hr, amr, tr, souschef eller formand, eller lad feltet stå tomt.',
    'number-of-two': ({ row }) => `Nummeret har et andet navn i række ${row}. Ret nummeret eller navnet.`,
    'two-addresses': ({ row }) => `Personen har en anden mail i række ${row}. Skriv den samme begge steder.`,
    'two-languages': ({ row }) => `Personen har et andet sprog i række ${row}. Skriv det samme begge steder.`,
    'address-taken':
      'Mailen bruges i en anden organisation her. Skriv en anden, ellers kan ingen af dem logge ind.',
    'parent-unknown': ({ first }) =>
      `Ingen række har enheden ${first}. Ret navnet, lav en række i den enhed, eller lad feltet stå tomt.`,
    'parent-itself': ({ first }) =>
      `${first} kan ikke ligge under sig selv. Skriv enheden over, eller lad feltet stå tomt.`,
    'two-parents': ({ first, row }) =>
      `${first} ligger under en anden enhed i række ${row}. Ret den ene, eller giv enhederne hver sit navn.`,
    'unit-ring': ({ all }) => `${all} ligger under hinanden i en ring. Ret overenheden for én af dem.`,
    'leader-unknown':
      'Lederen står ikke i filen. Skriv nummer, mail eller navn, som det står der, eller skriv ingen.',
    'leader-of-two': 'Flere har den mail eller det navn. Skriv lederens nummer i stedet.',
    'leader-itself': ({ first }) =>
      `${first} kan ikke være sin egen leder. Skriv en anden, eller skriv ingen.`,
    'leader-at-other-time': ({ first }) =>
      `${first} har ingen stilling i den tid. Skriv en anden leder, eller ret datoerne.`,
    'host-ring': ({ all }) => `${all} er hinandens ledere i en ring. Ret lederen for én af dem.`,
  },
  en: {
    empty: 'The file is empty. Write a row of heads and a row for each post.',
    'no-people': 'There are no rows below the heads. Write a row for each post.',
    'too-many-rows': ({ limit }) =>
      `The file has over ${limit.toLocaleString('en-GB')} rows. We cannot take that many here.`,
    'too-many-columns': 'The row has over 50 cells. Take out the columns we do not use.',
    'open-quote': 'A quotation mark opens here and never closes. Close it or delete it.',
    'text-after-quote':
      'There is text after a closed quotation mark. Put the marks around the whole cell, or delete them.',
    'personal-number':
      'These look like civil registration numbers (CPR), which we may not have. Delete them and choose the file again. Nothing was saved.',
    'column-missing': ({ head }) => `We cannot find the column. Give it the head ${head}.`,
    'column-twice': 'Two columns mean the same. Keep one.',
    'head-again': 'The heads are here again. Delete the row.',
    'more-cells-than-heads': 'The row has more cells than there are heads. Look for a delimiter too many.',
    'row-twice': ({ row }) => `The same post is in row ${row}. Delete one of them, or write their dates.`,
    'cell-empty': 'The cell is empty. Fill it in.',
    'control-character': 'A character here cannot be seen. Write the cell again.',
    formula: 'Here is a formula without a result. Write the result instead.',
    'too-long': ({ limit }) => `The text is too long. Use at most ${limit} characters.`,
    'not-an-address':
      'That is not an email address. Write for example lone@example.dk, or leave the cell empty.',
    'date-unreadable': 'We cannot read the date. Write for example 01-08-2026.',
    'date-year-unclear': 'Write the year with four digits, for example 01-08-2026.',
    'date-not-in-calendar': 'There is no such day. Write a day from the calendar.',
    'ends-before-start': 'The end date is the first day without. Write a day after the start date.',
    'language-unknown': 'Write da or en, or leave the cell empty.',
    'duty-unknown': 'Write administrator, hr, amr, tr, deputy or chair, or leave the cell empty.',
    'number-of-two': ({ row }) =>
      `The number has another name in row ${row}. Correct the number or the name.`,
    'two-addresses': ({ row }) => `The person has another address in row ${row}. Write the same in both.`,
    'two-languages': ({ row }) => `The person has another language in row ${row}. Write the same in both.`,
    'address-taken':
      'The address is used in another organisation here. Write another, or neither can sign in.',
    'parent-unknown': ({ first }) =>
      `No row has the unit ${first}. Correct the name, make a row in that unit, or leave the cell empty.`,
    'parent-itself': ({ first }) =>
      `${first} cannot be under itself. Write the unit above, or leave the cell empty.`,
    'two-parents': ({ first, row }) =>
      `${first} is under another unit in row ${row}. Correct one, or give the units a name each.`,
    'unit-ring': ({ all }) =>
      `${all} are under each other in a ring. Correct the parent unit of one of them.`,
    'leader-unknown':
      'The leader is not in the file. Write number, address or name as it stands there, or write none.',
    'leader-of-two': 'Several people have that address or name. Write the leader’s number instead.',
    'leader-itself': ({ first }) => `${first} cannot be their own leader. Write another, or write none.`,
    'leader-at-other-time': ({ first }) =>
      `${first} has no post at that time. Write another leader, or correct the dates.`,
    'host-ring': ({ all }) => `${all} are each other’s leaders in a ring. Correct the leader of one of them.`,
  },
})

/** The fault in a sentence. */
export function sayFault(language: Language, fault: Fault): string {
  const sentence = sentences[language][fault.rule]
  if (typeof sentence === 'string') return sentence
  const names = fault.names ?? []
  return sentence({
    first: names[0] ?? '',
    all: listed(language, names),
    row: fault.otherRow ?? fault.row,
    head: fault.column ? columnHeads[language][fault.column] : '',
    limit: fault.limit ?? 0,
  })
}

/** The column as the file calls it, or as we do where the file has none; nothing for a whole row. */
export function sayColumn(language: Language, fault: Fault): string {
  return fault.head ?? (fault.column ? columnHeads[language][fault.column] : '')
}
