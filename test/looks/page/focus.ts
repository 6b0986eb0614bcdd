import { type Box, isShown, layerOf, named, stage } from './shown.ts'

/** M13: what has the focus is never covered, and the focus goes down the page as one reads. */
export function focus(): string[] {
  const stops = [
    ...stage().querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea'),
  ]
    .filter(stop => isShown(stop) && !stop.matches(':disabled, [type=hidden], [tabindex="-1"]'))
    .map(stop => ({ stop, ...stand(stop) }))
  const covered = stops.filter(({ isCovered }) => isCovered).map(({ stop }) => `${named(stop)} is covered`)
  const back = stops
    .filter(({ place, layer }, at) => {
      const before = stops.slice(0, at).findLast(each => each.layer === layer)
      return before !== undefined && isBefore(place, before.place)
    })
    .map(({ stop }) => `${named(stop)} is reached after what stands below it`)
  const turned = [...document.querySelectorAll('[tabindex]')].filter(
    node => Number(node.getAttribute('tabindex')) > 0,
  )
  return [...covered, ...back, ...turned.map(node => `${named(node)} has a place of its own in the order`)]
}

/** Puts the focus there, and says where it stands on the whole page. */
function stand(stop: HTMLElement) {
  stop.focus()
  const box = stop.getBoundingClientRect()
  const layer = layerOf(stop)
  const place = { ...boxOf(box), top: box.top + window.scrollY, bottom: box.bottom + window.scrollY }
  return { layer, place, isCovered: layer === null && bars().some(bar => covers(bar, box, stop)) }
}

const boxOf = ({ left, right, top, bottom }: DOMRect): Box => ({ left, right, top, bottom })

const bars = () =>
  [...document.querySelectorAll('.save-bar, .room-foot, header')]
    .filter(bar => layerOf(bar) === bar)
    .map(bar => bar.getBoundingClientRect())

// Of a field to write in, the browser brings the line one writes on into view; the rest follows as it is written.
function covers(bar: DOMRect, box: DOMRect, stop: Element): boolean {
  const needed = stop.matches('textarea') ? Math.min(box.height, 44) : box.height
  return box.top + needed > bar.top + 1 && box.top < bar.bottom
}

/** Above it altogether, in the same column; side by side is no order. */
const isBefore = (place: Box, before: Box) =>
  place.bottom <= before.top + 1 && place.left < before.right && before.left < place.right
