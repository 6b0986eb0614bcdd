/**
 * The rings in a graph where each thing points at no more than one other: for each ring its members, each pointing at
 * the next and the last at the first.
 */
export function ringsIn(pointsAt: ReadonlyMap<string, string | null>): readonly (readonly string[])[] {
  const settled = new Set<string>()
  const rings: string[][] = []
  for (const start of pointsAt.keys()) {
    const path: string[] = []
    const places = new Map<string, number>()
    let at: string | null = start
    while (at !== null && !settled.has(at) && !places.has(at)) {
      places.set(at, path.length)
      path.push(at)
      at = pointsAt.get(at) ?? null
    }
    const closes = at === null ? undefined : places.get(at)
    if (closes !== undefined) rings.push(path.slice(closes))
    for (const each of path) settled.add(each)
  }
  return rings
}
