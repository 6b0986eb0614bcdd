import { listImports } from './imports.ts'
import type { Fault, Part } from './part.ts'

type Graph = Map<string, string[]>

export const cyclesPart: Part = {
  name: 'cycles',
  run: async checkout => {
    const sources = checkout.sources()
    const graph: Graph = new Map(
      sources.map(source => [source.path, listImports(source).map(found => found.to)]),
    )
    return { seen: sources.length, faults: findRings(graph).map(faultOf) }
  },
}

/** Walks depth first; meeting a file that is still on the path closes a ring. Each ring is told once. */
function findRings(graph: Graph): string[][] {
  const rings: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]) => {
    const met = path.indexOf(file)
    if (met >= 0) rings.push(path.slice(met))
    if (met >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return rings
}

function faultOf(ring: string[]): Fault {
  const [first = ''] = ring
  return { path: first, line: 0, rule: 'cycle', message: [...ring, first].join(' -> ') }
}
