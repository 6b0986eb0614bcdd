import * as z from 'zod'
import { setupHours } from '../../db/setup.ts'
import type { PageContext } from '../context.ts'
import { dropCookie, readCookie, writeCookie } from '../cookies.ts'
import { meaningsOf } from './meanings.ts'
import type { Typed } from './typed.ts'

// Whoever goes back in the browser, or comes to the page anew, finds the form's lines as they were, and what was said of
// the heads. The file is not kept: it is too large for a cookie, and nothing is stored before it has been looked through.

const kept = z.object({
  name: z.string(),
  language: z.enum(['da', 'en']),
  concept: z.string(),
  yourName: z.string(),
  address: z.string(),
  hadRows: z.boolean(),
  meant: z.array(z.tuple([z.string(), z.string()])).default([]),
})

/** What browsers take of one cookie, less its name and the rest of its line. */
const most = 3500

export function rememberTyped(
  c: PageContext,
  { rows, held, meant, ...lines }: Typed,
  hadRows: boolean,
): void {
  const whole = [[...meant], []].map(meant => JSON.stringify({ ...lines, hadRows, meant }))
  const text = whole.find(each => encodeURIComponent(each).length <= most)
  if (text === undefined) forgetTyped(c)
  else writeCookie(c, 'setup-typed', text, setupHours * 3600)
}

export const forgetTyped = (c: PageContext): void => dropCookie(c, 'setup-typed')

/** The lines without the file; `hadRows`: there was one, and it must be chosen again. */
export function findTyped(c: PageContext): { typed: Typed; hadRows: boolean } | undefined {
  const read = kept.safeParse(parsed(readCookie(c, 'setup-typed') ?? ''))
  if (!read.success) return undefined
  const { hadRows, meant, ...lines } = read.data
  return { typed: { ...lines, meant: meaningsOf(meant), rows: '', held: '' }, hadRows }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
