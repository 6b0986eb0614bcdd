// The most that the pages take: 4,000 characters of keywords from each and of a conclusion, 2,000 of a field of the
// plan and of a remark, twenty-one questions and twelve points. The drawing process has 20 seconds for a paper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlanSheet, RecordSheet } from '../../src/documents/document.ts'
import { createDrawing, type Drawing } from '../../src/documents/draw.ts'
import { infoOf, pagesOf, textOf } from './poppler.ts'
import { planSheet, recordSheet, withRows } from './sheets.ts'

let drawing: Drawing
beforeAll(() => {
  // These tests share their machine with others.
  drawing = createDrawing({
    workerUrl: new URL('../../build/worker.js', import.meta.url),
    patience: 100_000,
  })
})
afterAll(() => drawing.close())

const filled = (unit: string, length: number) => `§${unit.repeat(length).slice(0, length - 2)}§`

function fullRecord(unit: string): RecordSheet {
  const text = filled(unit, 4000)
  const keywords = ['Lone', 'Anders'].map(by => ({ by, text }))
  return withRows(recordSheet, row => ({ ...row, conclusion: text, keywords }))
}

function fullPlan(unit: string): PlanSheet {
  const text = filled(unit, 2000)
  const point = { what: text, goal: text, how: text, when: text, support: { label: 'Støtte', text } }
  const items = ['Lone', 'Anders'].map(by => ({ by, text }))
  return {
    ...planSheet,
    points: Array.from({ length: 12 }, () => point),
    remarks: { ...planSheet.remarks, items },
  }
}

const pageCountOf = async (pdf: Uint8Array) => Number(/Pages: +(\d+)/.exec(await infoOf(pdf))?.[1])
const countIn = (text: string, letter: string) => text.split(letter).length - 1

describe('S3-13 everything at its longest is on the papers, and not on thousands of pages', () => {
  test.each([
    ['words', 'Vi holder fast i torsdagsmøderne. '],
    ['lines', 'a\n'],
    ['empty lines', '\n'],
  ])('%s', { timeout: 120_000 }, async (_, unit) => {
    const record = await drawing.record(fullRecord(unit))
    const plan = await drawing.plan(fullPlan(unit))
    expect(countIn(await textOf(record), '§')).toBe(2 * 3 * 21)
    expect(countIn(await textOf(plan), '§')).toBe(2 * (5 * 12 + 2))
    expect(await pageCountOf(record)).toBeLessThan(400)
    expect(await pageCountOf(plan)).toBeLessThan(120)
  })

  test('one text of two thousand lines stays as many lines', { timeout: 60_000 }, async () => {
    const text = filled('a\n', 4000)
    const one = withRows(recordSheet, row => (row.number === 3 ? { ...row, conclusion: text } : row))
    const found = await textOf(await drawing.record(one), '-layout')
    expect(found.match(/^ +a$/gm)?.length).toBeGreaterThan(1900)
    expect(found).not.toContain('¶')
  })
})

describe('the foot stands in full on every page', () => {
  const foot = Array.from({ length: 60 }, (_, at) => `fod${at}`).join(' ')
  const remarks = { ...planSheet.remarks, items: [{ by: 'Lone', text: 'linje\n'.repeat(110) }] }

  test('when it is long, and the page gives way', async () => {
    const pages = await pagesOf(await drawing.plan({ ...planSheet, remarks, foot }))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page.match(/\bfod\d+/g)).toEqual(foot.split(' '))
      expect(page).not.toContain('…')
    }
  })

  test('and at the end of the paper when it would fill the page', async () => {
    const endless = foot.repeat(20)
    const pages = await pagesOf(await drawing.plan({ ...planSheet, foot: endless }))
    expect(pages[0]).toMatch(/fod0 .*fod1 /)
    expect(pages.join('').match(/\bfod1\b/g)?.length).toBeGreaterThan(20)
    expect(pages[0]).toContain('…')
  })
})
