import { expect, test } from 'vitest'
import { csvOf, neutral } from '../../src/outside/csv.ts'

test.each(['=1+1', '+45', '-2', '@sum', '\t=1', '\r=1'])('%j is text and no formula', cell => {
  expect(neutral(cell)).toBe(`'${cell}`)
  expect(csvOf([[cell]])).toContain(`'${cell}`)
})

test('what begins none is left as it is; marks, semicolons and line breaks are quoted', () => {
  expect(csvOf([['Åse', 'a;b', 'a"b', 'a\nb', '']])).toBe('\uFEFFÅse;"a;b";"a""b";"a\nb";\r\n')
})
