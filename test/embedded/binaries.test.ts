import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { getBinaries, linkLibraries, MAJOR } from '../../src/db/embedded/binaries.ts'
import { makeFolder, nativeIn } from './yard.ts'

const ownCheckout = resolve(import.meta.dirname, '..', '..')
const own = nativeIn(ownCheckout)

/** A package as it comes from the registry, its libraries empty: no links, but the list of them. */
function makePackage(): string {
  const native = join(makeFolder(), 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  cpSync(join(own, 'pg-symlinks.json'), join(native, 'pg-symlinks.json'))
  for (const { source } of list) writeFileSync(join(native, '..', source), source)
  return native
}

const list: { source: string; target: string }[] = JSON.parse(
  readFileSync(join(own, 'pg-symlinks.json'), 'utf8'),
)

const links = (native: string) =>
  Object.fromEntries(
    readdirSync(join(native, 'lib'))
      .filter(name => lstatSync(join(native, 'lib', name)).isSymbolicLink())
      .map(name => [`native/lib/${name}`, `native/lib/${readlinkSync(join(native, 'lib', name))}`]),
  )

const wanted = Object.fromEntries(list.map(({ source, target }) => [target, source]))

test('(8) the libraries get the names that the install script would have given them', () => {
  const native = makePackage()
  linkLibraries(native)
  expect(links(native)).toEqual(wanted)
})

test('(8) many starts at once leave the same links and nothing else', async () => {
  const native = makePackage()
  const script = `
    import { linkLibraries } from '${resolve(import.meta.dirname, '../../src/db/embedded/binaries.ts')}'
    for (let i = 0; i < 20; i++) linkLibraries('${native}')`
  const many = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]))
  const codes = await Promise.all(many.map(child => once(child, 'exit')))
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(links(native)).toEqual(wanted)
  expect(readdirSync(join(native, 'lib')).filter(name => name.startsWith('.'))).toEqual([])
})

test('(8) nothing is written through a link that somebody else put there, and a whole file stays', () => {
  const native = makePackage()
  const [first, second] = list
  const victim = join(native, '..', 'victim')
  writeFileSync(victim, 'untouched')
  symlinkSync(victim, join(native, '..', first?.target ?? ''))
  writeFileSync(join(native, '..', second?.target ?? ''), 'a copy of the library')
  linkLibraries(native)
  expect(readFileSync(victim, 'utf8')).toBe('untouched')
  expect(readlinkSync(join(native, '..', first?.target ?? ''))).not.toBe(victim)
  expect(readFileSync(join(native, '..', second?.target ?? ''), 'utf8')).toBe('a copy of the library')
})

test('without the programs for this machine it says which and what to do', () => {
  const checkout = makeFolder()
  expect(() => getBinaries(checkout)).toThrow(`${process.platform}-${process.arch} mangler`)
  expect(() => getBinaries(checkout)).toThrow('DATABASE_URL')
})

test('(9) the programs are of the one major version we open', () => {
  const version = readFileSync(join(own, '..', 'package.json'), 'utf8')
  expect(version).toContain(`"version": "${MAJOR}.`)
})
