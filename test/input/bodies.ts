/** A body as it is sent, with its kind. */
export type Body = { name: string; status: number; kind: string; body: string | Uint8Array<ArrayBuffer> }

const form = 'application/x-www-form-urlencoded'
const key = () => `key=${crypto.randomUUID()}`
const large = new Uint8Array(5 * 1024 * 1024).fill(120)

/** Bodies that no page reads, each with what it is answered: these for every form, and `all` for one. */
export const bodies = (all: boolean): readonly Body[] => [
  { name: '5 MB', status: 413, kind: form, body: large },
  { name: 'malformed UTF-8', status: 400, kind: form, body: `${key()}&a=%ff%fe` },
  { name: 'the same field twice', status: 400, kind: form, body: `${key()}&a=1&a=2` },
  { name: 'JSON', status: 400, kind: 'application/json', body: '{"key":"x"}' },
  ...(all ? others() : []),
]

const others = (): readonly Body[] => [
  { name: 'half a letter', status: 400, kind: form, body: `${key()}&a=%E0%A4` },
  { name: 'plain text', status: 400, kind: 'text/plain', body: key() },
  { name: 'no kind', status: 400, kind: '', body: key() },
  { name: 'parts without a boundary', status: 400, kind: 'multipart/form-data', body: '--x--' },
  {
    name: 'parts cut in two',
    status: 400,
    kind: 'multipart/form-data; boundary=x',
    body: '--x\r\ncontent-dis',
  },
]

/** More fields than any form has; what is not known is not read. */
export const crowded = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 4000 }, (_, at) => [`f${at}`, '1']))
