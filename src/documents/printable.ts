// An archivable paper may hold no character without a glyph, and a person may write any. So every text is gone
// through before it is drawn: what has no glyph becomes a box that can be seen, never a gap and never a failure.
import type { CharacterSet } from './built-in.ts'

export const standIn = '□'

const newlines = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu
const oddSpaces = /[\t\p{Zs}]/gu
const invisible = /\p{Default_Ignorable_Code_Point}/gu
/** The emoji font has a blank for some of these, but a paper that is to be kept may hold none. */
const control = /\p{Cc}/u
/** What makes several characters one picture. Taken out, it would leave pictures that nobody chose. */
const joined = /\u200d\p{Extended_Pictographic}|[\u{e0020}-\u{e007f}]/u
/** No language heaps more marks on one letter; more would only paint over the lines around it. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })

/**
 * The text as it can be drawn: composed (NFC), with plain spaces and newlines, without characters that are invisible
 * by definition, and with one box for what no alphabet holds: one for a whole family of emoji, not one for each head.
 */
export function printable(text: string, alphabets: CharacterSet[]): string {
  const plain = text
    .replace(newlines, '\n')
    .replace(oddSpaces, space => (space === '\u00a0' || space === '\u202f' ? '\u00a0' : ' '))
    .replace(heapedMarks, `$1${standIn}`)
    .normalize('NFC')
  const drawn = Array.from(graphemes.segment(plain), ({ segment }) => drawable(segment, alphabets)).join('')
  // What stood between a letter and a mark may be gone now, and the two are drawn as one.
  return drawn === text ? drawn : printable(drawn, alphabets)
}

function drawable(grapheme: string, alphabets: CharacterSet[]): string {
  if (grapheme === '\n') return grapheme
  const visible = grapheme.replace(invisible, '')
  if (visible === '') return ''
  if (control.test(grapheme)) return standIn
  const isHeld = (text: string) => alphabets.some(alphabet => holds(alphabet, text))
  // With its joiners and selectors where a font knows them, so that a family is one picture.
  if (isHeld(grapheme)) return grapheme
  if (joined.test(grapheme)) return standIn
  return isHeld(visible) ? visible : withBox(visible, alphabets)
}

/** A mark can only sit on a letter of its own font; one that does not is shown beside it as a box. */
function withBox(visible: string, alphabets: CharacterSet[]): string {
  const [base] = visible
  if (base === undefined) return ''
  const alphabet = alphabets.find(candidate => holds(candidate, base))
  if (!alphabet) return standIn
  return `${Array.from(visible, letter => (holds(alphabet, letter) ? letter : '')).join('')}${standIn}`
}

/** Lone surrogates are in no font's map, so they end as boxes too. */
function holds(alphabet: CharacterSet, text: string): boolean {
  return Array.from(text).every(character => alphabet.has(character.codePointAt(0) ?? 0))
}
