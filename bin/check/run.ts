import { bordersPart } from './borders.ts'
import { openCheckout } from './checkout.ts'
import { cyclesPart } from './cycles.ts'
import { deadPart } from './dead.ts'
import { habitsPart } from './habits.ts'
import { examine, type Fault, type Outcome } from './part.ts'
import { schemaPart } from './schema.ts'
import { sizesPart } from './sizes.ts'
import { stylePart } from './style.ts'
import { printTable } from './table.ts'
import { typesPart } from './types.ts'

const parts = [stylePart, typesPart, bordersPart, cyclesPart, deadPart, sizesPart, habitsPart, schemaPart]

/**
 * Checks the checkout in the given folder and prints what was found. Gives the number of parts with faults.
 * `only` names the parts to run; none named means all.
 */
export async function check(root: string, only: string[] = []): Promise<number> {
  const chosen = parts.filter(part => only.length === 0 || only.includes(part.name))
  if (chosen.length === 0) {
    console.log(`The parts are: ${parts.map(part => part.name).join(', ')}`)
    return 1
  }
  const checkout = openCheckout(root)
  const outcomes = await Promise.all(chosen.map(part => examine(part, checkout)))
  console.log(`\n${tell(outcomes)}\n`)
  return outcomes.filter(outcome => outcome.faults.length > 0).length
}

function tell(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ name, seen, faults, seconds }) => [
    name,
    seen,
    faults.length,
    seconds.toFixed(1),
  ])
  const summary = printTable([['check', 'files', 'faults', 'seconds'], ...rows])
  const tables = outcomes.flatMap(outcome => outcome.table ?? [])
  const faults = outcomes.filter(outcome => outcome.faults.length > 0).map(listFaults)
  return [...tables, summary, ...faults].join('\n\n')
}

function listFaults({ name, faults }: Outcome): string {
  return [`  ${name}`, ...faults.map(sayFault)].join('\n')
}

function sayFault({ path, line, rule, message }: Fault): string {
  return `    ${line > 0 ? `${path}:${line}` : path}  ${rule}  ${message}`
}
