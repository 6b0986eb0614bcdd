import { type Box, isShown, layerOf, named } from './shown.ts'

/** M14: how far the page runs out sideways, text that is cut off, and text that lies over other text. */
export function text(): string[] {
  const lines = listLines()
  return [...sideways(), ...cut(), ...outside(lines), ...overlapping(lines)]
}

function sideways(): string[] {
  const beyond = document.documentElement.scrollWidth - window.innerWidth
  return beyond > 0 ? [`the page runs ${beyond} px out sideways`] : []
}

/** A box that hides what does not fit in it, and something does not fit. */
function cut(): string[] {
  return [...document.querySelectorAll('body *')]
    .filter(node => isShown(node) && !node.matches('svg *, input, select, textarea, html, body'))
    .filter(node => {
      const { overflowX, overflowY } = getComputedStyle(node)
      const wide = overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1
      const high = /hidden|clip/.test(overflowY) && node.scrollHeight > node.clientHeight + 1
      return wide || high
    })
    .map(node => `${named(node)} is cut off`)
}

type Line = { words: string; box: Box; layer: Element | null }

/** Every line of text as it is drawn; of its height only the middle, where the letters are. */
function listLines(): Line[] {
  const lines: Line[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.textContent?.trim() || !parent || !isShown(parent) || parent.matches('option')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const layer = layerOf(parent)
    const words = node.textContent.trim().slice(0, 40)
    for (const rect of range.getClientRects())
      if (rect.width > 0) lines.push({ words, layer, box: middleOf(rect) })
  }
  return lines
}

const middleOf = ({ left, right, top, height }: DOMRect): Box => ({
  left,
  right,
  top: top + height * 0.3,
  bottom: top + height * 0.7,
})

const outside = (lines: readonly Line[]) =>
  lines
    .filter(({ box }) => box.left < -0.5 || box.right > window.innerWidth + 0.5)
    .map(({ words }) => `"${words}" stands outside the page`)

function overlapping(lines: readonly Line[]): string[] {
  return lines.flatMap((one, at) =>
    lines
      .slice(at + 1)
      .filter(other => one.layer === other.layer && doOverlap(one.box, other.box))
      .map(other => `"${one.words}" lies over "${other.words}"`),
  )
}

const doOverlap = (one: Box, other: Box) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
