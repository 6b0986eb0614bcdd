import { expect, test } from 'vitest'
import { bordersPart } from '../../bin/check/borders.ts'
import { cyclesPart } from '../../bin/check/cycles.ts'
import { deadPart } from '../../bin/check/dead.ts'
import { habitsPart } from '../../bin/check/habits.ts'
import { sizesPart } from '../../bin/check/sizes.ts'
import { stylePart } from '../../bin/check/style.ts'
import { typesPart } from '../../bin/check/types.ts'
import { look, lookAtNothing, packageJson } from './house.ts'

const parts = [stylePart, typesPart, bordersPart, cyclesPart, deadPart, sizesPart, habitsPart]

test.for(parts)('$name sees the files of a clean house and finds nothing', async part => {
  const { seen, faults } = await look(part)
  expect(faults).toEqual([])
  expect(seen).toBeGreaterThanOrEqual(6)
})

test.for(parts)('$name does not pass a house without files', async part => {
  const { faults } = await lookAtNothing(part)
  expect(faults).not.toEqual([])
})

test('format and lint finds a file out of format, a promise left floating and a colour that is none', async () => {
  const { faults } = await look(stylePart, {
    'src/domain/round.ts': 'export const days = [ 1,2 ]\n',
    'src/db/rounds.ts':
      'export async function save(): Promise<void> {}\n\nexport function close() {\n  save()\n}\n',
    'src/ui/style.css': 'a {\n  colr: red;\n}\n',
  })
  expect(faults.map(({ path, line, rule }) => `${path}:${line} ${rule}`).sort()).toEqual([
    'src/db/rounds.ts:4 nursery/noFloatingPromises',
    'src/domain/round.ts:0 format',
    'src/ui/style.css:2 correctness/noUnknownProperty',
  ])
})

test('types finds a value of the wrong type', async () => {
  const { faults } = await look(typesPart, { 'src/domain/round.ts': "export const days: number = 'ten'\n" })
  expect(faults).toEqual([
    {
      path: 'src/domain/round.ts',
      line: 1,
      rule: 'TS2322',
      message: "Type 'string' is not assignable to type 'number'.",
    },
  ])
})

test('cycles tells the whole ring, once, also when only types go round', async () => {
  const { faults } = await look(cyclesPart, {
    'src/db/rounds.ts': "import { people } from './people.ts'\nexport const rounds = people\n",
    'src/db/people.ts': "import type { Unit } from './units.ts'\nexport const people: Unit[] = []\n",
    'src/db/units.ts': "import { rounds } from './rounds.ts'\nexport type Unit = typeof rounds\n",
  })
  expect(faults.map(fault => fault.message)).toEqual([
    'src/db/people.ts -> src/db/units.ts -> src/db/rounds.ts -> src/db/people.ts',
  ])
})

test('dead code finds a file, an export and a dependency that nothing uses', async () => {
  const { faults } = await look(deadPart, {
    'package.json': packageJson(['@biomejs/biome', 'vitest', 'hono']),
    'src/domain/plan.ts': 'export const grow = (n: number) => n\nexport const shrink = (n: number) => n\n',
    'src/domain/round.ts': 'export const days = 1\n',
  })
  expect(faults.map(({ path, line, message }) => `${path}:${line} ${message}`).sort()).toEqual([
    'package.json:6 hono is used by nothing',
    'src/domain/plan.ts:2 shrink is used by nothing',
    'src/domain/round.ts:0 is used by nothing',
  ])
})

test('dead code finds an entry that leads nowhere', async () => {
  const { faults } = await look(deadPart, {
    'knip.json':
      '{ "entry": ["src/*.ts", "src/gone.ts"], "project": ["src/**/*.ts"], "ignoreIssues": { "**": ["files"] } }',
  })
  expect(faults.map(fault => fault.message)).toContain('src/gone.ts says nothing any more')
})

test('format and lint finds that a file of ours is ignored', async () => {
  const { faults } = await look(stylePart, {
    'src/data/day.ts': 'export const day = 1\n',
    '.gitignore': 'data/\n',
  })
  expect(faults.map(fault => fault.message)).toEqual(['1 of our files left out'])
})

test('types finds that it was shown too few files', async () => {
  const { faults } = await look(typesPart, { 'tsconfig.json': '{ "include": ["src/domain"] }' })
  expect(faults.map(fault => fault.message)).toEqual(['saw 1 of 6 files'])
})

test('dead code finds that it was shown too few files', async () => {
  const { faults } = await look(deadPart, {
    'knip.json': '{ "entry": ["src/server.ts"], "project": ["src/domain/*.ts"] }',
  })
  expect(faults.map(fault => fault.message)).toContain('saw 3 of 6 files')
})

test('types leaves the declarations of packages to their makers', async () => {
  const { faults } = await look(typesPart, {
    'src/outside/calendar.ts':
      "import ICAL from 'ical.js'\n\nexport const now = (): string => ICAL.Time.now().toString()\n",
  })
  expect(faults).toEqual([])
})
