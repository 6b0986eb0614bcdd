import { sep } from 'node:path'
import type { Fault, Part } from './part.ts'
import { run } from './program.ts'

export const typesPart: Part = {
  name: 'types',
  run: async ({ root }) => {
    const { stdout, stderr } = await run('tsc', ['-p', '.', '--pretty', 'false', '--listFiles'], root)
    const lines = `${stdout}\n${stderr}`.split('\n')
    const own = lines.filter(
      line => line.startsWith(root + sep) && !line.includes(`${sep}node_modules${sep}`),
    )
    return { seen: own.length, faults: lines.flatMap(readFault).filter(isOurs) }
  },
}

/** `src/a.ts(3,7): error TS2322: Type …` or, for the project as a whole, `error TS18003: No inputs …`. */
function readFault(line: string): Fault[] {
  const found = /^(?:(?<path>.+?)\((?<line>\d+),\d+\): )?error (?<rule>TS\d+): (?<message>.*)/.exec(
    line,
  )?.groups
  if (!found) return []
  const { path = 'tsconfig.json', line: at = '0', rule = '', message = '' } = found
  return [{ path, line: Number(at), rule, message }]
}

/** Some packages' own declarations do not hold under our settings; we can only mend what is ours. */
function isOurs(fault: Fault): boolean {
  return !fault.path.includes('node_modules/')
}
