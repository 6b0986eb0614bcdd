import { open, readFile } from 'node:fs/promises'
import type { Fault } from '../../domain/organisation/faults.ts'
import { readTable, readText } from '../table.ts'
import { type Limits, Refused, readWorkbook } from './workbook.ts'

/**
 * The rows of a file as text: XLSX by its first bytes, else delimited text. What it is called says nothing. A fault is one
 * place where quotation marks do not fit. Throws {@link Refused} for what is no such file.
 */
export async function readFileRows(
  path: string,
  limits: Limits,
): Promise<{ rows: readonly (readonly string[])[] } | { fault: Fault }> {
  const first = await firstBytes(path)
  if (first.startsWith('504b0304') || first.startsWith('504b0506'))
    return { rows: await readWorkbook(path, limits) }
  // An older workbook, or a newer one under a password: both lie in the same kind of container.
  if (first.startsWith('d0cf11e0')) throw new Refused('old')
  const read = readText(await readFile(path))
  if ('refused' in read) throw new Refused('not-text')
  return readTable(read.text)
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
