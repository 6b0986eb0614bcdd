import { relative } from 'node:path'
import { z } from 'zod'
import type { Part } from './part.ts'
import { run } from './program.ts'

const report = z.object({
  seen: z.number(),
  found: z.array(
    z.object({ type: z.string(), filePath: z.string(), line: z.number().default(0), symbol: z.string() }),
  ),
  stale: z.array(z.object({ type: z.string(), identifier: z.string() })),
})

const gone = ['unlisted', 'unresolved', 'binaries']

/** Files, exports and dependencies that nothing uses, and lines of knip.json that say nothing any more. */
export const deadPart: Part = {
  name: 'dead code',
  run: async ({ root }) => {
    const { stdout, stderr } = await run('knip', [], root)
    if (!stdout.startsWith('{')) throw new Error(`knip gave no report: ${stderr}`)
    const { seen, found, stale } = report.parse(JSON.parse(stdout))
    const unused = found.map(({ type, filePath, line, symbol }) => {
      const says = gone.includes(type) ? 'is used and is nowhere' : 'is used by nothing'
      const message = type === 'files' ? says : `${symbol} ${says}`
      return { path: relative(root, filePath), line, rule: type, message }
    })
    const idle = stale.map(({ type, identifier }) => ({
      path: 'knip.json',
      line: 0,
      rule: type,
      message: `${identifier} says nothing any more`,
    }))
    return { seen, faults: [...unused, ...idle] }
  },
}
