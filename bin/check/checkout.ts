import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, type EcmaScriptModule, type Program, parseSync } from 'oxc-parser'

/** A parsed file. `path` is relative to the checkout, with forward slashes; offsets count UTF-16 units. */
export interface Source {
  path: string
  text: string
  program: Program
  module: EcmaScriptModule
  comments: Comment[]
}

/** The files under check. Sources are read and parsed once, when the first part asks for them. */
export interface Checkout {
  root: string
  sources: () => Source[]
  list: (pattern: string) => string[]
  read: (path: string) => string
}

/** Opens the checkout whose root folder is given; nothing is read before a part asks. */
export function openCheckout(root: string): Checkout {
  let sources: Source[] | undefined
  const list = (pattern: string) => globSync(pattern, { cwd: root }).sort()
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const readAll = () => list('{src,bin,test}/**/*.{ts,tsx,js}').map(path => parse(path, read(path)))
  return {
    root,
    list,
    read,
    sources: () => {
      sources ??= readAll()
      return sources
    },
  }
}

/** The line, from 1, that holds the offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function parse(path: string, text: string): Source {
  const { program, module, comments } = parseSync(path, text)
  return { path, text, program, module, comments }
}
