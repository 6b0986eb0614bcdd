import { open, readFile } from 'node:fs/promises'
import type { Fault } from '../../domain/organisation/faults.ts'
import { readTable, readText, textOfRows } from '../table.ts'
import { type Limits, Refused, readWorkbook } from './workbook.ts'

/**
 * The rows of a file as text: XLSX by its first bytes, else delimited text. What it is called says nothing. A fault is one
 * place where quotation marks do not fit. Throws {@link Refused} for what is no such file.
 */
export async function readFileRows(
  path: string,
  limits: Limits,
): Promise<{ rows: readonly (readonly string[])[] } | { fault: Fault }> {
  if (await isWorkbook(path)) return { rows: await readWorkbook(path, limits) }
  return readTable(await readPlain(path))
}

/** The file as delimited text, whatever it was. Throws {@link Refused} as {@link readFileRows} does. */
export async function readFileText(path: string, limits: Limits): Promise<string> {
  return (await isWorkbook(path)) ? textOfRows(await readWorkbook(path, limits)) : readPlain(path)
}

async function isWorkbook(path: string): Promise<boolean> {
  const first = await firstBytes(path)
  // An older workbook, or a newer one under a password: both lie in the same kind of container.
  if (first.startsWith('d0cf11e0')) throw new Refused('old')
  return first.startsWith('504b0304') || first.startsWith('504b0506')
}

async function readPlain(path: string): Promise<string> {
  const read = readText(await readFile(path))
  if ('refused' in read) throw new Refused('not-text')
  return read.text
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}
