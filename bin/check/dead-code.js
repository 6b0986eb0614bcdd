// Runs knip in the current folder and prints what it found as JSON. Plain JavaScript in a process of its own: knip's
// types alone would cost the type check more than half the house does.

import { createOptions, createSession } from 'knip/session'

const session = await createSession(await createOptions({ cwd: process.cwd(), isSession: true, args: {} }))
const { issues, counters, configurationHints } = session.getResults()
const found = Object.values(issues).flatMap(byFile =>
  Object.values(byFile).flatMap(bySymbol => Object.values(bySymbol)),
)
process.stdout.write(JSON.stringify({ seen: counters.total, found, stale: configurationHints }))
