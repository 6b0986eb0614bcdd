import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Env, readEnv } from '../src/env.ts'

const read = (source: Record<string, string>): Env => {
  const env = readEnv(source)
  if ('faults' in env) throw new Error(env.faults.join('\n'))
  return env
}

const faultsOf = (source: Record<string, string>): string[] => {
  const env = readEnv(source)
  return 'faults' in env ? env.faults : []
}

test('nothing set is a whole installation on this machine', () => {
  expect(read({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    origin: 'http://localhost:4000',
    data: resolve('data'),
    explicitData: false,
    keyring: resolve('data-keys/keyring.json'),
    shelfKeys: resolve('data-shelf-keys'),
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'medspil@localhost',
    demo: false,
  })
})

test('what is set is taken, and the rest follows it', () => {
  const env = read({
    PORT: '8080',
    MEDSPIL_DATA: '/srv/medspil',
    SMTP_URL: 'smtp://mail.by.dk',
    MAIL_FROM: 'mus@by.dk',
  })
  expect(env).toMatchObject({
    port: 8080,
    origin: 'http://localhost:8080',
    data: '/srv/medspil',
    explicitData: true,
  })
  expect(env).toMatchObject({
    keyring: '/srv/medspil-keys/keyring.json',
    shelfKeys: '/srv/medspil-shelf-keys',
    smtpUrl: 'smtp://mail.by.dk',
    mailFrom: 'mus@by.dk',
  })
})

test('an empty setting counts as not set', () => {
  const empty = {
    PORT: '',
    MEDSPIL_DATA: ' ',
    MEDSPIL_KEYRING: '',
    MEDSPIL_SHELF_KEYS: '',
    DATABASE_URL: '',
    SMTP_URL: '',
    MAIL_FROM: '',
  }
  expect(read(empty)).toEqual(read({}))
})

test('a keyring of one’s own is the file that is named', () => {
  expect(read({ MEDSPIL_KEYRING: '/media/nøgle/ring.json' }).keyring).toBe('/media/nøgle/ring.json')
})

test('all that is wrong is told at once, each setting by name', () => {
  const faults = faultsOf({
    PORT: '70000',
    HOST: 'http://x',
    MEDSPIL_ORIGIN: 'medspil.dk',
    DATABASE_URL: 'mysql://x/y',
    SMTP_URL: 'mail.by.dk',
    MAIL_FROM: 'Medspil <mus@by.dk>',
  })
  const names = ['PORT', 'HOST', 'MEDSPIL_ORIGIN', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM']
  expect(names.filter(name => !faults.some(fault => fault.startsWith(`${name} `)))).toEqual([])
  expect(faults).toHaveLength(names.length)
})

test.each(['0', '65536', '-1', '4e3', '80.5', 'http'])('PORT %s is no port', port => {
  expect(faultsOf({ PORT: port })).toHaveLength(1)
})

test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000', 'https://medspil.by.dk'])(
  'people may come by %s',
  origin => {
    expect(read({ MEDSPIL_ORIGIN: origin }).origin).toBe(origin)
  },
)

test('a slash at the end of the origin is taken off', () => {
  expect(read({ MEDSPIL_ORIGIN: 'https://medspil.by.dk/' }).origin).toBe('https://medspil.by.dk')
})

test.each([
  'http://medspil.by.dk',
  'http://localhost.by.dk',
  'http://192.168.1.5:4000',
  'https://by.dk/medspil',
  'https://bruger:hemmelig@by.dk',
  'ftp://by.dk',
])('people may not come by %s', origin => {
  expect(faultsOf({ MEDSPIL_ORIGIN: origin })).toHaveLength(1)
})

test('a server database and a socket in a folder are both addresses', () => {
  for (const url of ['postgresql://a:b@db:5432/medspil', 'postgres:///medspil?host=/run/postgresql']) {
    expect(read({ DATABASE_URL: url }).databaseUrl).toBe(url)
  }
})

test('no fault repeats a password', () => {
  const faults = faultsOf({
    DATABASE_URL: 'mysql://ejer:hemmelig@db/medspil',
    SMTP_URL: 'smtp//post:hemmelig@mail',
    MEDSPIL_ORIGIN: 'http://x:hemmelig@by.dk',
  })
  expect(faults).toHaveLength(4)
  expect(faults.join()).not.toContain('hemmelig')
})

test('with a mail server the sender must be told', () => {
  expect(faultsOf({ SMTP_URL: 'smtps://mail.by.dk' })).toEqual([expect.stringContaining('MAIL_FROM')])
})

test.each(['mus', 'mus@', 'a@b@c', 'mus@by.dk, hr@by.dk', 'mus@by.dk\nBcc: x@y.dk'])(
  '%j is no plain mail address',
  from => {
    expect(faultsOf({ MAIL_FROM: from })).toHaveLength(1)
  },
)

test('the keyring may not lie inside the data it opens, nor with the keys it opens', () => {
  expect(faultsOf({ MEDSPIL_DATA: '/srv/m', MEDSPIL_KEYRING: '/srv/m/keys/ring.json' })).toHaveLength(1)
  expect(faultsOf({ MEDSPIL_DATA: '/srv/m', MEDSPIL_KEYRING: '/srv/m-keys/ring.json' })).toEqual([])
  const beside = { MEDSPIL_SHELF_KEYS: '/srv/k', MEDSPIL_KEYRING: '/srv/k/ring.json' }
  expect(faultsOf(beside)).toHaveLength(1)
})

test('a demo has a folder and a keyring of its own, and sends no mail whatever is set', () => {
  const env = readEnv({ SMTP_URL: 'smtp://mail.by.dk', MAIL_FROM: 'mus@by.dk', PORT: '4001' }, true)
  expect(env).toMatchObject({
    demo: true,
    data: resolve('data-demo'),
    keyring: resolve('data-demo-keys/keyring.json'),
    smtpUrl: undefined,
    origin: 'http://localhost:4001',
  })
})

test.each([
  { DATABASE_URL: 'postgres://a:b@db/medspil' },
  { MEDSPIL_KEYRING: '/media/ring.json' },
  { HOST: '0.0.0.0' },
  { MEDSPIL_ORIGIN: 'https://medspil.by.dk' },
])('a demo is not started with %j', source => {
  const env = readEnv(source, true)
  expect('faults' in env && env.faults).toEqual([expect.stringContaining('Demoen')])
})

test.each([{ HOST: '127.0.0.1' }, { HOST: '::1' }, { MEDSPIL_ORIGIN: 'http://127.0.0.1:4000' }])(
  'a demo is for this machine: %j',
  source => {
    expect(readEnv(source, true)).toMatchObject({ demo: true })
  },
)
