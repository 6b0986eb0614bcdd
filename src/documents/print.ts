// A closing may never stop because of a letter or a picture. So a paper that cannot be printed as it is, is printed
// without the picture, and if that was not it, in the plainest letters there are (S3-13).
import type { CharacterSet } from './built-in.ts'
import type { Mark } from './document.ts'
import type { Fonts } from './fonts.ts'
import { type Order, toPaper } from './paper.ts'
import type { Press, Printed } from './press.ts'
import { standIn } from './printable.ts'

/** ASCII, Latin-1 and the box: what the first of our fonts is sure to hold. */
const plainest: CharacterSet = {
  has: code =>
    (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x100) || code === standIn.codePointAt(0),
}

/** Throws when even the plainest letters do not help. */
export function print(order: Order, fonts: Fonts, press: Press): Printed {
  const attempt = (alphabets: CharacterSet[], mark?: Mark) =>
    press(order.kind, toPaper(order, fonts, alphabets, mark), mark)
  return firstThatWorks([
    () => attempt(fonts.alphabets, order.sheet.organisation.mark),
    () => attempt(fonts.alphabets),
    () => attempt([plainest]),
  ])
}

function firstThatWorks<T>([attempt, ...others]: (() => T)[]): T {
  if (!attempt) throw new Error('the paper cannot be printed')
  try {
    return attempt()
  } catch {
    return firstThatWorks(others)
  }
}
