import { type Box, heightOf, isShown, layerOf, named, stage, widthOf } from './shown.ts'

const least = 44
const apart = 4

/** M15: what is pressed and is smaller than 44 by 44, and pairs with less than 4 between them. */
export function targets(): string[] {
  const all = [...stage().querySelectorAll('a, button, summary, input, select, textarea')]
    .filter(target => isShown(target) && !isWithinSentence(target) && !isHidden(target))
    .map(target => ({ target, box: areaOf(target), layer: layerOf(target) }))
  const small = all
    .filter(({ box }) => widthOf(box) < least - 0.1 || heightOf(box) < least - 0.1)
    .map(({ target, box }) => `${named(target)} is ${sizeOf(box)}`)
  const close = all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter(other => isTooClose(one, other))
      .map(
        other =>
          `${named(one.target)} and ${named(other.target)} are ${gapOf(one.box, other.box).toFixed(1)} apart`,
      ),
  )
  return [...small, ...close]
}

type Target = { box: Box; layer: Element | null }

const isHidden = (target: Element) => target instanceof HTMLInputElement && target.type === 'hidden'
const sizeOf = (box: Box) => `${widthOf(box).toFixed(1)} × ${heightOf(box).toFixed(1)}`

/** A link in running text is as high as its line (WCAG 2.5.8, inline). */
function isWithinSentence(target: Element): boolean {
  const words = target.parentElement?.textContent?.trim().length ?? 0
  const own = target.textContent?.trim().length ?? 0
  return target.matches('p a, li a') && getComputedStyle(target).display === 'inline' && words > own + 8
}

/** Where a press counts: the control with its label where the two touch, or the whole row of a row's link. */
function areaOf(target: Element): Box {
  const row = target.matches('.row-link') ? target.closest('li') : null
  const { left, right, top, bottom } = (row ?? target).getBoundingClientRect()
  return { left, right, top, bottom }
}

const across = (one: Box, other: Box) => Math.max(one.left - other.right, other.left - one.right)
const down = (one: Box, other: Box) => Math.max(one.top - other.bottom, other.top - one.bottom)

/** Between two places to press. A larger one may lie close: what counts is the 44 in its middle. */
function gapOf(one: Box, other: Box): number {
  const isBeside = across(one, other) > down(one, other)
  return isBeside ? across(narrowed(one), narrowed(other)) : down(flattened(one), flattened(other))
}

function narrowed(box: Box): Box {
  const spare = Math.max(0, widthOf(box) - least) / 2
  return { ...box, left: box.left + spare, right: box.right - spare }
}
function flattened(box: Box): Box {
  const spare = Math.max(0, heightOf(box) - least) / 2
  return { ...box, top: box.top + spare, bottom: box.bottom - spare }
}

// One inside the other is one place to press; what keeps its place lies over what scrolls by.
function isTooClose(one: Target, other: Target): boolean {
  if (one.layer !== other.layer || isInside(one.box, other.box) || isInside(other.box, one.box)) return false
  return gapOf(one.box, other.box) < apart - 0.1
}

const isInside = (one: Box, other: Box) =>
  one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom
