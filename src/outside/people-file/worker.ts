import { parentPort, workerData } from 'node:worker_threads'
import { type Fault, isOfWhole } from '../../domain/organisation/faults.ts'
import { readOrganisation } from '../../domain/organisation/reading.ts'
import { headsOf } from './heads.ts'
import { readFileRows } from './read-file.ts'
import type { Heard, Order } from './reader.ts'
import { risingIds } from './rising-ids.ts'
import { stagedRows, stagedUnits } from './staged.ts'
import { shortened } from './warnings.ts'
import { Refused } from './workbook.ts'

// A thread of its own: it reads one file from beginning to end, tells what it finds, and ends. A file that asks for more
// memory than the thread may have ends the thread and nothing else.

const tell = (heard: Heard) => void parentPort?.postMessage(heard)

/** A page of them is shown, and so many go into a file to mend by; of more there is only the number. */
const mostFaults = 5000

async function read(order: Order): Promise<void> {
  const file = await readFileRows(order.path, { inflated: order.mostInflated, rows: order.mostRows })
  if ('fault' in file) return tellFaults([file.fault])
  const { rows } = file
  const remembered = new Map(order.remembered)
  tell({ kind: 'size', rows: rows.length })
  const reading = readOrganisation(rows, {
    newId: counter(),
    today: order.today,
    language: order.language,
    taken: new Set(),
    mostRows: order.mostRows,
    remembered,
    tell: looked => tell({ kind: 'progress', rows: looked }),
  })
  if ('faults' in reading && reading.faults.some(isOfWhole)) return tellFaults(reading.faults)
  tell({ kind: 'heads', heads: headsOf(rows, remembered) })
  return 'faults' in reading ? tellFaults(reading.faults) : tellRows(reading)
}

function counter(): () => string {
  let n = 0
  return () => String(++n)
}

function tellFaults(faults: readonly Fault[]) {
  tell({ kind: 'faults', faults: faults.slice(0, mostFaults), count: faults.length })
}

function tellRows(reading: Exclude<ReturnType<typeof readOrganisation>, { faults: unknown }>) {
  const newId = risingIds(order.madeAt)
  tell({ kind: 'units', columns: stagedUnits(reading.organisation.units, newId) })
  for (const columns of stagedRows(reading, newId)) tell({ kind: 'rows', columns })
  const { people } = reading.organisation
  tell({ kind: 'read', warnings: shortened(reading.warnings), people: people.length })
}

const order: Order = workerData
read(order).catch(fault => tell({ kind: 'refused', why: fault instanceof Refused ? fault.why : 'broken' }))
