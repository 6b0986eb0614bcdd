import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, looksLikeCpr, tooLong } from '../src/domain/text.ts'

/** Texts thick with what makes cleaning hard: half characters, joiners, selectors, tags, marks that compose. */
const hard = fc.constantFrom(
  ...[
    'a',
    'e',
    'å',
    'a\u030A',
    '\u0301',
    '\u0323',
    '\u212B',
    '\u0958',
    '\uFB1D',
    '\u{1D15E}',
    '\u0344'.repeat(9),
    '\u0F73',
    'ه',
    'क',
    '्',
    'x',
    '1',
  ],
  ...[' ', '\t', '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u00A0', '\u2000', '\u2028', '\u3000'],
  ...[
    '\0',
    '\u0007',
    '\u001B',
    '\u007F',
    '\u009B',
    '\uE000',
    '\u{F0000}',
    '\uFFFE',
    '\u{1FFFF}',
    '\uFDD0',
    '\uFEFF',
  ],
  ...['\u202E', '\u2066', '\u2069', '\u200B', '\u200C', '\u200D', '\u2060', '\uFFFC', '\uD83D', '\uDE00'],
  ...[
    '\uFE0E',
    '\uFE0F',
    '\uFE00',
    '\u{E0100}',
    '\u20E3',
    '👩',
    '🚒',
    '🏽',
    '❤',
    '🏴',
    '\u{E0067}',
    '\u{E0062}',
  ],
  ...['\u{E0065}', '\u{E007F}', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
)
const texts = fc.oneof(
  { weight: 5, arbitrary: fc.array(hard, { maxLength: 24 }).map(pieces => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units)) },
)
const always = (holds: (text: string) => boolean) => fc.assert(fc.property(texts, holds), { numRuns: 2000 })

describe('a saved text', () => {
  test('cleaned twice is cleaned once', () => {
    always(text => cleanText(cleanText(text)) === cleanText(text))
  })

  test('is well-formed and in NFC', () => {
    always(text => cleanText(text).isWellFormed() && cleanText(text) === cleanText(text).normalize('NFC'))
  })

  test('never grows beyond what came in, in NFC', () => {
    always(text => cleanText(text).length <= text.toWellFormed().normalize('NFC').length)
  })

  test('holds no control, private-use or half character, no bidi override, and no space at a line’s end', () => {
    const unwanted = /[^\P{C}\n\t\p{Cf}\p{Cn}]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFDD0]|[^\S\n]\n|\s$/u
    always(text => !unwanted.test(cleanText(text)))
  })

  test.each([
    ['composes', 'Ba\u030Ardse\u0301n', 'Bård\u0073én'],
    [
      'turns every line end into one',
      'a\r\nb\rc\u2028d\u2029e\u000Bf\u000Cg\u0085h',
      'a\nb\nc\nd\ne\nf\ng\nh',
    ],
    ['keeps tabs, indents and empty lines between', 'Mål:\n\n\t- ro\n  - tid', 'Mål:\n\n\t- ro\n  - tid'],
    ['trims lines and the end', 'en \t\nto\u00A0\n \n\n', 'en\nto'],
    ['takes the place of half a character', 'a\uD83Db\uDE00c', 'a\uFFFDb\uFFFDc'],
    ['takes out controls', 'a\u0000b\u001B[31mc\u009Bd', 'ab[31mcd'],
    ['takes out what turns the reading', 'sags\u202Etxt.exe\u202C \u2067ja\u2069', 'sagstxt.exe ja'],
    [
      'takes out private use, noncharacters and marks',
      '\uFEFFa\uE000b\u{10FFFD}c\uFFFEd\uFDD0e\uFFFC',
      'abcde',
    ],
    ['takes out a hidden message in tags', 'ja\u{E006E}\u{E0065}\u{E006A}', 'ja'],
    ['takes out a message hidden after a flag', '🏴\u{E0068}\u{E0065}\u{E006A}\u{E0020}', '🏴'],
    ['takes out a message dressed as a flag', `🏴${'\u{E0061}'.repeat(7)}\u{E007F}`, '🏴'],
    ['takes out stray joiners and selectors', 'ja\u200D \uFE0Fnej\u200C', 'ja nej'],
    [
      'takes off what is heaped on a letter',
      `e${'\u0323\u0301'.repeat(500)}t`,
      `ẹ${'\u0323'.repeat(7)}${'\u0301'.repeat(8)}t`,
    ],
    ['keeps joiners between letters', 'می\u200Cخواهم क\u094D\u200Dष', 'می\u200Cخواهم क\u094D\u200Dष'],
  ])('%s', (_what, input, cleaned) => {
    expect(cleanText(input)).toBe(cleaned)
  })

  test.each([
    '😀',
    '👩‍🚒',
    '👩🏽‍🚒',
    '❤️',
    '❤︎',
    '❤️‍🔥',
    '🏳️‍🌈',
    '🏴‍☠️',
    '👨‍👩‍👧‍👦',
    '🧑🏻‍❤️‍💋‍🧑🏼',
    '1️⃣',
    '🇩🇰',
    '👁️‍🗨️',
    '🏃🏽‍♀️‍➡️',
  ])('leaves the emoji %s as it is, alone and in a sentence', emoji => {
    expect(cleanText(emoji)).toBe(emoji)
    expect(cleanText(`tak${emoji}${emoji}tak`)).toBe(`tak${emoji}${emoji}tak`)
  })

  test('leaves the flags of England, Scotland and Wales as they are', () => {
    const flags = ['gbeng', 'gbsct', 'gbwls'].map(
      name =>
        `🏴${[...name].map(letter => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}\u{E007F}`,
    )
    for (const flag of flags) expect(cleanText(flag)).toBe(flag)
  })

  test('is cleaned in time that grows with its length, however it is made', () => {
    for (const piece of [' ', ' \n', '\u200D', '👩\u200D', '🏴\u{E0067}', '\uFE0F', '\u0301\u0323'])
      expect(cleanText(`${piece.repeat(100_000)}x`).length).toBeGreaterThan(0)
  })
})

describe('a text is too long', () => {
  test('by its characters, not by how many units they take', () => {
    expect([tooLong('', 0), tooLong('å', 1), tooLong('åå', 1)]).toEqual([false, false, true])
    expect([tooLong('😀😀', 2), tooLong('😀😀', 1), tooLong('😀😀a', 2)]).toEqual([false, true, true])
  })

  test('exactly when it has more code points than the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(20), (text, limit) => {
        expect(tooLong(text, limit)).toBe(Array.from(text).length > limit)
      }),
    )
  })
})

describe('a personal number', () => {
  test.each([
    '010190-1234',
    '0101901234',
    ' 311299-0001 ',
    'CPR: 010190 1234',
    'Mette (010190–1234)',
    '290296-1234',
    '290200-4001',
    '290200-5001',
    '290258-1234 nej, 290256-1234 ja',
  ])('is seen in %j', value => {
    expect(looksLikeCpr(value)).toBe(true)
  })

  test.each([
    ...[
      '',
      '12345678',
      '+45 33 12 34 56',
      '1234567890',
      '010190123',
      '01019012345',
      'A0101901234',
      '010190-12345',
    ],
    ...[
      '000190-1234',
      '320190-1234',
      '310490-1234',
      '011390-1234',
      '010090-1234',
      '290297-1234',
      '290200-1234',
    ],
    ...['2026-08-15', '0198a000-0000-7000-8000-0101901234ab', '010190--1234', 'mette@skole.dk'],
  ])('is not seen in %j', value => {
    expect(looksLikeCpr(value)).toBe(false)
  })
})
