/**
 * The rings in a graph where each thing points at no more than one other: for each ring its members, each pointing at
 * the next and the last at the first.
 */
export function ringsIn(pointsAt: ReadonlyMap<string, string | null>): readonly (readonly string[])[] {
  // From which start each thing was first come to: a walk that comes to one of its own has closed a ring.
  const reachedFrom = new Map<string, string>()
  const rings: string[][] = []
  for (const start of pointsAt.keys()) {
    let at: string | null = start
    while (at !== null && !reachedFrom.has(at)) {
      reachedFrom.set(at, start)
      at = pointsAt.get(at) ?? null
    }
    if (at !== null && reachedFrom.get(at) === start) rings.push(ringFrom(at, pointsAt))
  }
  return rings
}

function ringFrom(first: string, pointsAt: ReadonlyMap<string, string | null>): string[] {
  const ring = [first]
  for (let at = pointsAt.get(first); at && at !== first; at = pointsAt.get(at)) ring.push(at)
  return ring
}
