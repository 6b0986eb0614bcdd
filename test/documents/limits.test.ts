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

/** The units by turns: a question with one, the next with another. */
function fullRecord(units: readonly string[]): RecordSheet {
  return withRows(recordSheet, row => {
    const text = filled(turn(units, row.number), 4000)
    return { ...row, conclusion: text, keywords: ['Lone', 'Anders'].map(by => ({ by, text })) }
  })
}

function fullPlan(units: readonly string[]): PlanSheet {
  const points = Array.from({ length: 12 }, (_, at) => {
    const text = filled(turn(units, at), 2000)
    return { what: text, goal: text, how: text, when: text, support: { label: 'Støtte', text } }
  })
  const items = ['Lone', 'Anders'].map((by, at) => ({ by, text: filled(turn(units, at), 2000) }))
  return { ...planSheet, points, remarks: { ...planSheet.remarks, items } }
}

const turn = (units: readonly string[], at: number) => units[at % units.length] ?? ''

const pageCountOf = async (pdf: Uint8Array) => Number(/Pages: +(\d+)/.exec(await infoOf(pdf))?.[1])
const countIn = (text: string, letter: string) => text.split(letter).length - 1

describe('S3-13 everything at its longest is on the papers, and not on thousands of pages', () => {
  test.each([
    ['words and empty lines by turns', ['Vi holder fast i torsdagsmøderne. ', '\n']],
    ['lines', ['a\n']],
  ])('%s', { timeout: 120_000 }, async (_, units) => {
    const record = await drawing.record(fullRecord(units))
    const plan = await drawing.plan(fullPlan(units))
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
