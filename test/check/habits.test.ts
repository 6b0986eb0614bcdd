import { expect, test } from 'vitest'
import { habitsPart } from '../../bin/check/habits.ts'
import { look } from './house.ts'

const broken = [
  ['clock', 'src/pages/day.ts', 'export const today = () => new Date()'],
  ['clock', 'src/pages/day.ts', 'export const now = () => Date.now()'],
  ['clock', 'test/day.test.ts', 'export const chance = () => Math.random()'],
  ['pure domain', 'src/domain/record.ts', "export function sign() {\n  throw new Error('no')\n}"],
  ['pure domain', 'src/domain/record.ts', 'export async function sign() {}'],
  ['pure domain', 'src/domain/record.ts', 'export const sign = async () => 1'],
  ['pure domain', 'src/domain/record.ts', 'export const home = () => process.env'],
  ['pure domain', 'src/domain/record.ts', "export const ask = () => fetch('https://example.org')"],
  ['type claim', 'src/db/rows.ts', 'export const id = (row: unknown) => row as string'],
  ['type claim', 'src/db/rows.ts', 'export let id!: string'],
  ['type claim', 'src/db/rows.ts', 'export class Row {\n  id!: string\n}'],
  ['suppression', 'src/db/rows.ts', '// @ts-expect-error it is fine\nexport const id = 1'],
  [
    'suppression',
    'src/db/rows.ts',
    '// biome-ignore lint/suspicious/noExplicitAny: it is fine\nexport const id = 1',
  ],
  ['literal address', 'src/pages/link.tsx', 'export const Link = () => <a href="/samtaler">x</a>'],
  ['literal address', 'src/pages/link.tsx', 'export const Link = () => <a href={`/samtaler/`}>x</a>'],
  ['literal address', 'src/pages/form.tsx', 'export const Form = () => <form action={"/samtaler"} />'],
  [
    'literal address',
    'src/pages/form.tsx',
    'export const Send = () => <button formaction="/samtaler">x</button>',
  ],
  ['literal address', 'src/pages/day.ts', "export const go = (c: C) => c.redirect('/samtaler', 303)"],
  ['literal address', 'src/app.tsx', "export const add = (app: App) => app.get('/samtaler', show)"],
  ['literal address', 'src/app.tsx', "export const add = (app: App) => app.on('PUT', '/samtaler', show)"],
  ['literal address', 'test/day.test.ts', "export const ask = (app: App) => app.request('/samtaler/1')"],
  ['name', 'src/db/utils.ts', 'export const id = 1'],
  ['name', 'src/helpers/day.ts', 'export const id = 1'],
  ['name', 'src/db/session-manager.ts', 'export const id = 1'],
  ['name', 'src/db/rounds.ts', 'export interface RoundDto {\n  id: string\n}'],
  ['re-export', 'src/db/rounds.ts', "export { grow } from '../domain/plan.ts'"],
  ['re-export', 'src/db/rounds.ts', "export * from '../domain/plan.ts'"],
  ['re-export', 'src/db/rounds.ts', "import { grow } from '../domain/plan.ts'\n\nexport { grow }"],
  ['acts when imported', 'src/db/pool.ts', "connect('here')"],
  ['acts when imported', 'src/db/pool.ts', 'for (const name of names) open(name)'],
  ['markup', 'src/pages/day.tsx', 'export const Day = () => <p style="color: red">x</p>'],
  [
    'markup',
    'src/pages/day.tsx',
    'export const Day = () => <p dangerouslySetInnerHTML={{ __html: text }} />',
  ],
  ['kind in a view', 'src/pages/day.tsx', "export const isTeam = (c: C) => c.kind === 'grus'"],
  ['sql', 'src/pages/day.ts', 'export const read = (q: Q) => q`select id from conversation`'],
  [
    'sql',
    'src/trust/session.ts',
    "export const end = (c: C) => c.query('delete from session where id = $1')",
  ],
  ['sql', 'src/trust/session.ts', 'export const put = `\n  UPDATE session SET ended = now()`'],
  ['event', 'src/db/rounds.ts', 'export const log = `insert into event (id) values ($1)`'],
  ['event', 'src/db/rounds.ts', "export const log = (db: Db) => db.insertInto('event')"],
  ['module mock', 'test/day.test.ts', "vi.mock('../src/clock.ts')"],
  ['sleeping test', 'test/day.test.ts', 'await new Promise(resolve => setTimeout(resolve, 100))'],
  ['sleeping test', 'test/day.test.ts', 'await new Promise<void>(done => setTimeout(() => done(), 100))'],
  ['sleeping test', 'test/day.test.ts', "import { setTimeout } from 'node:timers/promises'"],
  ['sleeping test', 'test/day.test.ts', 'await page.waitForTimeout(100)'],
  ['sleeping test', 'test/day.test.ts', 'await sleep(100)'],
  [
    'name of absence',
    'src/db/rounds.ts',
    'export async function findRound(): Promise<Round> {\n  return round\n}',
  ],
  [
    'name of absence',
    'src/db/rounds.ts',
    'export function getRound(): Round | undefined {\n  return round\n}',
  ],
  [
    'name of absence',
    'src/db/rounds.ts',
    'export function listRounds(): Map<string, Round> {\n  return rounds\n}',
  ],
] as const

test.for(broken)('%s: %s may not hold %s', async ([rule, path, text]) => {
  const { faults } = await look(habitsPart, { [path]: `${text}\n` })
  expect(faults.map(fault => `${fault.path} ${fault.rule}`)).toEqual([`${path} ${rule}`])
})

const kept = [
  ['src/clock.ts', 'export const clock = () => new Date()'],
  ['src/pages/day.ts', 'export const day = (text: string) => new Date(text)'],
  [
    'src/domain/never.ts',
    "export function never(value: never): never {\n  throw new Error('unreachable')\n}",
  ],
  ['src/domain/record.ts', 'export const process = (record: { process: string }) => record.process'],
  ['src/db/rows.ts', "export const kinds = ['mus', 'lus'] as const"],
  ['src/pages/link.tsx', 'export const Link = (p: P) => <a href={urls.record({ id: p.id })}>x</a>'],
  ['src/pages/link.tsx', 'export const Link = () => <a href="https://example.org/a">x</a>'],
  ['test/day.test.ts', "export const ask = (app: App) => app.request('/nowhere/at-all')"],
  ['src/db/rounds.ts', 'export type { Round }\n\ninterface Round {\n  id: string\n}'],
  ['src/outside/letters/invitation.tsx', 'export const Letter = () => <p style="color: red">x</p>'],
  [
    'src/outside/letters/sheet.tsx',
    'export const Style = () => <style dangerouslySetInnerHTML={{ __html: css }} />',
  ],
  ['src/outside/letters/shared-letter.ts', 'export const shared = 1'],
  ['src/domain/move.ts', "export const begin = 'begin'"],
  ['src/domain/kinds.ts', "export const isTeam = (kind: Kind) => kind === 'grus'"],
  ['src/words/en.ts', "export const pick = 'Select a time from the list'"],
  ['src/pages/day.ts', "export const pick = 'Update your answers and go on'"],
  ['src/db/rounds.ts', 'export const read = `select id from round`'],
  ['src/db/save.ts', 'export const log = `insert into event (id) values ($1)`'],
  ['test/day.test.ts', "new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 100))"],
  ['src/db/rounds.ts', 'export function findRound(): Promise<Round | undefined> {\n  return round\n}'],
  ['src/db/rounds.ts', 'export function listRounds(): Promise<readonly Round[]> {\n  return rounds\n}'],
] as const

test.for(kept)('%s may hold %s', async ([path, text]) => {
  const { faults } = await look(habitsPart, { [path]: `${text}\n` })
  expect(faults).toEqual([])
})

test('a fault tells its line', async () => {
  const text = '// One.\n// Two.\nexport const now = () => Date.now()\n'
  const { faults } = await look(habitsPart, { 'src/pages/day.ts': text })
  expect(faults.map(fault => fault.line)).toEqual([3])
})
