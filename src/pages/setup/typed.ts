import { readText } from '../../outside/table.ts'
import type { Language } from '../../words/words.ts'
import { type Form, languageOf } from '../form.ts'

/** What the setup's form holds. It goes from page to page in the form itself; nothing is stored on the way. */
export type Typed = {
  name: string
  language: Language
  concept: string
  yourName: string
  address: string
  /** The file's text, or what was pasted: a browser cannot keep a chosen file, so its text is carried along. */
  rows: string
}

export type FileRefusal = 'too-large' | 'not-text'

/** One megabyte of rows: some ten thousand people. Larger files come with a later way in, which need not carry them. */
const mostBytes = 1024 * 1024

/** What the form may weigh, so that a file a little too large is answered beside its field and not with a bare 413. */
export const bodyLimit = 4 * mostBytes

/** Reads the form. A chosen file goes before pasted rows. */
export async function readTyped(
  form: Form,
  present: Language,
): Promise<{ typed: Typed; refused?: FileRefusal }> {
  const read = await readRows(form)
  const typed: Typed = {
    name: form.text('name'),
    language: languageOf(form.text('language'), present),
    concept: form.text('concept'),
    yourName: form.text('your-name'),
    address: form.text('address'),
    rows: 'text' in read ? read.text : '',
  }
  return 'refused' in read ? { typed, refused: read.refused } : { typed }
}

async function readRows(form: Form): Promise<{ text: string } | { refused: FileRefusal }> {
  const file = form.file('file')
  // A form without a chosen file sends one that has neither name nor bytes.
  const chosen = file !== undefined && (file.name !== '' || file.size > 0)
  if (!chosen) return sized(form.text('rows'))
  return file.size > mostBytes ? { refused: 'too-large' } : readText(new Uint8Array(await file.arrayBuffer()))
}

const sized = (text: string) =>
  Buffer.byteLength(text) > mostBytes ? { refused: 'too-large' as const } : { text }
