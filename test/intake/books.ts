import { zipOf } from '../../bin/bench/workbook.ts'

// Workbooks with as little in them as is read.

/** A workbook of one sheet, and what else lies in it. */
export const book = (sheet: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    'xl/worksheets/s.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  })

/** Rows as they stand in a file of text. */
export const sheetOf = (...lines: string[]): string =>
  lines.map(line => `<row>${cellsOf(line)}</row>`).join('')

export const cellsOf = (line: string): string =>
  line
    .split(';')
    .map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')
