import { Visitor } from 'oxc-parser'
import { type Checkout, lineAt, type Source } from './checkout.ts'
import { absence } from './habits/absence.ts'
import { actsWhenImported } from './habits/acts-when-imported.ts'
import { addresses, testAddresses } from './habits/addresses.ts'
import { clock } from './habits/clock.ts'
import { events, sql } from './habits/database.ts'
import type { Habit } from './habits/habit.ts'
import { kinds, markup } from './habits/markup.ts'
import { names } from './habits/names.ts'
import { pureDomain } from './habits/pure-domain.ts'
import { reExports } from './habits/re-exports.ts'
import { mocks, waiting } from './habits/tests.ts'
import { suppressions, typeClaims } from './habits/type-claims.ts'
import type { Fault, Part } from './part.ts'

const habits: Habit[] = [
  absence,
  actsWhenImported,
  addresses,
  clock,
  events,
  kinds,
  markup,
  mocks,
  names,
  pureDomain,
  reExports,
  sql,
  suppressions,
  testAddresses,
  typeClaims,
  waiting,
]

export const habitsPart: Part = {
  name: 'habits',
  run: async checkout => {
    const sources = checkout.sources()
    const faults = sources.flatMap(source => habits.flatMap(habit => faultsOf(habit, source, checkout)))
    return { seen: sources.length, faults }
  },
}

function faultsOf({ rule, applies, look }: Habit, source: Source, checkout: Checkout): Fault[] {
  const faults: Fault[] = []
  const { path, text, program } = source
  if (!applies(path)) return faults
  const visitor = look(
    source,
    ({ start }, message) => {
      faults.push({ path, line: start < 0 ? 0 : lineAt(text, start), rule, message })
    },
    checkout,
  )
  new Visitor(visitor).visit(program)
  return faults
}
