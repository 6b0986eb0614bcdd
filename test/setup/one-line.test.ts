import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine } from '../../src/domain/organisation/one-line.ts'
import { cleanText } from '../../src/domain/text.ts'

const slowly = (text: string) =>
  cleanText(text)
    .split(/\s+/u)
    .filter(word => word !== '')
    .join(' ')

test('the short way round gives what the long way gives', () => {
  const sign = fc.oneof(
    fc.constantFrom(...' \t\n!~aÅåÀÿ×÷\u00A0\u00AD\u0301\u200B'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 8 }), text => {
      expect(oneLine(text)).toBe(slowly(text))
    }),
    { numRuns: 500 },
  )
})
