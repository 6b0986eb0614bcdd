import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type Cells, readSheet } from './sheet.ts'
import { attribute, localName, readXml } from './xml.ts'

// An XLSX file is a zip of XML. It is read part by part as a stream, and what comes out is counted: a small file that
// inflates without end is given up, whatever it says of itself.

/** Why a file is not read at all; each has its sentence in src/words/intake.ts. */
export type FileRefusal = 'not-text' | 'too-much' | 'locked' | 'macros' | 'old' | 'broken'

export class Refused extends Error {
  readonly why: FileRefusal
  constructor(why: FileRefusal) {
    super(why)
    this.why = why
  }
}

/** Why a file is not read; what nobody foresaw, it is broken. */
export const refusalOf = (fault: unknown): FileRefusal => (fault instanceof Refused ? fault.why : 'broken')

export type Limits = { inflated: number; rows: number }

const mostParts = 2000

/** The first sheet that is in sight, as rows of text; dates as 2026-08-31. Throws {@link Refused}. */
export async function readWorkbook(path: string, limits: Limits): Promise<string[][]> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new Refused('broken')
  })
  try {
    return await readParts(await openParts(zip, limits), limits)
  } catch (fault) {
    throw fault instanceof Refused ? fault : new Refused('broken')
  } finally {
    zip.close()
  }
}

type Part = () => AsyncIterable<Buffer>
type Parts = ReadonlyMap<string, Part>

async function openParts(zip: ZipFile, limits: Limits): Promise<Parts> {
  const budget = { left: limits.inflated }
  const parts = new Map<string, Part>()
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refused('locked')
    if (/vbaProject\.bin$/i.test(entry.fileName)) throw new Refused('macros')
    parts.set(entry.fileName, () => inflate(zip, entry, budget))
    if (parts.size > mostParts) throw new Refused('too-much')
  }
  return parts
}

async function* inflate(zip: ZipFile, entry: Entry, budget: { left: number }) {
  if (entry.uncompressedSize > budget.left) throw new Refused('too-much')
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    budget.left -= chunk.length
    if (budget.left < 0) throw new Refused('too-much')
    yield chunk
  }
}

async function readParts(parts: Parts, limits: Limits): Promise<string[][]> {
  const { sheet, from1904 } = await readBook(parts)
  const file = (await readTargets(parts)).get(sheet)
  const part = file && parts.get(file)
  if (!part) throw new Refused('broken')
  const cells: Cells = {
    strings: await readStrings(parts.get('xl/sharedStrings.xml')),
    dates: await readDateStyles(parts.get('xl/styles.xml')),
    from1904,
    mostRows: limits.rows,
  }
  return readSheet(part(), cells)
}

/** Which sheet is the first in sight, by its relation; and from which year its days are counted. */
async function readBook(parts: Parts): Promise<{ sheet: string; from1904: boolean }> {
  const part = parts.get('xl/workbook.xml')
  if (!part) throw new Refused('broken')
  const sheets: string[] = []
  let from1904 = false
  await readXml(part(), {
    open: tag => {
      if (localName(tag) === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(tag, 'date1904'))
      if (localName(tag) === 'sheet' && attribute(tag, 'state', 'visible') === 'visible')
        sheets.push(attribute(tag, 'r:id') || attribute(tag, 'id'))
    },
  })
  return { sheet: sheets[0] ?? '', from1904 }
}

async function readTargets(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  const part = parts.get('xl/_rels/workbook.xml.rels')
  if (!part) throw new Refused('broken')
  await readXml(part(), {
    open: tag => {
      if (localName(tag) !== 'Relationship') return
      const target = attribute(tag, 'Target')
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attribute(tag, 'Id'), path)
    },
  })
  return targets
}

/** The texts that cells point at. How they are to be spoken (rPh) is no part of them. */
async function readStrings(part: Part | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  let text: string | undefined
  let spoken = 0
  let inText = false
  if (!part) return strings
  await readXml(part(), {
    open: tag => {
      const name = localName(tag)
      if (name === 'si') text = ''
      if (name === 'rPh') spoken += 1
      inText = name === 't' && spoken === 0
    },
    text: words => {
      if (inText && text !== undefined) text += words
    },
    close: name => {
      if (name === 't') inText = false
      if (name === 'rPh') spoken -= 1
      if (name === 'si') strings.push(text ?? '')
    },
  })
  return strings
}

/** Which of the cell styles show a number as a day. */
async function readDateStyles(part: Part | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>()
  const formats = new Map<string, string>()
  let inCells = false
  let at = 0
  if (!part) return dates
  await readXml(part(), {
    open: tag => {
      const name = localName(tag)
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') formats.set(attribute(tag, 'numFmtId'), attribute(tag, 'formatCode'))
      if (name === 'xf' && inCells && isDay(attribute(tag, 'numFmtId'), formats)) dates.add(at)
      if (name === 'xf' && inCells) at += 1
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

function isDay(id: string, formats: ReadonlyMap<string, string>): boolean {
  const code = formats.get(id)
  if (code === undefined) return /^(1[4-9]|2[0-2]|4[5-7])$/.test(id)
  return /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
