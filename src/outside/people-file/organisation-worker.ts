import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { type Fault, isOfWhole } from '../../domain/organisation/faults.ts'
import { organisationOf } from '../../domain/organisation/making.ts'
import { type Read, readOrganisation } from '../../domain/organisation/reading.ts'
import { looksLikeCpr } from '../../domain/text.ts'
import { readTable } from '../table.ts'
import { headsOf } from './heads.ts'
import type { OrganisationFile, OrganisationOrder } from './organisation-reader.ts'
import { readFileText } from './read-file.ts'
import { shortened } from './warnings.ts'
import { refusalOf } from './workbook.ts'

// A thread of its own for the setup, which keeps nothing: one file or text, read and judged, and answered in one piece.

async function read(order: OrganisationOrder): Promise<OrganisationFile> {
  const { source, today, language, remembered, limits } = order
  const text = 'text' in source ? source.text : await readFileText(source.path, limits)
  const table = readTable(text)
  if ('fault' in table) return { text, heads: [], faults: [faultIn(text, table.fault)] }
  const given = { newId: randomUUID, today, language, mostRows: limits.rows, remembered }
  const reading = readOrganisation(table.rows, given)
  if ('seated' in reading) return { text, heads: headsOf(table.rows, remembered), ...readyFrom(reading) }
  const { faults } = reading
  return { text, heads: faults.some(isOfWhole) ? [] : headsOf(table.rows, remembered), faults }
}

/** Text that makes no table is shown to be mended, unless it may not be here. */
const faultIn = (text: string, fault: Fault): Fault =>
  looksLikeCpr(text) ? { rule: 'personal-number', row: 1 } : fault

function readyFrom(read: Read) {
  const { people, seated, warnings } = read
  const rows = new Map<string, number>()
  for (const { person, line } of seated)
    if (!rows.has(person.id) && line.address !== null) rows.set(person.id, line.row)
  return {
    organisation: organisationOf(read, randomUUID),
    rows: people.map(({ id }) => rows.get(id) ?? 0),
    warnings: shortened(warnings),
  }
}

const order: OrganisationOrder = workerData
const answer = (file: OrganisationFile) => parentPort?.postMessage(file)
read(order).then(answer, fault => answer({ refused: refusalOf(fault) }))
