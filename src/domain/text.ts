// Every text people write passes here once, when it is saved: what stays can be stored, compared, shown in either
// language and printed, and looks as its writer meant it. What is taken out is only what no eye sees.

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

// Controls but tab and line end; private use; noncharacters; bidi embeddings, overrides and isolates, which can make a
// line read otherwise than it is stored; invisible operators, fillers for objects, and the byte order mark.
const unseen =
  /[\p{Cc}--[\t\n]]|\p{Co}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u206F\u200B\u2060-\u2065\uFEFF\uFFF9-\uFFFC]/gv

// Tags are invisible letters. They stand in the flags of England, Scotland and Wales; elsewhere they only hide text.
const tags = /(\u{1F3F4}[\u{E0030}-\u{E007A}]{3,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu

// A variation selector chooses between the coloured and the plain look of the emoji before it.
const strayVariations = /(?<!\p{Emoji})[\uFE0E\uFE0F]|[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]/gu

// Joiners join emoji to one picture, and letters in Persian and the Indic scripts.
const joiners =
  /((?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})|(?<=[\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}]))|[\u200C\u200D]/gu

// No script heaps more marks on a letter. Thousands would cover the lines around them, and to sort them for NFC takes
// time that grows with their square.
const heapedMarks = /(\p{M}{16})\p{M}+/gu

const cpr =
  /(?<![\p{L}\p{N}])(?<day>\d\d)(?<month>\d\d)(?<year>\d\d)[- \u2010-\u2013]?(?<serial>\d{4})(?![\p{L}\p{N}])/gu

/**
 * The text as it is saved: well-formed Unicode in NFC, lines ending in \n, no unseen characters, no spaces at the end
 * of a line or of the text. Cleaning a second time changes nothing. No longer than the NFC of what came in.
 */
export function cleanText(input: string): string {
  return input
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(unseen, '')
    .replace(tags, '$1')
    .replace(strayVariations, '')
    .replace(joiners, '$1')
    .replace(heapedMarks, '$1')
    .normalize('NFC')
    .replace(heapedMarks, '$1') // NFC takes a few marks apart into two
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd()
}

/** Whether the text has more than `limit` characters, counted as code points: an å is one, 😀 is one. */
export function tooLong(text: string, limit: number): boolean {
  if (text.length <= limit) return false
  return text.length > 2 * limit || [...text].length > limit
}

/**
 * Whether a Danish personal number stands in the value: ddmmyy-xxxx, with or without the dash, the date a real one.
 * The check digit is not asked for: numbers given out since 2007 need not have one. A ten-digit number of another kind
 * that happens to begin with a date, such as some P-numbers, looks like one too.
 */
export function looksLikeCpr(value: string): boolean {
  return [...value.matchAll(cpr)].some(({ groups: { day, month, year, serial } = {} }) =>
    isDate(Number(day), Number(month), Number(year), Number(serial?.[0])),
  )
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

// The seventh digit tells the century. That matters for one day: 29 February 00 was in 2000 and not in 1900.
function isDate(day: number, month: number, year: number, seventh: number): boolean {
  const isLeap = year % 4 === 0 && (year > 0 || seventh >= 4)
  const days = month === 2 && !isLeap ? 28 : (longestMonths[month - 1] ?? 0)
  return day >= 1 && day <= days
}
