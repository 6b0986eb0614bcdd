// YAML as plain data that remembers where each value stood. Nothing clever is let in: no aliases, no tags, no second
// document, no field twice, so what a person reads in the file is all there is.

import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Path } from '../domain/concept-rules.ts'
import { type Refusal, textRefusals, yamlRefusal } from './concept-fault-words.ts'

export type RefusalAt = Refusal & { readonly line: number }

export type YamlText = {
  readonly value: unknown
  readonly has: (path: Path) => boolean
  /** The line of a field or list item, or of the nearest thing around it that is there. Counted from 1. */
  readonly lineOf: (path: Path) => number
}

export const mostBytes = 200 * 1024
/** One slip often makes many; the first ones tell. */
const mostSyntaxFaults = 5

/** Reads one YAML document of at most 200 KB, or says what stands in the way, by line. Never throws. */
export function readYaml(text: string): YamlText | { readonly refusals: readonly RefusalAt[] } {
  if (Buffer.byteLength(text) > mostBytes)
    return { refusals: [{ line: 1, ...textRefusals['not-too-large'] }] }

  const lines = new LineCounter()
  const line = (offset: number) => lines.linePos(offset).line
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true, uniqueKeys: true })
  const syntax = [...document.errors, ...document.warnings].slice(0, mostSyntaxFaults)
  if (syntax.length > 0) {
    return { refusals: syntax.map(({ code, pos }) => ({ line: line(pos[0]), ...yamlRefusal(code) })) }
  }
  const aliases = aliasOffsets(document)
  if (aliases.length > 0) {
    return { refusals: aliases.map(offset => ({ line: line(offset), ...textRefusals['no-alias'] })) }
  }
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    has: path => document.hasIn(path),
    lineOf: path => line(offsetOf(document, path)),
  }
}

function aliasOffsets(document: Document): readonly number[] {
  const offsets: number[] = []
  visit(document, { Alias: (_, alias) => void offsets.push(alias.range?.[0] ?? 0) })
  return offsets
}

/** Where a path begins: at its key, since a long text or list starts on a later line. */
function offsetOf(document: Document, path: Path): number {
  const last = path.at(-1)
  if (last === undefined) return document.contents?.range?.[0] ?? 0
  const around = path.slice(0, -1)
  const holder = document.getIn(around, true)
  const key = isMap(holder)
    ? holder.items.find(({ key }) => isScalar(key) && key.value === last)?.key
    : undefined
  const item = isSeq(holder) && typeof last === 'number' ? holder.items[last] : undefined
  const found = key ?? item
  return isNode(found) && found.range ? found.range[0] : offsetOf(document, around)
}
