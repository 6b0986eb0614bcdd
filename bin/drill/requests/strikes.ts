import { urls } from '../../../src/urls.ts'

// Requests as no browser of ours sends them: something else where an id belongs, other fields, a body that is no form, a
// header that says otherwise, and now and then bytes that are no request at all.

/** What goes over the line, whole; and in words what it was, without its bytes. */
export type Strike = { name: string; bytes: Buffer; isWhole: boolean }

/** Who may ask (an empty cookie is nobody), and the ids that are really there. */
export type Known = { cookies: readonly string[]; ids: readonly string[]; host: string }

// Whoever has signed out meets nothing but the door.
const patterns = Object.values(urls)
  .map(({ pattern }) => pattern)
  .filter(pattern => pattern !== urls.signOut.pattern)
const methods = ['GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'BREW']
const usual = [
  ...['key', 'version', 'slot', 'choice', 'do', 'text', 'day-1', 'time-1', 'length', 'where', 'place'],
  ...['from', 'to', 'code', 'address', 'pin', 'name', 'q1.keywords', 'q1.score', 'q1.version', 'greeting'],
]
const names = [...usual, '__proto__', 'constructor', '', 'p.', 't.2026-99-99T99:99', '\u0000', 'å']
const values = [
  ...['75', '2026-04-14', '13:00', 'Torsdagsmøderne virker.', 'yes', '5'],
  ...['', ' ', '\u0000', '\uFEFF', '\u202E', '../../etc/passwd', '{{x}}', '<script>', "' or 1=1 --", 'null'],
  ...['NaN', '-1', '1e999', '99999999999999999999', '2026-02-31', '24:61', 'å'.repeat(40), 'x'.repeat(5000)],
]
const parts = ['%', '%00', '%ff', '%ED%A0%80', '..', '%2e%2e%2f', '0', 'å', 'x'.repeat(300), '%F0%9F%98%80']
const bodies = [
  ...['', '{', '[]', '\u0000', '%', '%ff=%fe', '&&&==', 'key=a&key=b&key=c', 'a'.repeat(70_000)],
  ...['--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n', '--x--', '=\r\n\r\n'],
]
const types = [
  ...['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=utf-16'],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/json',
    'text/plain',
    '\u00e5',
    '',
  ],
]
const noise = [
  'GET',
  '\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
  '\u0000\u0001\u0002',
]

/** So many strikes; the same seed gives the same. */
export function* strikesFrom(seed: number, count: number, known: Known): Generator<Strike> {
  const dice = createDice(seed)
  for (let at = 0; at < count; at++) yield dice.isRare() ? blast(dice, known) : ask(dice, known)
}

type Dice = {
  one<T>(from: readonly T[], otherwise: T): T
  isRare(): boolean
  upTo(most: number): number
}

/** Repeatable chance (mulberry32). */
function createDice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  return {
    upTo,
    one: (from, otherwise) => from[upTo(from.length - 1)] ?? otherwise,
    isRare: () => next() < 0.03,
  }
}

/** Bytes that are no request. */
function blast({ one, upTo }: Dice, { host }: Known): Strike {
  const start = one(noise, '')
  const bytes = Buffer.from(`${start}${'\u00ff'.repeat(upTo(40))}Host: ${host}\r\n\r\n`, 'latin1')
  return { name: `${start.length} bytes that are no request`, bytes, isWhole: false }
}

function ask(dice: Dice, known: Known): Strike {
  const method = dice.one(methods, 'GET')
  const pattern = dice.one(patterns, '/')
  const path = `${filled(dice, pattern, known.ids)}${dice.isRare() ? queryOf(dice) : ''}`
  const body = method === 'GET' || method === 'HEAD' ? '' : bodyOf(dice)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${known.host}`,
    ...headersOf(dice, known),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return {
    name: `${method} ${pattern}`,
    isWhole: true,
    bytes: Buffer.from(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`),
  }
}

const filled = (dice: Dice, pattern: string, ids: readonly string[]) =>
  pattern.replaceAll(/:\w+/g, () => (dice.upTo(2) > 0 ? dice.one(ids, '') : dice.one(parts, '')))

function queryOf({ one, upTo }: Dice): string {
  const pairs = Array.from(
    { length: upTo(2) },
    () => `${encodeURIComponent(one(names, ''))}=${one(parts, '')}`,
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function bodyOf({ one, upTo, isRare }: Dice): string {
  if (isRare()) return one(bodies, '')
  const fields = Array.from({ length: upTo(8) }, () => [one(names, ''), one(values, '')])
  return new URLSearchParams([['key', `${upTo(9)}`], ...fields]).toString()
}

function headersOf({ one, isRare }: Dice, { cookies, host }: Known): string[] {
  const cookie = one(cookies, '')
  return [
    `Content-Type: ${isRare() ? one(types, '') : types[0]}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(isRare() ? [] : ['Sec-Fetch-Site: same-origin', `Origin: http://${host}`]),
    ...(isRare() ? [`Accept-Language: ${one(values, '').replaceAll(/\p{Cc}/gu, '')}`] : []),
    ...(isRare() ? ['Accept: application/json'] : []),
  ]
}
