import { cleanText } from '../text.ts'

// Western words with single spaces between them are clean already. Nearly every cell is, and a file has many.
const plain = /^[!-~À-ÿ]+(?: [!-~À-ÿ]+)*$/

/** A cell or a field of one line as it is kept: cleaned, every run of spaces and line breaks one space, none at the ends. */
export function oneLine(text: string): string {
  if (text === '' || plain.test(text)) return text
  return cleanText(text).replaceAll(/\s+/gu, ' ').trim()
}

/** Control characters other than tab and line breaks: they come from a broken export, never from a keyboard. */
export const hasControls = (text: string): boolean => /[\p{Cc}--[\t\n\r]]/v.test(text)
