import { cleanText } from '../text.ts'

/** A cell or a field of one line as it is kept: cleaned, every run of spaces and line breaks one space, none at the ends. */
export const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ').trim()

/** Control characters other than tab and line breaks: they come from a broken export, never from a keyboard. */
export const hasControls = (text: string): boolean => /[\p{Cc}--[\t\n\r]]/v.test(text)
