import { isId } from '../../db/query.ts'
import { receiveUpload, type Upload } from '../../outside/people-file/upload.ts'
import { refusalPage } from '../answers.tsx'
import type { Me, PageContext } from '../context.ts'
import { bodyOf, isForAnother, keyOf } from '../form.ts'
import { readerMark } from '../guard.ts'

/** This route alone takes so much; everywhere else 256 KB is the most. */
const mostBytes = 40 * 1024 * 1024
/** So that a file a little too large is answered beside its field and not with a bare 413. */
const mostRead = 80 * 1024 * 1024

export type Came = { response: Response } | { wrong: 'none' | 'too-large' } | { id: string; upload: Upload }

/** Takes the file as it comes. Its id is the form's own key, so that a second submit is the same one. */
export async function receive(c: PageContext, me: Me): Promise<Came> {
  const kind = c.req.header('content-type') ?? ''
  if (!kind.startsWith('multipart/form-data')) return { wrong: 'none' }
  if (Number(c.req.header('content-length') ?? '0') > mostRead) return tooLarge(c)
  const received = await receiveUpload(
    { headers: { 'content-type': kind }, stream: bounded(bodyOf(c)) },
    mostBytes,
  ).catch(fault => (fault === tooMuch ? tooLarge(c) : malformed(c)))
  if ('response' in received) return received
  const { fields, upload } = received
  const key = keyOf({ text: name => fields.get(name) ?? '' })
  const id = key?.slice(-36) ?? ''
  const refused = !isId(id) ? malformed(c) : isForAnother(key, readerMark(me)) ? another(c) : undefined
  if (refused) {
    await upload?.close()
    return refused
  }
  if (received.tooLarge) return { wrong: 'too-large' }
  return upload ? { id, upload } : { wrong: 'none' }
}

const tooMuch = new Error('too much')

async function* bounded(body: AsyncIterable<Uint8Array>) {
  let left = mostRead
  for await (const chunk of body) {
    left -= chunk.byteLength
    if (left < 0) throw tooMuch
    yield chunk
  }
}

const malformed = (c: PageContext) => ({ response: refusalPage(c, { refused: 'malformed', status: 400 }) })
const tooLarge = (c: PageContext) => ({ response: refusalPage(c, { refused: 'too-large', status: 413 }) })
const another = (c: PageContext) => ({ response: refusalPage(c, { refused: 'another-reader', status: 409 }) })
