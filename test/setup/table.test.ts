import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { readTable, readText, textOfRows } from '../../src/outside/table.ts'
import { counted, hostsOf, organisationOf } from './rows.ts'

function rowsIn(bytes: Uint8Array) {
  const read = readText(bytes)
  if ('refused' in read) throw new Error(read.refused)
  const table = readTable(read.text)
  if ('fault' in table) throw new Error(table.fault.rule)
  return table.rows
}

const utf8 = (text: string) => Buffer.from(text, 'utf8')
// What Windows-1252 has between 0x80 and 0x9F; the rest of the letters drawn below stand where Latin-1 has them.
const special = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map(sign => [sign, new TextEncoder().encode(sign)]),
)
const codes = [...Array(32).keys()]
  .map(at => 0x80 + at)
  .filter(code => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(code))
const placeOf = new Map([...special.keys()].map((sign, at) => [sign, codes[at] ?? 0]))
const windows1252 = (text: string) =>
  Uint8Array.from([...text].map(sign => placeOf.get(sign) ?? sign.codePointAt(0) ?? 0))

describe('bytes become text', () => {
  test('UTF-8 with and without a mark, Windows-1252 and UTF-16 all give æøå', () => {
    const text = 'navn;stilling\nÅse Bjørn Kjær;Køkken – 1. sal\n'
    for (const bytes of [
      utf8(text),
      utf8(`\uFEFF${text}`),
      windows1252(text),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
    ]) {
      expect(readText(bytes)).toEqual({ text })
    }
  })

  test('a workbook is no text', () => {
    expect(readText(Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000xl/workbook.xml', 'latin1'))).toEqual({
      refused: 'not-text',
    })
  })
})

describe('text becomes rows', () => {
  test('a line break and a delimiter inside quotes belong to the cell', () => {
    expect(rowsIn(utf8('navn;enhed\r\n"Lone ""Bach""\r\nHolm";"Børn; og unge"\r\n'))).toEqual([
      ['navn', 'enhed'],
      ['Lone "Bach"\nHolm', 'Børn; og unge'],
      [''],
    ])
  })

  test('the delimiter is found in the head, outside quotes', () => {
    expect(rowsIn(utf8('"a,b,c";d\n1,5,6,7;2'))).toEqual([
      ['a,b,c', 'd'],
      ['1,5,6,7', '2'],
    ])
    expect(rowsIn(utf8('\n\tnavn\tenhed\n1\ta;b;c;d\te'))).toEqual([
      [''],
      ['', 'navn', 'enhed'],
      ['1', 'a;b;c;d', 'e'],
    ])
  })

  test('a quote that is never closed, or closed too early, is told by its row', () => {
    expect(readTable('navn;enhed\n1;2\n"Lone;Børn\n3;4')).toEqual({ fault: { rule: 'open-quote', row: 3 } })
    expect(readTable('navn;enhed\n"Lone" Holm;Børn')).toEqual({ fault: { rule: 'text-after-quote', row: 2 } })
  })
})

const isUtf8Alike = (text: string) => Buffer.from(windows1252(text)).equals(utf8(text))

test('any table written with any delimiter, quoting, line end and encoding reads back equal', () => {
  const letters = fc.constantFrom(...'abc æøåÆØÅé€–“”;,\t"\n\'=+-@0123')
  const cell = fc.string({ unit: letters, maxLength: 8 })
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain(width =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    )
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(';', ',', '\t'),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('utf-8', 'mark', 'windows-1252', 'utf-16'),
      (rows, delimiter, always, lineEnd, encoding) => {
        const written = (text: string) =>
          always || /[;,\t"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const csv = rows
          .map(row => row.map(written).join(delimiter))
          .join('\n')
          .replaceAll('\n', lineEnd)
        // Bytes that are both are read as UTF-8: »Å–« in the one is »Ŗ« in the other, and nobody can tell.
        fc.pre(encoding !== 'windows-1252' || !isUtf8(windows1252(csv)) || isUtf8Alike(csv))
        const bytes = {
          'utf-8': () => utf8(csv),
          mark: () => utf8(`\uFEFF${csv}`),
          'windows-1252': () => windows1252(csv),
          'utf-16': () => Buffer.from(`\uFEFF${csv}`, 'utf16le'),
        }[encoding]()
        expect(rowsIn(bytes)).toEqual(rows)
      },
    ),
    { numRuns: 400 },
  )
})

test('a workbook’s rows as text are read as the same rows', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'abæ ;,\t"\n\'=@0'), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, rows => {
      fc.pre((rows[0]?.length ?? 0) > 1 && rows[0]?.some(each => each !== '') === true)
      expect(readTable(textOfRows(rows))).toEqual({ rows })
    }),
    { numRuns: 400 },
  )
})

test('the example file is an organisation without a fault', async () => {
  const reading = readOrganisation(rowsIn(await readFile('demo/ringkoebing-skjern.csv')), counted())
  const made = organisationOf(reading)
  expect(made.units.map(unit => unit.name)).toEqual([
    'Børn og Familie',
    'Kløvervangen',
    'Engvejen',
    'Åkilden',
    'Møllehuset',
    'Strandlyst',
  ])
  expect(made.people).toHaveLength(24)
  expect(made.posts).toHaveLength(25)
  expect(hostsOf(reading)).toContain('Anders Vestergaard Riis → Lone Bach Holm')
  expect(reading.warnings).toEqual([
    { rule: 'no-address', names: ['Bent Østergaard'] },
    { rule: 'host-found', pairs: [{ name: 'Lone Bach Holm', host: 'Anders Vestergaard Riis' }] },
  ])
})
