import { cleanText } from '../domain/text.ts'
import type { PageContext } from './context.ts'

const longest = 120

/** The name somebody looks for, from the address: anything may stand there, also what the database cannot hold. */
export const searchIn = (c: PageContext): string =>
  cleanText(c.req.query('navn') ?? '')
    .trim()
    .slice(0, longest)
