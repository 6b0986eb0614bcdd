import { spawnSync } from 'node:child_process'
import { createSecretKey } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import {
  keyringFor,
  makeKeyring,
  openOrMakeKeyring,
  readKeyring,
  rolePassword,
} from '../../src/trust/keyring.ts'
import type { Keyring } from '../../src/trust/keyring-text.ts'
import { wrap } from '../../src/trust/sealing.ts'
import { ownFolder } from './folder.ts'

const now = new Date('2026-08-15T09:00:00Z')
const installation = '0198a000-0000-4000-8000-00000000000d'
const secret = Buffer.from(Array.from({ length: 32 }, (_, at) => at))
const written = { installation, epochs: [{ n: 1, secret: secret.toString('base64') }] }

/** A keyring file with this text, in a folder of its own. */
function fileWith(text: string, mode = 0o600): string {
  const file = join(ownFolder(), 'keyring.json')
  writeFileSync(file, text, { mode })
  chmodSync(file, mode)
  return file
}

async function made(file: string): Promise<Keyring> {
  const found = await makeKeyring(file, systemRandom, now)
  if ('fault' in found) throw new Error(found.fault)
  return found.keyring
}

describe('a new keyring', () => {
  test('is for its owner alone, in a folder for its owner alone, and reads as it was made', async () => {
    const file = join(ownFolder(), 'data-keys', 'keyring.json')
    const keyring = await made(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(readdirSync(dirname(file))).toEqual(['keyring.json'])
    const below = join(ownFolder(), 'new', 'data-keys', 'keyring.json')
    await made(below)
    expect(statSync(dirname(below)).mode & 0o777).toBe(0o700)
    expect(statSync(dirname(dirname(below))).mode & 0o777).toBe(0o777 & ~process.umask())
    const again = await readKeyring(file)
    expect('keyring' in again && again.keyring.installation).toBe(keyring.installation)
    expect('keyring' in again && again.keyring.current.secret.equals(keyring.current.secret)).toBe(true)
  })

  test('may lie some folders deep and be named from where we stand', async () => {
    const folder = ownFolder()
    await made(join(relative('.', folder), 'a', 'b', '..', 'c', 'keyring.json'))
    expect(readdirSync(join(folder, 'a'))).toEqual(['c'])
    expect(readdirSync(join(folder, 'a', 'c'))).toEqual(['keyring.json'])
  })

  test('shows no secret, printed or as JSON', async () => {
    const file = fileWith(JSON.stringify(written))
    const found = await readKeyring(file)
    const shown = inspect(found, { depth: 9, showHidden: true }) + JSON.stringify(found)
    expect(shown).toContain(installation)
    expect(shown).not.toContain(secret.toString('base64').slice(0, 8))
    expect(shown).not.toMatch(/Buffer|Uint8Array/)
  })

  test('is one keyring, however many make it at once', async () => {
    const file = join(ownFolder(), 'keys', 'keyring.json')
    const makers = await Promise.all(Array.from({ length: 20 }, () => made(file)))
    expect(new Set(makers.map(keyring => keyring.installation)).size).toBe(1)
    expect(readdirSync(dirname(file))).toEqual(['keyring.json'])
  })

  test('is the other one’s, when that came first at the last moment', () => {
    const maker = fileURLToPath(new URL('./rival-maker.ts', import.meta.url))
    const file = join(ownFolder(), 'keys', 'keyring.json')
    const [rival, ours] = spawnSync(process.execPath, [maker, file], { encoding: 'utf8' }).stdout.split('\n')
    expect(rival).toMatch(/^[0-9a-f-]{36}$/)
    expect(ours).toBe(rival)
    expect(readdirSync(dirname(file))).toEqual(['keyring.json'])
  })

  test('never replaces what lies there, not even what is no keyring', async () => {
    const file = fileWith('notes')
    expect(await makeKeyring(file, systemRandom, now)).toMatchObject({ wrong: 'not-json' })
    expect(readFileSync(file, 'utf8')).toBe('notes')
  })

  test('says so when it cannot be written', async () => {
    const file = join(fileWith('a file, not a folder'), 'keyring.json')
    expect(await makeKeyring(file, systemRandom, now)).toMatchObject({
      wrong: 'unwritable',
      fault: expect.stringContaining('(E'),
    })
  })
})

describe('killed at any step of making', () => {
  const maker = fileURLToPath(new URL('./doomed-maker.ts', import.meta.url))
  const makeAndDie = (file: string, step: number) =>
    spawnSync(process.execPath, [maker, file, String(step)], { encoding: 'utf8' })

  test('there is a whole keyring or none, the next start has one, and nothing else is left', async () => {
    const steps = makeAndDie(
      join(ownFolder(), 'keys', 'keyring.json'),
      Number.POSITIVE_INFINITY,
    ).stdout.split('\n')
    const linked = steps.indexOf('link')
    expect(steps.slice(steps.indexOf('writeFile'), linked)).toContain('sync')
    expect(steps.slice(linked)).toContain('sync')
    for (const step of steps.keys()) {
      const file = join(ownFolder(), 'keys', 'keyring.json')
      expect(makeAndDie(file, step).signal).toBe('SIGKILL')
      const before = await readKeyring(file)
      if ('wrong' in before) expect(before.wrong).toBe('absent')
      const after = await openOrMakeKeyring(file, { mayMake: true, random: systemRandom, now })
      expect(after).toHaveProperty('keyring')
      if ('keyring' in before)
        expect(after).toMatchObject({ keyring: { installation: before.keyring.installation } })
      expect(readdirSync(dirname(file))).toEqual(['keyring.json'])
    }
  }, 60_000)
})

describe('a keyring with a fault is named', () => {
  const epoch = { n: 1, secret: secret.toString('base64') }
  test.each([
    ['not-json', 'not a keyring at all'],
    ['not-json', '{"installation": }'],
    ['wrong-shape', 'null'],
    ['wrong-shape', '[]'],
    ['wrong-shape', '{}'],
    ['wrong-shape', JSON.stringify({ installation })],
    ['wrong-shape', JSON.stringify({ ...written, installation: 'ours' })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: {} })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [null] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [{ ...epoch, n: 0 }] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [{ ...epoch, n: 1.5 }] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [epoch, epoch] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [{ n: 1, secret: epoch.secret.slice(4) }] })],
    ['wrong-shape', JSON.stringify({ installation, epochs: [{ n: 1, secret: `*${epoch.secret}` }] })],
  ])('%s: %s', async (wrong, text) => {
    const file = fileWith(text)
    const found = await readKeyring(file)
    expect(found).toMatchObject({ wrong, fault: expect.stringContaining(file) })
    expect(JSON.stringify(found)).not.toContain(epoch.secret.slice(4, 12))
  })

  test('truncated, at whatever length', async () => {
    const file = join(ownFolder(), 'keyring.json')
    await made(file)
    const whole = readFileSync(file, 'utf8').trimEnd()
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.slice(0, length))
      expect(await readKeyring(file)).toMatchObject({ wrong: 'truncated' })
    }
    expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, -1))
  })

  test('absent, and unreadable', async () => {
    const folder = join(ownFolder(), 'keyring.json')
    mkdirSync(folder, { mode: 0o700 })
    expect(await readKeyring(join(ownFolder(), 'keyring.json'))).toMatchObject({ wrong: 'absent' })
    expect(await readKeyring(folder)).toMatchObject({ wrong: 'unreadable' })
    expect(await readKeyring(join(fileWith(''), 'keyring.json'))).toMatchObject({ wrong: 'unreadable' })
  })

  test.each(['640', '604', '620', '610'])('open to others: mode %s', async mode => {
    expect(await readKeyring(fileWith(JSON.stringify(written), Number.parseInt(mode, 8)))).toMatchObject({
      wrong: 'open-file',
    })
  })

  test.each(['770', '702'])('in a folder others can change: mode %s', async mode => {
    const file = fileWith(JSON.stringify(written))
    chmodSync(dirname(file), Number.parseInt(mode, 8))
    expect(await readKeyring(file)).toMatchObject({ wrong: 'open-folder' })
  })

  test('in Danish and in English, a line each, saying what to do', async () => {
    const found = await readKeyring('/nowhere/keyring.json')
    expect('fault' in found && found.fault.split('\n')).toEqual([
      'Nøgleringen /nowhere/keyring.json mangler. Læg den nøglering tilbage, der hører til databasen, eller skriv dens fil i MEDSPIL_KEYRING. Intet er lavet eller ændret.',
      'The keyring /nowhere/keyring.json is missing. Put back the keyring that belongs to the database, or name its file in MEDSPIL_KEYRING. Nothing was made or changed.',
    ])
  })
})

describe('may this start use this keyring', () => {
  const fresh = { wrappedKeysPresent: false, databaseInstallation: undefined, random: systemRandom, now }
  const leaning = { wrappedKeysPresent: true, databaseInstallation: installation, random: systemRandom, now }

  test('an empty database and no keyring: one is made', async () => {
    const file = join(ownFolder(), 'keys', 'keyring.json')
    expect(await keyringFor({ ...fresh, file })).toHaveProperty('keyring')
    expect(readdirSync(dirname(file))).toEqual(['keyring.json'])
  })

  test('an empty database and a keyring: that one', async () => {
    const file = fileWith(JSON.stringify(written))
    expect(await keyringFor({ ...fresh, file })).toMatchObject({ keyring: { installation } })
  })

  test('its own keyring: yes', async () => {
    const file = fileWith(JSON.stringify(written))
    expect(await keyringFor({ ...leaning, file })).toMatchObject({ keyring: { installation } })
  })

  test.each([
    { wrappedKeysPresent: true, databaseInstallation: installation },
    { wrappedKeysPresent: true, databaseInstallation: undefined },
    { wrappedKeysPresent: false, databaseInstallation: installation },
  ])('a database that leans on one and no keyring: no, and nothing is made: %o', async database => {
    const folder = ownFolder()
    const found = await keyringFor({ ...fresh, ...database, file: join(folder, 'keys', 'keyring.json') })
    expect(found).toMatchObject({ wrong: 'absent' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('another installation’s keyring, or keys of nobody knows which: no', async () => {
    const file = fileWith(JSON.stringify(written))
    for (const databaseInstallation of ['0198a000-0000-4000-8000-0000000000ff', undefined])
      expect(await keyringFor({ ...leaning, databaseInstallation, file })).toMatchObject({ wrong: 'foreign' })
  })

  test('a keyring cut short: no, whether the database leans on it or not, and it stays as it is', async () => {
    const file = fileWith(JSON.stringify(written).slice(0, 60))
    for (const database of [fresh, leaning])
      expect(await keyringFor({ ...database, file })).toMatchObject({ wrong: 'truncated' })
    expect(readFileSync(file, 'utf8')).toHaveLength(60)
  })

  test('the right name and other secrets, or an epoch too few: no', async () => {
    const file = fileWith(JSON.stringify(written))
    const [organisation_id, id] = [installation, '0198a000-0000-7000-8000-00000000000b']
    const live = (epoch: number, under: Uint8Array) => {
      const lock = { organisation: organisation_id, shelf: id, epoch, secret: createSecretKey(under) }
      return { organisation_id, id, epoch, wrapped: wrap(systemRandom.bytes(32), lock, systemRandom) }
    }
    const asked = (...wrappedKeys: ReturnType<typeof live>[]) => keyringFor({ ...leaning, file, wrappedKeys })
    expect(await asked(live(1, secret))).toHaveProperty('keyring')
    expect(await asked(live(1, secret), live(1, Buffer.alloc(32)))).toMatchObject({ wrong: 'other-secrets' })
    expect(await asked(live(1, secret), live(2, secret))).toMatchObject({ wrong: 'other-secrets' })
  })

  test('before the server starts: made only where there is no database folder yet', async () => {
    const file = join(ownFolder(), 'keyring.json')
    expect(await openOrMakeKeyring(file, { mayMake: false, random: systemRandom, now })).toMatchObject({
      wrong: 'absent',
    })
    expect(readdirSync(dirname(file))).toEqual([])
    expect(await openOrMakeKeyring(file, { mayMake: true, random: systemRandom, now })).toHaveProperty(
      'keyring',
    )
  })

  test('a second name of the keyring that a killed maker left is taken away, and a neighbour’s file is not', async () => {
    const file = fileWith(JSON.stringify(written))
    writeFileSync(`${file}.0011223344556677.draft`, 'secrets')
    mkdirSync(join(dirname(file), 'keyring.json.old'))
    await openOrMakeKeyring(file, { mayMake: false, random: systemRandom, now })
    expect(readdirSync(dirname(file)).sort()).toEqual(['keyring.json', 'keyring.json.old'])
  })
})

describe('a role’s password', () => {
  test('comes from the epoch’s secret, the installation and the role, and from nothing else', async () => {
    const found = await readKeyring(fileWith(JSON.stringify(written)))
    if ('fault' in found) throw new Error(found.fault)
    // Computed by another program.
    expect(rolePassword(found.keyring, 1, 'medspil_party')).toBe(
      'k1UEG2jGDd_baazj0NrPhIVcGh0YQ2W70DstqGfSCXA',
    )
    expect(rolePassword(found.keyring, 1, 'medspil_office')).not.toBe(
      rolePassword(found.keyring, 1, 'medspil_party'),
    )
    expect(() => rolePassword(found.keyring, 2, 'medspil_party')).toThrow('the keyring has no epoch 2')
  })
})
