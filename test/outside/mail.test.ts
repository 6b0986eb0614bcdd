import { once } from 'node:events'
import { createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import PostalMime from 'postal-mime'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAddress } from '../../src/outside/address.ts'
import { type Invitation, invitation } from '../../src/outside/calendar.ts'
import { timeAgreedLetter } from '../../src/outside/letters/time-agreed-letter.ts'
import { createMail, type Mail } from '../../src/outside/mail.ts'
import { portOf } from '../world/served.ts'
import { cert } from './certificate.ts'
import { mailServer, refusal } from './mail-server.ts'

const from = 'Medspil <post@medspil.example>'
const startsAt = new Date('2026-04-14T11:00:00Z')

const talk: Invitation = {
  uid: '0199c0de-0000-7000-8000-000000000001@medspil.example',
  sequence: 0,
  method: 'REQUEST',
  startsAt,
  minutes: 75,
  place: 'Mødelokalet på 1. sal',
  organiser: { name: 'Mette Østergård', address: 'mette@eksempel.dk' },
  attendee: { name: 'Sara Ærø', address: 'sara@eksempel.dk' },
  url: 'https://medspil.example/samtaler/7',
  stampedAt: new Date('2026-04-01T08:00:00Z'),
}

const mail: Mail = {
  id: '0199c0de-0000-7000-8000-00000000000a',
  to: { name: 'Sara Ærø', address: 'sara@eksempel.dk' },
  ...timeAgreedLetter({
    language: 'da',
    reader: 'Sara',
    other: 'Mette',
    house: 'Børnehuset Mælkevejen',
    link: 'https://medspil.example/samtaler/7',
    startsAt,
    minutes: 75,
    place: 'Mødelokalet på 1. sal',
  }),
}

describe('a mail that arrives', () => {
  test('carries the letter as text and as HTML, with its æ, ø and å', async () => {
    const server = await mailServer()
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    expect(await sender.send(mail)).toBe('sent')
    const read = await server.only()
    expect(read.subject).toBe('Samtalen er aftalt: tirsdag den 14. april kl. 13.00–14.15')
    expect(read.from).toMatchObject({ name: 'Medspil', address: 'post@medspil.example' })
    expect(read.to).toMatchObject([{ name: 'Sara Ærø', address: 'sara@eksempel.dk' }])
    expect(read.text?.trimEnd()).toBe(mail.text.trimEnd())
    expect(read.html?.trimEnd()).toBe(mail.html.trimEnd())
    expect(read.attachments).toEqual([])
    expect(read.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    )
  })

  test.each(['REQUEST', 'CANCEL'] as const)('S3-02 carries the calendar file: %s', async method => {
    const server = await mailServer()
    const calendar = invitation({ ...talk, method })
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    expect(await sender.send({ ...mail, calendar })).toBe('sent')
    const raw = server.arrived[0]?.raw ?? ''
    const read = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' })
    const content = calendar.replaceAll('\r\n', '\n')
    expect(read.attachments).toMatchObject([
      { mimeType: 'text/calendar', method, content },
      { mimeType: 'application/ics', filename: 'invite.ics', disposition: 'attachment', content },
    ])
    const types = [...raw.matchAll(/^Content-Type: ([a-z/]+)/gm)].map(found => found[1])
    expect(types).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    // The parser evens out line ends; the file itself must keep them.
    const file = /Content-Transfer-Encoding: base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? ''
    expect(Buffer.from(file, 'base64').toString('utf8')).toBe(calendar)
  })

  test('keeps its Message-ID when it is sent again', async () => {
    const server = await mailServer()
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    await sender.send(mail)
    await sender.send(mail)
    const ids = server.arrived.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1])
    expect(ids).toEqual([`<${mail.id}@medspil.example>`, `<${mail.id}@medspil.example>`])
  })

  test('has no line that a mail server could cut, however long a line was written', async () => {
    const server = await mailServer()
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    const text = `${'blåbærgrød '.repeat(400)}\n${'x'.repeat(3000)}\n.\nsidste linje`
    expect(await sender.send({ ...mail, text })).toBe('sent')
    const lines = server.arrived[0]?.raw.split('\r\n') ?? []
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(998)
    expect((await server.only()).text?.trimEnd()).toBe(text)
  })

  test('has one reader, also when the name looks like more', async () => {
    const server = await mailServer()
    const name = 'Ærø, "Sara" <andre@eksempel.dk>; Bo'
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    expect(await sender.send({ ...mail, to: { ...mail.to, name } })).toBe('sent')
    expect((await server.only()).to).toMatchObject([{ name, address: 'sara@eksempel.dk' }])
  })
})

describe('a mail that could smuggle something in is malformed', () => {
  const breaks = ['\r\nBcc: x@y.dk', '\nBcc: x@y.dk', '\rBcc: x@y.dk', '\u2028', '\u2029', '\u0085', '\0']
  const smuggled = breaks.flatMap<[string, Mail]>(text => [
    ['subject', { ...mail, subject: `Hej${text}` }],
    ['name', { ...mail, to: { ...mail.to, name: `Sara${text}` } }],
    ['address', { ...mail, to: { ...mail.to, address: `sara@eksempel.dk${text}` } }],
    ['id', { ...mail, id: `1${text}` }],
  ])
  const addresses = [
    '',
    'sara',
    'a@b.dk, c@d.dk',
    'a@b.dk c@d.dk',
    '<a@b.dk>',
    'Sara <a@b.dk>',
    'a@@b.dk',
    'a@.dk',
  ]

  test.each(smuggled)('by its %s', async (_, mail) => {
    expect(await createMail({ smtpUrl: 'smtp://127.0.0.1:1', from }).send(mail)).toEqual({
      failed: 'malformed',
    })
  })

  test.each(addresses)('to »%s«', async address => {
    const sender = createMail({ smtpUrl: 'smtp://127.0.0.1:1', from })
    expect(await sender.send({ ...mail, to: { name: 'Sara', address } })).toEqual({ failed: 'malformed' })
  })

  test('with a calendar that neither asks nor cancels', async () => {
    const calendar = invitation(talk).replace('METHOD:REQUEST', 'METHOD:PUBLISH')
    const sender = createMail({ smtpUrl: 'smtp://127.0.0.1:1', from })
    expect(await sender.send({ ...mail, calendar })).toEqual({ failed: 'malformed' })
  })
})

describe('a mail that does not go says why in a word', () => {
  test('unreachable when no server is there', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = portOf(server.address())
    await new Promise(resolve => server.close(resolve))
    expect(await createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from }).send(mail)).toEqual({
      failed: 'unreachable',
    })
  })

  test('timeout when the server never speaks', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const smtpUrl = `smtp://127.0.0.1:${portOf(server.address())}`
    expect(await createMail({ smtpUrl, from, patience: 50 }).send(mail)).toEqual({ failed: 'timeout' })
  })

  test.each([
    ['refused-address', 550],
    ['later', 451],
  ])('%s when the reader is answered with %i', async (failed, code) => {
    const server = await mailServer({ onRcptTo: (_address, _session, done) => done(refusal(code)) })
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    expect(await sender.send(mail)).toEqual({ failed })
  })

  test.each([
    ['refused', 550],
    ['later', 421],
  ])('%s when the sender is answered with %i', async (failed, code) => {
    const server = await mailServer({ onMailFrom: (_address, _session, done) => done(refusal(code)) })
    const sender = createMail({ smtpUrl: `smtp://127.0.0.1:${server.port}`, from })
    expect(await sender.send(mail)).toEqual({ failed })
  })

  test('refused when the name and password are wrong', async () => {
    const server = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535)),
    })
    const sender = createMail({ smtpUrl: `smtp://medspil:forkert@127.0.0.1:${server.port}`, from })
    expect(await sender.send(mail)).toEqual({ failed: 'refused' })
  })
})

// 0.0.0.0 leads back to this machine, but is not written as one of its own addresses: to the sender it is another.
describe('to another machine', () => {
  test('nothing is said without encryption: tls', async () => {
    let passwords = 0
    const server = await mailServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        passwords++
        done(null, { user: 'medspil' })
      },
    })
    const sender = createMail({ smtpUrl: `smtp://medspil:kode@0.0.0.0:${server.port}`, from })
    expect(await sender.send(mail)).toEqual({ failed: 'tls' })
    expect(passwords).toBe(0)
    expect(server.arrived).toEqual([])
  })

  test.each([
    ['smtp://0.0.0.0', false],
    ['smtps://0.0.0.0', true],
  ])('an unknown certificate is not trusted: %s', async (origin, secure) => {
    const server = await mailServer({ secure })
    const sender = createMail({ smtpUrl: `${origin}:${server.port}`, from })
    expect(await sender.send(mail)).toEqual({ failed: 'tls' })
  })

  test.each([
    ['smtp://0.0.0.0', false],
    ['smtps://0.0.0.0', true],
  ])('with a trusted certificate the mail goes encrypted: %s', async (origin, secure) => {
    const before = getCACertificates('default')
    setDefaultCACertificates([cert])
    onTestFinished(() => setDefaultCACertificates(before))
    const server = await mailServer({ secure })
    const sender = createMail({ smtpUrl: `${origin}:${server.port}`, from })
    expect(await sender.send(mail)).toBe('sent')
    expect(server.arrived).toMatchObject([{ secure: true }])
  })
})

describe('the settings', () => {
  test.each([
    'http://127.0.0.1',
    'smtp://',
    '127.0.0.1:25',
    'smtp://127.0.0.1/?ignoreTLS=true',
    'smtp://127.0.0.1/x',
    'smtp://a:%zz@127.0.0.1',
  ])('SMTP_URL »%s« is refused, without repeating it', smtpUrl => {
    expect(() => createMail({ smtpUrl, from })).toThrow(/^SMTP_URL is not an address/)
  })

  test('MAIL_FROM is a name and an address, or an address alone', () => {
    expect(readAddress('Medspil <post@medspil.example>')).toEqual({
      name: 'Medspil',
      address: 'post@medspil.example',
    })
    expect(readAddress('"Børnehuset, Gentofte" <post@medspil.example>')?.name).toBe('Børnehuset, Gentofte')
    expect(readAddress('post@medspil.example')).toEqual({ name: '', address: 'post@medspil.example' })
    for (const wrong of [
      '',
      'Medspil',
      'Medspil <post>',
      'a@b.dk>',
      'M\r\nBcc: x@y.dk <a@b.dk>',
      'a@b.dk, c@d.dk',
    ]) {
      expect(readAddress(wrong)).toBeUndefined()
    }
    expect(() => createMail({ smtpUrl: 'smtp://127.0.0.1', from: 'Medspil' })).toThrow(/^MAIL_FROM/)
  })
})
