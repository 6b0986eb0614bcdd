import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordSheet } from '../../src/documents/document.ts'
import { createDrawing, type Drawing } from '../../src/documents/draw.ts'
import { pagesOf, tagsOf, textOf } from './poppler.ts'
import { formLines, recordSheet, rowsOf, withRows } from './sheets.ts'

let drawing: Drawing
beforeAll(() => {
  drawing = createDrawing({ workerUrl: new URL('../../build/worker.js', import.meta.url) })
})
afterAll(() => drawing.close())

const draw = (change: Partial<RecordSheet> = {}) => drawing.record({ ...recordSheet, ...change })
const wordsOf = async (pdf: Uint8Array) => (await tagsOf(pdf)).map(({ text }) => text)

describe('the record is the concept’s own form', () => {
  test('S3-01 S3-13 the organisation, the title with its year, who, when and where stand at its head', async () => {
    const [first = ''] = await pagesOf(await draw())
    for (const word of ['Lyngsø Kommune', 'Samtalearket', 'Leder udviklingssamtale - LUS 2019'])
      expect(first).toContain(word)
    for (const word of [
      'Lone, Kløvervangen',
      'Anders',
      '14. april 2026 kl. 13.00–14.15',
      'Rådhuset, lokale 4',
    ])
      expect(first).toContain(word)
  })

  test('S3-25 S3-27 every head, section and question of the seed stands there verbatim, in the seed’s order', async () => {
    const unscored = withRows(recordSheet, row => ({ ...row, score: null }))
    const words = await wordsOf(await drawing.record(unscored))
    expect(words.filter(word => word !== '' && formLines.join('\n').includes(word))).toEqual(
      formLines.flatMap(line => line.split(' | ')),
    )
  })

  test('S3-26 keywords stand under the conclusion in their writer’s name, and only where given', async () => {
    const sheet = withRows(recordSheet, row =>
      row.number === 7
        ? { ...row, conclusion: 'Vi holder fast.', keywords: [{ by: 'Anders', text: 'Torsdage' }] }
        : row,
    )
    const words = await wordsOf(await drawing.record(sheet))
    expect(words[words.indexOf('Vi holder fast.') + 1]).toBe('Anders’ stikord: Torsdage')
    expect(words.filter(word => word.includes('stikord'))).toHaveLength(1)
  })

  test('S3-27 a score is a numeral, one not given a dash, and a question without numbers is left empty', async () => {
    const sheet = withRows(recordSheet, row => (row.number === 3 ? { ...row, score: null } : row))
    const tags = await tagsOf(await drawing.record(sheet))
    const scoreOf = (number: number) => tags[tags.findIndex(({ text }) => text === String(number)) + 2]
    expect(scoreOf(5)).toEqual({ tag: 'TD', text: '4' })
    expect(scoreOf(3)).toEqual({ tag: 'TD', text: '–' })
    expect(scoreOf(18)).toEqual({ tag: 'TD', text: '' })
  })

  test('English labels go with an English talk, and the concept’s words stay', async () => {
    const [first = ''] = await pagesOf(
      await drawing.record(
        withRows({ ...recordSheet, language: 'en' }, row => ({
          ...row,
          keywords: [{ by: 'Lone', text: 'Peace' }],
        })),
      ),
    )
    for (const word of ['The conversation record', 'Held', 'Place', 'Lone’s keywords: Peace', 'Page 1 of '])
      expect(first).toContain(word)
    expect(first).toContain('Stikord og fælles konklusioner')
  })
})

describe('the pages of a long record', () => {
  const long = 'Vi holder fast i torsdagsmøderne, og Anders ringer før enhver beslutning om huset. '.repeat(2)
  const sheet = withRows(recordSheet, row => ({
    ...row,
    conclusion: `først${row.number} ${long}sidst${row.number}`,
  }))
  let pages: string[] = []
  beforeAll(async () => {
    pages = await pagesOf(await drawing.record(sheet))
  })

  test('twenty-one questions talked through at length fill two to four', () => {
    expect(pages.length).toBeGreaterThanOrEqual(2)
    expect(pages.length).toBeLessThanOrEqual(4)
  })

  test('no row is split between two', () => {
    const pageOf = (word: string) => pages.findIndex(page => new RegExp(`${word}\\b`).test(page))
    for (const { number } of rowsOf(sheet)) {
      expect(pageOf(`først${number}`)).toBeGreaterThanOrEqual(0)
      expect(pageOf(`sidst${number}`)).toBe(pageOf(`først${number}`))
    }
  })

  test('each tells when it is deleted, who reads it, and which page of how many it is', () => {
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Slettes senest den 14. april 2028. Kun Lone og Anders kan læse arket.')
      expect(page).toContain(`Side ${at + 1} af ${pages.length}`)
    }
  })

  test('each has the heads of the columns, and after the first also whose it is', () => {
    for (const page of pages) {
      expect(page).toContain('I de efterfølgende spørgsmål scores fra 1-6')
      expect(page).toContain('Stikord og fælles konklusioner')
    }
    for (const page of pages.slice(1)) expect(page).toContain('LUS 2019 · Lone, Anders')
  })

  test('a row taller than a page goes on over the next', async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `ord${i}`).join(' ')
    const tall = withRows(recordSheet, row => (row.number === 5 ? { ...row, conclusion: text } : row))
    expect((await textOf(await drawing.record(tall))).match(/\bord\d+/g)).toEqual(text.split(' '))
  })
})
