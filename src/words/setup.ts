import { listed } from './listed.ts'
import { words } from './words.ts'

const da = (names: readonly string[]) => listed('da', names)
const en = (names: readonly string[]) => listed('en', names)

type Counts = { units: number; people: number; posts: number; hosts: number }
type Shape = {
  kinds: string
  questions: number
  minutes: readonly number[]
  yearly: boolean
  closing: 'sign' | 'confirm'
}

// The setup door: the code, what is asked, the look-through, and what comes now.
export const setup = words({
  da: {
    codeTitle: 'Opret en organisation',
    codeHelp: 'Skriv koden fra den terminal, hvor Medspil blev startet.',
    code: 'Kode fra terminalen',
    codeHint: 'Den virker én gang og i 24 timer. Du må gerne kopiere den og sætte den ind.',
    useCode: 'Fortsæt',
    codeWrong:
      'Koden passer ikke. Se efter i terminalen, og skriv den igen. Er den brugt eller ældre end 24 timer, så start Medspil igen.',

    title: 'Opret jeres organisation',
    help: 'Intet bliver gemt, før du har set det hele igennem.',
    name: 'Organisationens navn',
    letters: 'Sprog i breve',
    lettersHint: 'Filen kan sige et andet for hver medarbejder.',
    languages: { da: 'Dansk', en: 'Engelsk' },
    concept: 'Koncept for samtalerne',
    conceptLine: ({ kinds, questions, minutes, yearly, closing }: Shape) =>
      [
        `${kinds}${questions} spørgsmål.`,
        `${da(minutes.map(String)).replace(' og ', ' eller ')} minutter${yearly ? ', hvert år' : ''}.`,
        closing === 'sign' ? 'I lukker med underskrift.' : 'I lukker med et ja fra begge.',
      ].join(' '),
    you: 'Dig',
    youHelp: 'Du bliver administrator. Det giver ikke adgang til nogen samtale.',
    yourName: 'Dit navn',
    address: 'Din mail',
    addressHint: 'Står du selv i filen, så brug den mail, der står der.',
    people: 'Medarbejderne',
    file: 'Fil med medarbejdere',
    fileHint:
      'CSV eller Excel (XLSX), højst 40 MB. En række for hver stilling. Kolonner, vi ikke kender, spørger vi om.',
    example: 'Hent et eksempel at skrive videre i',
    columns: 'Sådan ser filen ud',
    columnWords: {
      number: 'Medarbejderens nummer hos jer. Samme nummer i flere rækker er én person med flere stillinger.',
      name: 'Fornavn og efternavn.',
      firstName: 'I stedet for navn, sammen med efternavn.',
      lastName: 'I stedet for navn, sammen med fornavn.',
      address: 'Feltet må være tomt. Så skal personen have en seddel for at logge ind.',
      unit: 'Det hus eller den afdeling, stillingen hører til.',
      parent:
        'Enheden over. Tom for den øverste. En række med kun enhed og overenhed er en enhed uden stillinger.',
      team: 'For eksempel en stue eller en gruppe i huset.',
      title: 'Hvad stillingen hedder.',
      staffGroup: 'For eksempel pædagoger.',
      leader:
        'Lederens nummer eller mail. Er feltet tomt, finder vi den nærmeste leder. Skriv ingen, hvis der ingen er.',
      startsOn: 'For eksempel 01-08-2026. Er feltet tomt, begynder stillingen i dag.',
      endsOn: 'Slutdato er den første dag uden. Må være tom.',
      language: 'da eller en. Er feltet tomt, gælder sproget i breve.',
      duty: 'administrator, hr, amr, tr, souschef eller formand. Må være tom.',
    },
    columnRequired: 'Skal være med',
    columnFree: 'Kan være med',
    noCpr: 'Der må ikke stå CPR-numre i filen.',
    paste: 'Sæt rækkerne ind som tekst',
    rows: 'Rækkerne som tekst',
    rowsHint: 'Overskrifterne først. Vælger du en fil, gælder filen.',
    rowsKept: 'Her er det, du sendte. Ret her, eller vælg filen igen.',
    fileKept: 'Vi har rækkerne endnu. Vælg kun en fil, hvis du vil bruge en anden.',
    fileAgain: 'Resten står her endnu. Kun filen skal du vælge igen.',
    look: 'Se det igennem',
    reading: 'Læser filen …',
    mendColumns: 'Ret, hvad kolonnerne betyder',

    noName: 'Skriv organisationens navn.',
    longName: 'Navnet er for langt. Brug højst 120 tegn.',
    noConcept: 'Vælg et koncept.',
    noYourName: 'Skriv dit navn.',
    noAddress: 'Skriv en mailadresse, for eksempel lone@eksempel.dk.',
    addressShared: 'Flere i filen har den mail. Skriv en, som kun du har.',
    addressTaken:
      'Den mail bruges i en anden organisation her. Skriv en anden, ellers kan ingen af jer logge ind.',
    noFile: 'Vælg en fil, eller sæt rækkerne ind som tekst.',
    tooLarge: 'Filen er over 40 MB. Tag de kolonner ud, som vi ikke bruger.',
    fileGone: 'Vi har ikke filen længere. Vælg den igen. Resten står her endnu.',
    faults: (count: number) =>
      count === 1
        ? 'Der er én fejl i filen. Se den nedenfor.'
        : `Der er ${count} fejl i filen. Se dem nedenfor.`,
    faultTable: 'Fejl i filen',
    faultRow: 'Række',
    faultColumn: 'Kolonne',
    faultWhat: 'Sådan retter du den',
    faultRowWords: (row: number) => `Række\u00A0${row}`,
    faultValue: (value: string) => `»${value}«`,
    faultsMore: (count: number) => `Der er ${count} fejl mere. De kommer frem, når disse er rettet.`,

    previewTitle: 'Se det igennem',
    previewHelp: 'Intet er gemt endnu.',
    counts: ({ units, people, posts, hosts }: Counts) =>
      `${units} ${units === 1 ? 'enhed' : 'enheder'}, ${people} ${people === 1 ? 'person' : 'personer'} og ${posts} ${
        posts === 1 ? 'stilling' : 'stillinger'
      }. ${hosts === 0 ? 'Ingen holder' : hosts === 1 ? 'Én holder' : `${hosts}\u00A0holder`} samtaler.`,
    administrator: 'Administrator',
    administratorKnown: (name: string) => `${name}, som står i filen`,
    administratorNew: (name: string) => `${name}, som ikke står i filen og ikke får en stilling`,
    warnings: 'Godt at vide',
    mailboxShared: 'Deler mail',
    mailboxSharedText: (names: readonly string[], address: string) =>
      `${da(names)} har samme mail, ${address}. Ingen af dem kan logge ind med den. Giv dem hver sin, eller hver en seddel.`,
    withoutAddress: 'Uden mail',
    withoutHost: 'Uden leder',
    hostFound: 'Nærmeste leder',
    columnUnused: 'Bruges ikke',
    columnUnusedText: (heads: readonly string[]) => `Vi læser ikke ${da(heads.map(head => `»${head}«`))}.`,
    units: 'Enheder',
    under: (parent: string) => `under ${parent}`,
    postCount: (count: number) => (count === 1 ? '1 stilling' : `${count} stillinger`),
    hosts: 'Hvem holder samtale med hvem',
    host: 'Leder',
    hostUnit: 'Enhed',
    participants: 'Holder samtale med',
    leaderOfHouse: 'Lederen af huset, som bestyrelsesformand',
    withoutChair: 'Uden formand',
    withoutChairText: (names: readonly string[], count: number) =>
      `I konceptet holder husets bestyrelsesformand LUS med ${count > names.length ? `${names.join(', ')} …` : da(names)}. Giv en i huset rollen formand.`,
    noHosts: 'Ingen holder samtaler endnu.',
    make: 'Opret organisationen',
    making: 'Opretter …',
    mend: 'Ret noget først',

    doneTitle: 'Organisationen er oprettet',
    doneHelp: 'Log ind med din mail. Så får du en kode.',
    doneTrial: 'På prøvedrift står koden i terminalen.',
    now: 'Det sker nu',
    nowAdministrator: 'Sig til lederne, at de kan logge ind. Du kan ikke læse nogens samtaler.',
    nowHost: 'Lederen',
    nowHostText: 'Logger ind med sin mail, åbner Mine samtaler og planlægger den første.',
    nowParticipant: 'Medarbejderen',
    nowParticipantText: 'Skal ikke gøre noget endnu. Brevet kommer, når lederen inviterer.',
    signIn: 'Log ind',
  },
  en: {
    codeTitle: 'Set up an organisation',
    codeHelp: 'Enter the code from the terminal where Medspil was started.',
    code: 'Code from the terminal',
    codeHint: 'It works once and for 24 hours. You may paste it.',
    useCode: 'Continue',
    codeWrong:
      'That is not the code. Look in the terminal and type it again. If it has been used or is over 24 hours old, start Medspil again.',

    title: 'Set up your organisation',
    help: 'Nothing is saved until you have looked it all through.',
    name: 'Name of the organisation',
    letters: 'Language of letters',
    lettersHint: 'The file can say another for each employee.',
    languages: { da: 'Danish', en: 'English' },
    concept: 'Concept for the talks',
    conceptLine: ({ kinds, questions, minutes, yearly, closing }) =>
      [
        `${kinds}${questions} questions.`,
        `${en(minutes.map(String)).replace(' and ', ' or ')} minutes${yearly ? ', every year' : ''}.`,
        closing === 'sign' ? 'You close by signing.' : 'You close with a yes from both.',
      ].join(' '),
    you: 'You',
    youHelp: 'You become the administrator. That gives no access to any talk.',
    yourName: 'Your name',
    address: 'Your email address',
    addressHint: 'If you are in the file yourself, use the address there.',
    people: 'The employees',
    file: 'File of employees',
    fileHint:
      'CSV or Excel (XLSX), at most 40 MB. One row for each post. We ask about columns we do not know.',
    example: 'Download an example to fill in',
    columns: 'What the file looks like',
    columnWords: {
      number:
        'The employee’s number with you. The same number in several rows is one person with several posts.',
      name: 'First and last name.',
      firstName: 'Instead of the name, together with the last name.',
      lastName: 'Instead of the name, together with the first name.',
      address: 'May be empty. Then the person needs a slip to sign in.',
      unit: 'The house or department the post belongs to.',
      parent: 'The unit above. Empty for the topmost. A row of only unit and parent is a unit without posts.',
      team: 'For example a room or a group of the house.',
      title: 'What the post is called.',
      staffGroup: 'For example educators.',
      leader:
        'The leader’s number or address. If empty, we find the nearest leader. Write none if there is none.',
      startsOn: 'For example 01-08-2026. If empty, the post begins today.',
      endsOn: 'The end date is the first day without. May be empty.',
      language: 'da or en. If empty, the language of letters.',
      duty: 'administrator, hr, amr, tr, deputy or chair. May be empty.',
    },
    columnRequired: 'Must be there',
    columnFree: 'May be there',
    noCpr: 'The file may not hold civil registration numbers (CPR).',
    paste: 'Paste the rows as text',
    rows: 'The rows as text',
    rowsHint: 'The heads first. If you choose a file, the file counts.',
    rowsKept: 'Here is what you sent. Correct it here, or choose the file again.',
    fileKept: 'We still have the rows. Choose a file only to use another.',
    fileAgain: 'The rest is still here. Only the file must be chosen again.',
    look: 'Look through it',
    reading: 'Reading the file …',
    mendColumns: 'Change what the columns mean',

    noName: 'Enter the name of the organisation.',
    longName: 'The name is too long. Use at most 120 characters.',
    noConcept: 'Choose a concept.',
    noYourName: 'Enter your name.',
    noAddress: 'Enter an email address, for example lone@example.dk.',
    addressShared: 'Several people in the file have that address. Write one that is yours alone.',
    addressTaken:
      'That address is used in another organisation here. Write another, or neither of you can sign in.',
    noFile: 'Choose a file, or paste the rows as text.',
    tooLarge: 'The file is over 40 MB. Take out the columns we do not use.',
    fileGone: 'We no longer have the file. Choose it again. The rest is still here.',
    faults: count =>
      count === 1
        ? 'There is one error in the file. See it below.'
        : `There are ${count} errors in the file. See them below.`,
    faultTable: 'Errors in the file',
    faultRow: 'Row',
    faultColumn: 'Column',
    faultWhat: 'How to put it right',
    faultRowWords: row => `Row\u00A0${row}`,
    faultValue: value => `“${value}”`,
    faultsMore: count => `There are ${count} more. They show when these are put right.`,

    previewTitle: 'Look through it',
    previewHelp: 'Nothing is saved yet.',
    counts: ({ units, people, posts, hosts }) =>
      `${units} ${units === 1 ? 'unit' : 'units'}, ${people} ${people === 1 ? 'person' : 'people'} and ${posts} ${
        posts === 1 ? 'post' : 'posts'
      }. ${hosts === 0 ? 'Nobody hosts' : hosts === 1 ? 'One hosts' : `${hosts}\u00A0host`} talks.`,
    administrator: 'Administrator',
    administratorKnown: name => `${name}, who is in the file`,
    administratorNew: name => `${name}, who is not in the file and gets no post`,
    warnings: 'Good to know',
    mailboxShared: 'Share an address',
    mailboxSharedText: (names, address) =>
      `${en(names)} share the address ${address}. None of them can sign in with it. Give each their own, or a slip each.`,
    withoutAddress: 'No address',
    withoutHost: 'No leader',
    hostFound: 'Nearest leader',
    columnUnused: 'Not used',
    columnUnusedText: heads => `We do not read ${en(heads.map(head => `“${head}”`))}.`,
    units: 'Units',
    under: parent => `under ${parent}`,
    postCount: count => (count === 1 ? '1 post' : `${count} posts`),
    hosts: 'Who hosts whom',
    host: 'Leader',
    hostUnit: 'Unit',
    participants: 'Hosts a talk with',
    leaderOfHouse: 'The leader of the house, as board chair',
    withoutChair: 'Without a chair',
    withoutChairText: (names, count) =>
      `In the concept the chair of the house’s board holds the LUS with ${count > names.length ? `${names.join(', ')} …` : en(names)}. Give somebody of the house the role of chair.`,
    noHosts: 'Nobody hosts talks yet.',
    make: 'Set up the organisation',
    making: 'Setting up …',
    mend: 'Change something first',

    doneTitle: 'The organisation is set up',
    doneHelp: 'Sign in with your email address. You will get a code.',
    doneTrial: 'On trial the code is in the terminal.',
    now: 'What happens now',
    nowAdministrator: 'Tell the leaders that they can sign in. You cannot read anybody’s talks.',
    nowHost: 'The leader',
    nowHostText: 'Signs in with their address, opens My talks and plans the first.',
    nowParticipant: 'The employee',
    nowParticipantText: 'Need do nothing yet. The letter comes when the leader invites.',
    signIn: 'Sign in',
  },
})
