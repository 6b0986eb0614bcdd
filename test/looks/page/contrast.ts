import { isShown, named } from './shown.ts'

/** M17: text against its ground at least 4.5 to 1, and the edge of what one fills in or presses at least 3. */
export const contrast = (): string[] => [...faintText(), ...faintEdges()]

function faintText(): string[] {
  const withWords = [...document.querySelectorAll('body *')].filter(
    node => isShown(node) && [...node.childNodes].some(child => child instanceof Text && child.data.trim()),
  )
  return withWords.flatMap(node => {
    const ratio = contrastOf(getComputedStyle(node).color, groundUnder(node))
    return ratio < 4.5 ? [`the text of ${named(node)} is ${ratio.toFixed(1)} to its ground`] : []
  })
}

const withEdge = 'input:not([type=hidden]), select, textarea, .button.secondary, .equal-choice'

function faintEdges(): string[] {
  return [...document.querySelectorAll(withEdge)].filter(isShown).flatMap(node => {
    const edge = edgeOf(node)
    const ratio = edge === undefined ? 3 : contrastOf(edge, groundUnder(node.parentElement))
    return ratio < 3 ? [`the edge of ${named(node)} is ${ratio.toFixed(1)} to its ground`] : []
  })
}

/** Its own edge, or that of what is drawn inside it for one. */
function edgeOf(node: Element): string | undefined {
  const drawn = [getComputedStyle(node), getComputedStyle(node, '::before')].find(
    style => style.borderTopWidth !== '0px' && style.borderTopStyle !== 'none',
  )
  return drawn?.borderTopColor
}

function groundUnder(node: Element | null): string {
  if (node === null) return 'rgb(255, 255, 255)'
  const { backgroundColor } = getComputedStyle(node)
  return /, 0\)$/.test(backgroundColor) ? groundUnder(node.parentElement) : backgroundColor
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [lightOf(one), lightOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance (WCAG 2.2). */
function lightOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(part => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
