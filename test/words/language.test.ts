import { beforeAll, describe, expect, test } from 'vitest'
import { allSaid, lixOf, type Said, sentencesOf, wordsIn } from './said.ts'

// How the product speaks (experience.md §6b), over every text on screen.

const languages = ['da', 'en'] as const
const said: Record<'da' | 'en', Said[]> = { da: [], en: [] }
beforeAll(async () => {
  for (const language of languages) said[language] = await allSaid(language)
})

/** Guidance is what has a sentence in it; the rest are labels. */
const isGuidance = ({ text }: Said) => /[.?]$/.test(text) && wordsIn(text).length > 3

const where = ({ file, key, text }: Said) => `${file} ${key}: ${text}`

test('all of it is read: hundreds of texts in each language, and as many in one as in the other', () => {
  expect(said.da.length).toBeGreaterThan(500)
  expect(said.da.map(({ file, key }) => `${file} ${key}`)).toEqual(
    said.en.map(({ file, key }) => `${file} ${key}`),
  )
})

describe.each(languages)('in %s', language => {
  test('M16 no sentence is longer than twenty words', () => {
    const long = said[language].filter(each => sentencesOf(each.text).some(text => wordsIn(text).length > 20))
    expect(long.map(where)).toEqual([])
  })

  test('nothing is shouted, and nothing is blamed', () => {
    const shouted = said[language].filter(({ text }) =>
      /!|\b(?:ugyldig|forkert indtastning|invalid|illegal)\b/i.test(text),
    )
    expect(shouted.map(where)).toEqual([])
  })

  test('M24 times and dates are said as people say them', () => {
    const odd = said[language].filter(({ text }) =>
      /\d:\d\d|\b\d{1,2}\/\d|\b\d{4}-\d\d-\d\d|\b\d{4,}\b(?<!20\d\d)/.test(text),
    )
    expect(odd.map(where)).toEqual([])
  })
})

test('M16 guidance is easy to read, file by file and in all: LIX at most 30', () => {
  const guidance = said.da.filter(isGuidance)
  expect(guidance.length).toBeGreaterThan(150)
  const files = [...new Set(guidance.map(({ file }) => file))]
  const hard = files
    .map(file => ({ file, texts: guidance.filter(each => each.file === file).map(({ text }) => text) }))
    .filter(({ texts }) => texts.length >= 5 && lixOf(texts) > 30)
  expect(hard.map(({ file, texts }) => `${file}: ${lixOf(texts)}`)).toEqual([])
  expect(lixOf(guidance.map(({ text }) => text))).toBeLessThanOrEqual(30)
})

describe('M22 the two languages are two', () => {
  const danish = /[æøå]|\b(?:og|ikke|du|din|dit|jeg|samtalen?|skriv|svar)\b/i
  const english = /(?<!\p{L})(?:the|your|you|and|with|is|are|talk|write|answer)(?!\p{L})/iu

  test('no English word stands in Danish, but for the way to the other language', () => {
    const mixed = said.da.filter(({ text, key }) => english.test(text) && key !== 'shell.otherLanguage')
    expect(mixed.map(where)).toEqual([])
  })

  test('no Danish word stands in English, but for the way to the other language', () => {
    const mixed = said.en.filter(({ text, key }) => danish.test(text) && key !== 'shell.otherLanguage')
    expect(mixed.map(where)).toEqual([])
  })

  test('no sentence is the same in both', () => {
    const same = said.da.filter((each, at) => isGuidance(each) && each.text === said.en[at]?.text)
    expect(same.map(where)).toEqual([])
  })
})

test('LIX is reckoned as Björnsson does: words a sentence and long words in a hundred', () => {
  expect(lixOf(['En kat sov. Den drømte om medarbejderudviklingssamtaler.'])).toBeCloseTo(7 / 2 + 100 / 7)
  expect(lixOf(['Ja. Nej.'])).toBe(1)
})
