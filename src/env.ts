// Every setting, read once. All that is wrong is told at the same time, in plain words, and never with a password.
import { dirname, join, resolve } from 'node:path'

/** What the system is started with. Paths are absolute. */
export type Env = {
  port: number
  host: string
  /** Where people reach it, without a slash at the end: https, or http on this machine only. */
  origin: string
  data: string
  /** Whether somebody chose the data folder; one that was chosen is never moved. */
  explicitData: boolean
  /** The keyring's file. */
  keyring: string
  /** The folder where the shelves' keys are put down in a file of their own, each day and each time the keyring turns. */
  shelfKeys: string
  /** A PostgreSQL server of one's own; undefined = the one that comes with the system. */
  databaseUrl: string | undefined
  /** undefined = no mail is sent, and the installation is on trial. */
  smtpUrl: string | undefined
  mailFrom: string
  /** Started with --demo: a demo installation of its own, which nobody but this machine reaches and no mail leaves. */
  demo: boolean
}

type Source = Record<string, string | undefined>

/** A value, or what is wrong with it. */
type Reading<T> = { value: T } | { wrong: string }

/** Reads the settings; an empty one counts as not set. Faults are Danish / English, one a setting, all of them. */
export function readEnv(source: Source, demo = false): Env | { faults: string[] } {
  const given = (name: string) =>
    demo && ofMail.includes(name) ? undefined : source[name]?.trim() || undefined
  const faults: string[] = demo ? demoFaults(given) : []
  const take = <T>(reading: Reading<T>, instead: T): T => {
    if ('value' in reading) return reading.value
    faults.push(reading.wrong)
    return instead
  }
  const port = take(readPort(given('PORT')), 4000)
  const data = resolve(given('MEDSPIL_DATA') ?? (demo ? 'data-demo' : 'data'))
  const smtpUrl = take(readUrl('SMTP_URL', given('SMTP_URL'), ['smtp:', 'smtps:']), undefined)
  const env: Env = {
    port,
    host: take(readHost(given('HOST')), ''),
    origin: take(readOrigin(given('MEDSPIL_ORIGIN') ?? `http://localhost:${port}`), ''),
    data,
    explicitData: given('MEDSPIL_DATA') !== undefined,
    keyring: resolve(given('MEDSPIL_KEYRING') ?? join(`${data}-keys`, 'keyring.json')),
    shelfKeys: resolve(given('MEDSPIL_SHELF_KEYS') ?? `${data}-shelf-keys`),
    databaseUrl: take(
      readUrl('DATABASE_URL', given('DATABASE_URL'), ['postgres:', 'postgresql:']),
      undefined,
    ),
    smtpUrl,
    mailFrom: take(readMailFrom(given('MAIL_FROM'), given('SMTP_URL') !== undefined), ''),
    demo,
  }
  faults.push(...placing(env))
  return faults.length > 0 ? { faults } : env
}

function readPort(text = '4000'): Reading<number> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return { value: port }
  return wrong(
    `PORT skal være et tal fra 1 til 65535, ikke "${text}".`,
    `PORT must be a number from 1 to 65535.`,
  )
}

function readHost(text = '127.0.0.1'): Reading<string> {
  if (/^[A-Za-z0-9.:_-]+$/.test(text)) return { value: text }
  return wrong(
    `HOST skal være en adresse på denne maskine, som 127.0.0.1 eller 0.0.0.0, uden http:// og uden port.`,
    `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, without http:// and port.`,
  )
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]']

const ofMail = ['SMTP_URL', 'MAIL_FROM']

/** What a demo cannot be started with: another's database or keyring, or an address that others reach (walls §4). */
function demoFaults(given: (name: string) => string | undefined): string[] {
  const foreign = ['DATABASE_URL', 'MEDSPIL_KEYRING', 'MEDSPIL_SHELF_KEYS'].filter(
    name => given(name) !== undefined,
  )
  const host = given('HOST') ?? 'localhost'
  const origin = given('MEDSPIL_ORIGIN') ?? 'http://localhost'
  const isOpen = !isLocal(host) || !(URL.canParse(origin) && isLocal(new URL(origin).hostname))
  return [
    ...foreign.map(
      name =>
        `Demoen har sin egen database og nøglering. Start den uden ${name}. / The demo has its own database and keyring. Start it without ${name}.`,
    ),
    ...(isOpen
      ? [
          'Demoen kan kun ses fra denne maskine. Start den uden HOST og MEDSPIL_ORIGIN. / The demo is for this machine alone. Start it without HOST and MEDSPIL_ORIGIN.',
        ]
      : []),
  ]
}

const isLocal = (host: string) => LOCAL.includes(host) || host === '::1'

function readOrigin(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || `${url.origin}/` !== url.href) {
    return wrong(
      `MEDSPIL_ORIGIN skal være adressen, folk skriver i browseren, uden sti: https://medspil.kommune.dk`,
      `MEDSPIL_ORIGIN must be the address people type in the browser, without a path.`,
    )
  }
  if (url.protocol === 'https:' || LOCAL.includes(url.hostname)) return { value: url.origin }
  return wrong(
    `MEDSPIL_ORIGIN skal begynde med https://, når det ikke er denne maskine (localhost). Nu er den ${url.origin}.`,
    `MEDSPIL_ORIGIN must begin with https:// unless it is this machine (localhost).`,
  )
}

/** The address itself is never repeated: it may hold a password. */
function readUrl(name: string, text: string | undefined, protocols: string[]): Reading<string | undefined> {
  if (text === undefined) return { value: undefined }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && protocols.includes(url.protocol) && (url.hostname !== '' || url.searchParams.has('host'))) {
    return { value: text }
  }
  const form = `${protocols[0]}//bruger:kodeord@server/…`
  return wrong(
    `${name} skal se sådan ud: ${form} (tegn som @ / : i kodeordet skrives %40 %2F %3A).`,
    `${name} must look like that (write @ / : in the password as %40 %2F %3A).`,
  )
}

function readMailFrom(text: string | undefined, sends: boolean): Reading<string> {
  if (text === undefined && !sends) return { value: 'medspil@localhost' }
  if (text === undefined) {
    return wrong(
      `MAIL_FROM mangler: med SMTP_URL skal det siges, hvilken adresse mails kommer fra.`,
      `MAIL_FROM is missing: with SMTP_URL set, say which address mail comes from.`,
    )
  }
  if (/^[^\s@<>,;:"()[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(text)) return { value: text }
  return wrong(
    `MAIL_FROM skal være en mailadresse og ikke andet: medspil@kommune.dk`,
    `MAIL_FROM must be a mail address and nothing else.`,
  )
}

/** The keyring lies apart from the data and from the shelves' keys: a copy of either can be read by nobody. */
function placing({ data, keyring, shelfKeys }: Env): string[] {
  const isInside = (folder: string) => `${dirname(keyring)}/`.startsWith(`${folder}/`)
  return [
    ...(isInside(data)
      ? [
          `MEDSPIL_KEYRING må ikke ligge inde i datamappen ${data}. / MEDSPIL_KEYRING must not lie inside the data folder.`,
        ]
      : []),
    ...(isInside(shelfKeys)
      ? [
          `MEDSPIL_KEYRING må ikke ligge inde i MEDSPIL_SHELF_KEYS, ${shelfKeys}. / MEDSPIL_KEYRING must not lie inside MEDSPIL_SHELF_KEYS.`,
        ]
      : []),
  ]
}

function wrong(danish: string, english: string): { wrong: string } {
  return { wrong: `${danish} / ${english}` }
}
