import { createHash } from 'node:crypto'
import { type Joint, jointLimit } from '../../domain/joint.ts'
import { cleanText, tooLong } from '../../domain/text.ts'
import type { Form } from '../form.ts'

// A joint field `q7` is sent as `q7.text`, with `q7.version` and the mark `q7.shown` of what the page showed.

/** What came from the page for one joint text. */
export type TypedJoint = Joint & { untouched: boolean; tooLong: boolean }

/**
 * What a page shows, as a mark beside its version: a field whose text still has its mark was not touched, so it is
 * nobody's wish to write it over a newer one.
 */
export function markOf(version: number, shown: string): string {
  return `${version}-${createHash('sha256').update(shown).digest('base64url').slice(0, 22)}`
}

/** The version a page was shown with; none when the field did not come along. */
export function versionIn(form: Form, name: string): number | undefined {
  const typed = form.text(`${name}.version`)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
}

/** One joint text as it was typed; none when the page had no field for it, as when the other was writing. */
export function readJoint(form: Form, name: string): TypedJoint | undefined {
  const version = versionIn(form, name)
  if (version === undefined || !form.has(`${name}.text`)) return undefined
  const text = cleanText(form.text(`${name}.text`))
  return {
    text,
    version,
    untouched: form.text(`${name}.shown`) === markOf(version, text),
    tooLong: tooLong(text, jointLimit),
  }
}
