// From a sheet to the JSON that the press takes: every text made printable, our own words beside it, the date in
// parts.
import type { CharacterSet } from './built-in.ts'
import type { Band, Mark, PlanSheet, RecordSheet, Row } from './document.ts'
import type { Fonts } from './fonts.ts'
import { keywordsLabel, labelsIn } from './labels.ts'
import { withFewLines } from './line-ends.ts'
import { printable } from './printable.ts'

export type Order = { kind: 'record'; sheet: RecordSheet } | { kind: 'plan'; sheet: PlanSheet }

export function isOrder(message: unknown): message is Order {
  return typeof message === 'object' && message !== null && 'kind' in message && 'sheet' in message
}

/** The JSON of one paper, with a picture at its head when `mark` is given. Throws when `at` is no date. */
export function toPaper(order: Order, fonts: Fonts, alphabets: CharacterSet[], mark?: Mark): string {
  const sheet = order.kind === 'record' ? withKeywordLabels(order.sheet) : order.sheet
  const paper = {
    sheet: { ...sheet, organisation: { name: order.sheet.organisation.name, mark: mark?.format } },
    labels: labelsIn(order.sheet.language),
    at: partsOf(order.sheet.at),
    sans: fonts.sans,
    serif: fonts.serif,
  }
  const printed = JSON.stringify(paper, (_, value: unknown) =>
    typeof value === 'string' ? printable(value, alphabets) : value,
  )
  return withFewLines(printed)
}

function withKeywordLabels(sheet: RecordSheet): object {
  const labelled = (row: Row) => ({
    ...row,
    keywords: row.keywords.map(({ by, text }) => ({ label: keywordsLabel(sheet.language, by), text })),
  })
  const bandOf = (band: Band) => ({
    ...band,
    sections: band.sections.map(section => ({ ...section, rows: section.rows.map(labelled) })),
  })
  return { ...sheet, bands: sheet.bands.map(bandOf) }
}

/** In UTC, as PDF keeps time. */
function partsOf(at: string): object {
  const date = new Date(at)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
