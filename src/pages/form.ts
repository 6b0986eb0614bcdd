import { Readable } from 'node:stream'
import type { Language } from '../words/words.ts'
import type { PageContext } from './context.ts'

/** A submitted form: every field once, as text, and files apart. Names are data here, never keys of an object. */
export type Form = {
  text(name: string): string
  has(name: string): boolean
  names(): string[]
  file(name: string): File | undefined
}

/** Why a body is not read; each has its own status and plain sentence. */
export type FormRefusal = { refused: 'too-large' | 'malformed'; status: 413 | 400 }

const tooLarge: FormRefusal = { refused: 'too-large', status: 413 }
const malformed: FormRefusal = { refused: 'malformed', status: 400 }

/** At most 256 KB unless a page takes files. */
const formLimit = 256 * 1024

/** Reads a form body. Refused: larger than `limit` bytes, malformed UTF-8, the same field twice, another kind of body. */
export async function readForm(c: PageContext, limit = formLimit): Promise<Form | FormRefusal> {
  const bytes = await readBody(c, limit)
  if ('refused' in bytes) return bytes
  const kind = c.req.header('content-type') ?? ''
  if (kind.startsWith('application/x-www-form-urlencoded')) return urlencoded(bytes.body)
  if (kind.startsWith('multipart/form-data')) return multipart(bytes.body, kind)
  return malformed
}

async function readBody(
  c: PageContext,
  limit: number,
): Promise<{ body: Uint8Array<ArrayBuffer> } | FormRefusal> {
  if (Number(c.req.header('content-length') ?? '0') > limit) return tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bodyOf(c)) {
    size += chunk.byteLength
    if (size > limit) return tooLarge
    chunks.push(chunk)
  }
  return { body: new Uint8Array(Buffer.concat(chunks)) }
}

/**
 * As the server itself has it: through the platform's `Request` the same bytes cost twice as much. What is left unread does
 * not end the line, so that a refusal is still answered.
 */
export const bodyOf = (c: PageContext): AsyncIterable<Uint8Array> =>
  c.env?.incoming?.iterator({ destroyOnReturn: false }) ?? c.req.raw.body ?? Readable.from([])

function urlencoded(body: Uint8Array): Form | FormRefusal {
  const fields = new Map<string, string>()
  for (const pair of Buffer.from(body).toString('latin1').split('&')) {
    if (pair === '') continue
    const [name = '', value = ''] = splitAt(pair)
    try {
      const key = decoded(name)
      if (fields.has(key)) return malformed
      fields.set(key, decoded(value))
    } catch {
      return malformed
    }
  }
  return formOf(fields, new Map())
}

const splitAt = (pair: string) => {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

// decodeURIComponent throws on malformed UTF-8, where URLSearchParams would write U+FFFD over somebody's word.
const decoded = (part: string) => decodeURIComponent(part.replaceAll('+', ' '))

async function multipart(body: Uint8Array<ArrayBuffer>, kind: string): Promise<Form | FormRefusal> {
  const fields = new Map<string, string>()
  const files = new Map<string, File>()
  try {
    const data = await new Response(body, { headers: { 'content-type': kind } }).formData()
    for (const [name, value] of data) {
      if (fields.has(name) || files.has(name)) return malformed
      if (typeof value === 'string') fields.set(name, value)
      else files.set(name, value)
    }
  } catch {
    return malformed
  }
  return formOf(fields, files)
}

// A zero byte is nobody's word, and the database holds none.
const formOf = (fields: Map<string, string>, files: Map<string, File>): Form => ({
  text: name => (fields.get(name) ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n'),
  has: name => fields.has(name),
  names: () => [...fields.keys()],
  file: name => files.get(name),
})

/** The version of something that whoever sends the form has seen; 0 for none, and for what is no version. */
export const versionIn = (form: Form, name: string): number =>
  Number(/^\d{1,6}$/.exec(form.text(name))?.[0] ?? 0)

/** The form's hidden key (architecture §4): the same key gives the same answer, so a second submit does nothing. */
export function keyOf(form: Pick<Form, 'text'>): string | undefined {
  const key = form.text('key')
  return /^[A-Za-z0-9_-]{8,64}$/.test(key) ? key : undefined
}

/** A page's key says for whom the page was made: on a shared computer somebody else may be signed in by now. */
export const keyFor = (reader: string, id: string) => `r${reader.slice(0, 8)}-${id}`

/** Whether the form came from a page that was made for somebody else. */
export function isForAnother(key: string | undefined, reader: string): boolean {
  const [, made] = /^r([A-Za-z0-9_-]{8})-[0-9a-f-]{36}/.exec(key ?? '') ?? []
  return made !== undefined && !reader.startsWith(made)
}

/** Reads a language choice; anything else keeps the present one. */
export const languageOf = (text: string, present: Language): Language =>
  text === 'da' || text === 'en' ? text : present
