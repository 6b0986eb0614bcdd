// The drawing process: it holds the fonts and the press, takes one order at a time and answers with the PDF, or with
// a word when there is none. It never says why, for the reason could quote a text.
import { loadFonts } from './fonts.ts'
import { markAccessible } from './mark.ts'
import { isOrder, type Order } from './paper.ts'
import { createPress } from './press.ts'
import { print } from './print.ts'

const fonts = await loadFonts()
const press = createPress(fonts.files)

process.on('message', message => void answer(message))
process.on('disconnect', () => process.exit())

async function answer(message: unknown): Promise<void> {
  const pdf = isOrder(message) ? await draw(message).catch(() => undefined) : undefined
  process.send?.(pdf ?? 'refused')
}

async function draw(order: Order): Promise<Uint8Array> {
  const { pdf, accessible } = print(order, fonts, press)
  return accessible ? markAccessible(pdf) : pdf
}
