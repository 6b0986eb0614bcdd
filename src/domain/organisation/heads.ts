import { type ColumnName, columnNames, type Meant, missingFrom } from './columns.ts'
import type { Fault } from './faults.ts'
import { oneLine } from './one-line.ts'

// The file's heads, in any order and by the names people give them.

const known: Readonly<Record<ColumnName, readonly string[]>> = {
  number: words(
    'medarbejdernummer medarbejdernr medarbejderid medarbnummer medarbnr medarbid medarbejderensnummer medarbejderensnr tjenestenummer tjenestenr ansatnummer ansatnr nummer nr id lønnummer lønnr employeenumber employeeno employeeid number',
  ),
  name: words('navn fuldenavn fuldtnavn medarbejder medarbejdernavn name fullname employee employeename'),
  firstName: words('fornavn fornavne firstname givenname'),
  lastName: words('efternavn efternavne lastname surname familyname'),
  address: words(
    'mail email epost mailadresse emailadresse arbejdsmail mailaddress emailaddress workmail workemail',
  ),
  unit: words(
    'enhed enhedsnavn afdeling institution arbejdssted unit unitname department institutionname workplace',
  ),
  parent: words(
    'overenhed overordnetenhed overafdeling overordnetafdeling moderenhed hørerunder parent parentunit',
  ),
  team: words('team teamnavn stue gruppe room group'),
  staffGroup: words('personalegruppe faggruppe overenskomstgruppe overenskomst staffgroup profession'),
  title: words('stilling stillingsbetegnelse titel jobtitel position jobtitle title'),
  leader: words(
    'leder nærmesteleder chef ledernr ledernummer lederensnr lederensnummer lederid ledermail lederensmail nærmesteledersnr nærmesteledersnummer nærmesteledersmail nærmesteledernr nærmesteledernummer nærmesteledermail nærmestelederid leader nearestleader manager managernumber managerid managermail manageremail',
  ),
  startsOn: words(
    'startdato start ansatfra ansatpr ansatd ansatden ansatdato ansættelsesdato ansættelsesstart tiltrædelse tiltrædelsesdato startdate startson',
  ),
  endsOn: words('slutdato slut fratrædelsesdato førstedaguden enddate endson'),
  language: words('sprog language'),
  duty: words('rolle roller hverv role roles duty duties'),
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

const personalNumberHeads =
  /cpr|^personn(umme)?r|personalidentification|socialsecurity|^ssn$|civilregistration/

/** Whether a head says that civil registration numbers stand under it. */
export const isPersonalNumberHead = (head: string): boolean => personalNumberHeads.test(bareHead(head))

/** Where each column stands, and what the file calls it. */
export type Columns = ReadonlyMap<ColumnName, { readonly at: number; readonly head: string }>

export type ReadColumns = {
  readonly columns: Columns
  /** Heads we have no use for; what stands under them is not read. */
  readonly unused: readonly string[]
  readonly faults: readonly Fault[]
}

/** What has been said of heads before, by {@link bareHead}. */
export type Remembered = ReadonlyMap<string, Meant>

/** Recognises the heads of the file, those first that somebody has said something of; `row` is where they stand. */
export function readColumns(
  heads: readonly string[],
  row: number,
  remembered: Remembered = new Map(),
): ReadColumns {
  const columns = new Map<ColumnName, { at: number; head: string }>()
  const unused: string[] = []
  const faults: Fault[] = []
  for (const [at, text] of heads.entries()) {
    const head = oneLine(text)
    const column = meantBy(head, remembered)
    if (column === undefined) unused.push(...(head === '' ? [] : [head]))
    else if (columns.has(column)) faults.push({ rule: 'column-twice', row, column, head })
    else columns.set(column, { at, head })
  }
  const missing = missingFrom(columns).map(column => missed(column, row))
  return { columns, unused, faults: [...faults, ...missing] }
}

const missed = (column: ColumnName, row: number): Fault => ({ rule: 'column-missing', row, column })

function meantBy(head: string, remembered: Remembered): ColumnName | undefined {
  const said = remembered.get(bareHead(head))
  if (said !== undefined) return said === 'unused' ? undefined : said
  return columnNames.find(column => known[column].includes(bareHead(head)))
}

/** `E-mail`, `e mail` and `EMAIL:` are one head. */
export const bareHead = (head: string): string =>
  oneLine(head)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
