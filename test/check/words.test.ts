import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openCheckout } from '../../bin/check/checkout.ts'

const checkout = resolve(import.meta.dirname, '../..')
const rows = readFileSync(resolve(checkout, 'docs/words.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| (?!Danish )/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))

test('docs/words.md has each Danish word once', () => {
  const words = rows.flatMap(([, danish = '']) => danish.split(';').map(word => word.trim()))
  expect(words.length).toBeGreaterThan(30)
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test('every code word in docs/words.md stands in the code', () => {
  const house = openCheckout(checkout)
  const code = ['src/**/*.{ts,tsx,css}', 'db/migrations/*.sql', 'bin/**/*.ts', 'concepts/*.yaml']
    .flatMap(house.list)
    .map(house.read)
    .join('\n')
  const words = rows.flatMap(([, , inCode = '']) =>
    [...inCode.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  )
  expect(words.length).toBeGreaterThan(30)
  expect(words.filter(word => !new RegExp(`\\b${word}\\b`).test(code))).toEqual([])
})
