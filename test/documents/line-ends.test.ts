import { expect, test } from 'vitest'
import { withFewLines } from '../../src/documents/line-ends.ts'

const drawn = (texts: string[]): unknown => JSON.parse(withFewLines(JSON.stringify(texts)))
const lines = (count: number) => Array.from({ length: count }, () => 'a').join('\n')

test('a paper of up to twenty thousand lines keeps every one', () => {
  const texts = [lines(19_000), 'b\n\nc', String.raw`C:\new`]
  expect(drawn(texts)).toEqual(texts)
})

test('beyond that, texts of more than three hundred lines run on with their line ends marked', () => {
  const endless = Array.from({ length: 301 }, () => 'a').join('\n\n')
  const many = Array.from({ length: 40 }, () => endless)
  expect(drawn([...many, lines(300), 'b\n\nc'])).toEqual([
    ...many.map(text => text.replaceAll('\n\n', ' ¶¶ ')),
    lines(300),
    'b\n\nc',
  ])
})
