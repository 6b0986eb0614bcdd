import type { Row, Section } from '../../outside/own-data-file.tsx'

// What stands in »Hent mine data«: chapters of sections of rows. What has no text has no row, no section and no chapter.

/** A row, where there is something to say. */
export const row = (term: string, text: string | null | undefined): Row[] =>
  text && text.trim() !== '' ? [{ term, text }] : []

export const section = (title: string, rows: readonly Row[]): Section[] =>
  rows.length > 0 ? [{ title, rows }] : []
