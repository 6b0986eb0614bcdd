import { expect, test } from 'vitest'
import type { Fonts } from '../../src/documents/fonts.ts'
import type { Order } from '../../src/documents/paper.ts'
import type { Press } from '../../src/documents/press.ts'
import { print } from '../../src/documents/print.ts'
import { recordSheet } from './sheets.ts'

const everything = { has: () => true }
const fonts: Fonts = { files: [], sans: [], serif: [], alphabets: [everything] }
const mark = { format: 'png', base64: 'AAAA' } as const
const order: Order = {
  kind: 'record',
  sheet: { ...recordSheet, title: 'Łone æøå 😀', organisation: { name: 'Lyngsø', mark } },
}

/** A press that can do only what `can` allows, and remembers all it was asked. */
function pressThat(can: (paper: string, marked: boolean) => boolean) {
  const asked: { title: string; marked: boolean }[] = []
  const press: Press = (_kind, paper, given) => {
    asked.push({ title: JSON.parse(paper).sheet.title, marked: given !== undefined })
    if (!can(paper, given !== undefined)) throw new Error('no')
    return { pdf: new Uint8Array([1]), accessible: true }
  }
  return { press, asked }
}

test('a paper that can be printed is printed as it is', () => {
  const { press, asked } = pressThat(() => true)
  print(order, fonts, press)
  expect(asked).toEqual([{ title: 'Łone æøå 😀', marked: true }])
})

test('one that cannot loses its picture first', () => {
  const { press, asked } = pressThat((_, marked) => !marked)
  print(order, fonts, press)
  expect(asked.at(-1)).toEqual({ title: 'Łone æøå 😀', marked: false })
})

test('and then all but the plainest letters', () => {
  const { press, asked } = pressThat(paper => !/[Ł😀]/u.test(paper))
  print(order, fonts, press)
  expect(asked.at(-1)).toEqual({ title: '□one æøå □', marked: false })
  expect(asked).toHaveLength(3)
})

test('only when that does not help either is there none', () => {
  const { press } = pressThat(() => false)
  expect(() => print(order, fonts, press)).toThrow('the paper cannot be printed')
})
