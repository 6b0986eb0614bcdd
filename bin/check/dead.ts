import { relative } from 'node:path'
import { createOptions, createSession } from 'knip/session'
import type { Part } from './part.ts'

const gone = ['unlisted', 'unresolved', 'binaries']

/** Files, exports and dependencies that nothing uses, and entries of knip.json that lead nowhere. */
export const deadPart: Part = {
  name: 'dead code',
  run: async ({ root }) => {
    const session = await createSession(await createOptions({ cwd: root, isSession: true, args: {} }))
    const { issues, counters, configurationHints } = session.getResults()
    const found = Object.values(issues).flatMap(byFile =>
      Object.values(byFile).flatMap(bySymbol => Object.values(bySymbol)),
    )
    const faults = found.map(({ type, filePath, line = 0, symbol }) => {
      const says = gone.includes(type) ? 'is used and is nowhere' : 'is used by nothing'
      const what = type === 'files' ? says : `${symbol} ${says}`
      return { path: relative(root, filePath), line, rule: type, message: what }
    })
    const stale = configurationHints.map(({ type, identifier }) => ({
      path: 'knip.json',
      line: 0,
      rule: type,
      message: `${identifier} says nothing any more`,
    }))
    return { seen: counters.total, faults: [...faults, ...stale] }
  },
}
