import { expect, test } from 'vitest'
import { readCommandLine, wholeNumber } from '../src/command-line.ts'
import { StartFault } from '../src/db/embedded/fault.ts'

const start = {
  command: 'npm start',
  options: { demo: { type: 'boolean' } },
  forms: ['npm start -- --demo'],
} as const
const restore = {
  command: 'npm run restore',
  options: { keys: { type: 'string' }, 'accept-loss': { type: 'boolean' } },
  words: 1,
  forms: ['npm run restore -- /backup'],
} as const
const keys = {
  command: 'npm run keys',
  options: {},
  words: ['show', 'turn'],
  forms: ['npm run keys -- show'],
}

/** What is told when this is written; nothing when it is taken. */
function told(command: typeof start | typeof restore | typeof keys, line: string, env = {}): string {
  try {
    readCommandLine(command, { args: line.split(' ').filter(Boolean), env })
    return ''
  } catch (fault) {
    if (fault instanceof StartFault) return fault.message
    throw fault
  }
}

test('what is known is taken', () => {
  expect(readCommandLine(start, { args: ['--demo'], env: {} }).values).toEqual({ demo: true })
  const { positionals, values } = readCommandLine(restore, {
    args: ['/b', '--keys', '/k', '--accept-loss'],
    env: {},
  })
  expect([positionals, values]).toEqual([['/b'], { keys: '/k', 'accept-loss': true }])
  expect([told(start, ''), told(keys, 'turn'), told(restore, '--keys=/k /b')]).toEqual(['', '', ''])
})

test.each([
  ['--dmeo', start, '--dmeo'],
  ['demo', start, 'demo'],
  ['-demo', start, '-demo'],
  ['--demo=ja', start, '--demo=ja'],
  ['/a /b', restore, '/b'],
  ['/a --accept-los', restore, '--accept-los'],
  ['shw', keys, 'shw'],
] as const)('»%s« is not known: said in both languages, with what there is', (line, command, stray) => {
  const [danish, english, , form] = told(command, line).split('\n')
  expect(danish).toBe(`${command.command} kender ikke »${stray}«. Intet er ændret.`)
  expect(english).toBe(`${command.command} does not know "${stray}". Nothing was changed.`)
  expect(form?.trim()).toBe(command.forms[0])
})

test.each(['/b --keys', '--keys --accept-loss'])('an option that lacks its value is said: %s', line => {
  expect(told(restore, line)).toMatch(/^Efter --keys mangler der noget.*\nSomething is missing after --keys/)
})

test('what npm kept for itself is said, with the line to write', () => {
  const all = { npm_config_demo: 'true', npm_config_accept_loss: 'true', npm_config_keys: '/k' }
  expect(told(start, '', all)).toMatch(
    /npm beholdt --demo .*Skriv: npm start -- --demo\n.*Write: npm start -- --demo$/,
  )
  expect(told(restore, '/b', all)).toContain('Skriv: npm run restore -- --keys=/k --accept-loss /b\n')
  expect(told(start, '--demo', all)).toBe('')
})

test('a number is a whole one', () => {
  expect(wholeNumber('rounds', '60')).toBe(60)
  for (const text of ['mange', '0', '-1', '1.5', '1e3'])
    expect(() => wholeNumber('rounds', text)).toThrow(StartFault)
})
