// `npm test`: the check, the build, then every test. What follows `--` goes to vitest: a file, or `-t` and a name.

import { resolve } from 'node:path'
import { parseCLI, startVitest, type TestModule, type Vitest } from 'vitest/node'
import { build } from './build.ts'
import { check } from './check/run.ts'

interface Score {
  passed: number
  failed: number
}

const root = resolve(import.meta.dirname, '..')
const { passed, failed } = await tryEverything(process.argv.slice(2))
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : process.exitCode)

async function tryEverything(args: string[]): Promise<Score> {
  const faulty = await check(root)
  if (faulty > 0) {
    console.log('The check found faults, so no test was run. Each part with faults counts as one.')
    return { passed: 0, failed: faulty }
  }
  await build(root)
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  return count(await startVitest(filter, { ...options, root, watch: false }))
}

/** A file that broke before its tests ran, and an error that nothing caught, each count as one that failed. */
function count({ state }: Vitest): Score {
  const scores = state.getTestModules().map(countModule)
  // One that comes when the last test has been told of is told of by nobody else.
  for (const fault of state.getUnhandledErrors()) console.error('\nNothing caught:', fault)
  return {
    passed: scores.reduce((sum, score) => sum + score.passed, 0),
    failed: scores.reduce((sum, score) => sum + score.failed, state.getUnhandledErrors().length),
  }
}

function countModule(module: TestModule): Score {
  const states = [...module.children.allTests()].map(test => test.result().state)
  const failed = states.filter(state => state === 'failed').length
  const broken = module.state() === 'failed' && failed === 0 ? 1 : 0
  return { passed: states.filter(state => state === 'passed').length, failed: failed + broken }
}
