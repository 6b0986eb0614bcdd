// What can be seen on the page, and where it stands.

export type Box = { left: number; right: number; top: number; bottom: number }

export const isShown = (node: Element): boolean =>
  node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  node.closest('.heard, .skip') === null &&
  !isForHearing(node)

/** Kept for those who listen: clipped away, as in a table whose heads stand at each cell. */
const isForHearing = (node: Element | null): boolean =>
  node !== null &&
  (getComputedStyle(node).clipPath.startsWith('inset(50%') || isForHearing(node.parentElement))

export const widthOf = ({ left, right }: Box) => right - left
export const heightOf = ({ top, bottom }: Box) => bottom - top

/** A thing by the words one would point at it with. */
export function named(node: Element): string {
  const words = (node.getAttribute('aria-label') ?? node.textContent ?? '').trim().replaceAll(/\s+/g, ' ')
  const id = node.id || node.getAttribute('name') || node.className
  return `${node.tagName.toLowerCase()}${id ? `[${id}]` : ''} "${words.slice(0, 40)}"`
}

/** The layer it lies in: what keeps its place while the rest scrolls, or is folded out over it; for most, none. */
export function layerOf(node: Element | null): Element | null {
  if (node === null) return null
  const { position, zIndex } = getComputedStyle(node)
  const isRaised = position === 'absolute' && zIndex !== 'auto'
  return position === 'sticky' || position === 'fixed' || isRaised ? node : layerOf(node.parentElement)
}

/** Where one may press and read now: the open question, or the whole page. */
export const stage = (): ParentNode => document.querySelector('dialog[open]') ?? document
