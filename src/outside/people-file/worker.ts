import { parentPort, workerData } from 'node:worker_threads'
import { type Fault, isOfWhole } from '../../domain/organisation/faults.ts'
import { readOrganisation } from '../../domain/organisation/reading.ts'
import { headsOf } from './heads.ts'
import { readFileRows } from './read-file.ts'
import type { Heard, Order } from './reader.ts'
import { risingIds } from './rising-ids.ts'
import { type Column, stagedRows, stagedUnits } from './staged.ts'
import { shortened } from './warnings.ts'
import { refusalOf } from './workbook.ts'

// A thread of its own: it reads one file from beginning to end, tells what it finds, and ends. A file that asks for more
// memory than the thread may have ends the thread and nothing else.

const tell = (heard: Heard) => void parentPort?.postMessage(heard)

/** A page of them is shown, and so many go into a file to mend by; of more there is only the number. */
const mostFaults = 5000

async function read(order: Order): Promise<void> {
  const { path, madeAt, today, language, remembered, limits } = order
  const file = await readFileRows(path, limits)
  if ('fault' in file) return tellFaults([file.fault])
  const { rows } = file
  tell({ kind: 'size', rows: rows.length })
  const reading = readOrganisation(rows, {
    newId: risingIds(madeAt),
    today,
    language,
    mostRows: limits.rows,
    remembered,
    tell: looked => tell({ kind: 'progress', rows: looked }),
  })
  if ('faults' in reading && reading.faults.some(isOfWhole)) return tellFaults(reading.faults)
  tell({ kind: 'heads', heads: headsOf(rows, remembered) })
  return 'faults' in reading ? tellFaults(reading.faults) : tellRows(reading)
}

function tellFaults(faults: readonly Fault[]) {
  tell({ kind: 'faults', faults: faults.slice(0, mostFaults), count: faults.length })
}

function tellRows(reading: Exclude<ReturnType<typeof readOrganisation>, { faults: unknown }>) {
  hand('units', stagedUnits(reading.units))
  for (const columns of stagedRows(reading)) hand('rows', columns)
  const { people, seated, warnings } = reading
  const counts = { rows: seated.length, people: people.length }
  tell({ kind: 'read', warnings: shortened(warnings), ...counts })
}

/** What is handed on is not copied, and is here no more. */
function hand(kind: 'units' | 'rows', columns: readonly Column[]) {
  const heard: Heard = { kind, columns }
  parentPort?.postMessage(
    heard,
    columns.map(column => column.buffer),
  )
}

const order: Order = workerData
read(order).catch(fault => tell({ kind: 'refused', why: refusalOf(fault) }))
