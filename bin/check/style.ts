import { z } from 'zod'
import type { Fault, Part } from './part.ts'
import { run } from './program.ts'

// Biome calls its JSON report experimental: the version is pinned, and a change of shape stops us here.
const report = z.object({
  summary: z.object({ changed: z.number(), unchanged: z.number() }),
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
})

/** Format and lint, all files by name so that none is left out. A warning or a hint is a fault like the rest. */
export const stylePart: Part = {
  name: 'format and lint',
  run: async checkout => {
    const files = [
      ...checkout.list('{src,bin,test}/**/*.{ts,tsx,js,css,json,html}'),
      ...checkout.list('*.{ts,json}'),
    ]
    const named = files.filter(path => path !== 'package-lock.json')
    const { summary, diagnostics } = await lint(checkout.root, named)
    const seen = summary.changed + summary.unchanged
    const missed = seen < named.length ? [ignored(named.length - seen)] : []
    return { seen, faults: [...missed, ...diagnostics.map(faultOf)] }
  },
}

async function lint(root: string, files: string[]) {
  const options = ['--reporter=json', '--max-diagnostics=none', '--no-errors-on-unmatched']
  const { stdout, stderr } = await run('biome', ['check', ...options, ...files], root)
  if (!stdout.startsWith('{')) throw new Error(`biome gave no report: ${stderr}`)
  return report.parse(JSON.parse(stdout))
}

function faultOf({ category, message, location }: z.infer<typeof report>['diagnostics'][number]): Fault {
  return {
    path: location.path,
    line: location.start.line,
    rule: category.replace(/^lint\//, ''),
    message: category === 'format' ? 'is not formatted: biome check --write mends it' : message,
  }
}

function ignored(count: number): Fault {
  return { path: 'biome.json', line: 0, rule: 'ignored', message: `${count} of our files left out` }
}
