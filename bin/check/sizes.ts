// How long files and functions are (architecture.md §3.15). The table is printed at every check, so that growth is
// seen long before it fails.

import { type Function as FunctionNode, Visitor } from 'oxc-parser'
import type { Checkout, Source } from './checkout.ts'
import type { Fault, Part } from './part.ts'
import { printTable } from './table.ts'

const limits = { file: 300, medianFile: 60, functionP90: 20 }

/** A file above the limit says why in a comment among its first lines: `long because …`. */
const reason = /long because \S+/i

interface Sizes {
  files: number[]
  functions: number[]
}

export const sizesPart: Part = {
  name: 'sizes',
  run: async checkout => {
    const house = groupByFolder(checkout.sources().filter(source => !source.path.startsWith('test/')))
    const whole = {
      files: [...house.values()].flatMap(s => s.files),
      functions: [...house.values()].flatMap(s => s.functions),
    }
    const all = checkout.list('{src,bin,test,db/migrations}/**/*.{ts,tsx,js,css,sql}')
    const faults = [...all.flatMap(path => tooLong(checkout, path)), ...tooLongOnTheWhole(whole)]
    return { seen: all.length, faults, table: tell(house, whole) }
  },
}

function groupByFolder(sources: Source[]): Map<string, Sizes> {
  const house = new Map<string, Sizes>()
  for (const source of sources) {
    const folder = source.path.split('/').slice(0, 2).join('/')
    const name = folder === source.path ? `${folder.split('/')[0]}/` : folder
    const sizes = house.get(name) ?? { files: [], functions: [] }
    sizes.files.push(countLines(source.text))
    sizes.functions.push(...functionLengths(source))
    house.set(name, sizes)
  }
  return house
}

function tooLong(checkout: Checkout, path: string): Fault[] {
  const text = checkout.read(path)
  const lines = countLines(text)
  const excused = reason.test(text.split('\n').slice(0, 5).join('\n'))
  if (lines <= limits.file || excused) return []
  const message = `${lines} lines: split it, or open it with a comment that says "long because …"`
  return [{ path, line: 0, rule: 'file size', message }]
}

function tooLongOnTheWhole({ files, functions }: Sizes): Fault[] {
  const median = quantile(files, 0.5)
  const p90 = quantile(functions, 0.9)
  const fault = (rule: string, message: string) => ({ path: 'src, bin', line: 0, rule, message })
  return [
    ...(median > limits.medianFile
      ? [fault('file median', `${median} lines, at most ${limits.medianFile}`)]
      : []),
    ...(p90 > limits.functionP90
      ? [fault('function p90', `${p90} lines, at most ${limits.functionP90}`)]
      : []),
  ]
}

/** Lines of every function with a block of its own; a one-line arrow is an expression and would flatter the figure. */
function functionLengths({ text, program }: Source): number[] {
  const lengths: number[] = []
  const measure = (node: { start: number; end: number }) => {
    lengths.push(countLines(text.slice(node.start, node.end)))
  }
  const withBody = (node: FunctionNode) => node.body && measure(node)
  new Visitor({
    FunctionDeclaration: withBody,
    FunctionExpression: withBody,
    ArrowFunctionExpression: node => node.body.type === 'BlockStatement' && measure(node),
  }).visit(program)
  return lengths
}

function tell(house: Map<string, Sizes>, whole: Sizes): string {
  const row = (name: string, { files, functions }: Sizes) => [
    name,
    files.length,
    quantile(files, 0.5),
    quantile(files, 0.9),
    Math.max(0, ...files),
    functions.length,
    quantile(functions, 0.5),
    quantile(functions, 0.9),
    Math.max(0, ...functions),
  ]
  const folders = [...house].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sizes]) => row(name, sizes))
  const head = ['lines in', 'files', 'median', 'p90', 'max', 'functions', 'median', 'p90', 'max']
  return printTable([head, ...folders, row('all', whole)])
}

/** The smallest value that at least the given share of the values does not exceed; 0 of none. */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length
}
