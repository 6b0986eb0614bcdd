import { houseRows } from './house-rows.ts'
import type { Rows } from './row.ts'
import { talkRows } from './talk-rows.ts'

/** One for every address that takes a form. */
export const rows: Rows = { ...houseRows, ...talkRows }
