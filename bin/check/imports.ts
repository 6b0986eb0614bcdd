import { posix } from 'node:path'
import type { EcmaScriptModule } from 'oxc-parser'
import { lineAt, type Source } from './checkout.ts'

/**
 * One import of a file. `to` is a path in the checkout (`src/domain/plan.ts`) or a package's specifier (`hono/css`);
 * `local` tells which. `typesOnly` is true when nothing of it is left at run time.
 */
export interface Import {
  to: string
  local: boolean
  typesOnly: boolean
  line: number
}

/** Every import of the file: static, dynamic with a literal, and re-exports. */
export function listImports({ path, text, module }: Source): Import[] {
  return [...staticImports(module), ...reExports(module), ...dynamicImports(module, text)].map(found => {
    const local = found.to.startsWith('.')
    const to = local ? posix.join(posix.dirname(path), found.to) : found.to
    return { to, local, typesOnly: found.typesOnly, line: lineAt(text, found.start) }
  })
}

function staticImports(module: EcmaScriptModule) {
  return module.staticImports.map(({ start, moduleRequest, entries }) => ({
    to: moduleRequest.value,
    start,
    typesOnly: entries.length > 0 && entries.every(entry => entry.isType),
  }))
}

function reExports(module: EcmaScriptModule) {
  return module.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(entry =>
      entry.moduleRequest ? [{ to: entry.moduleRequest.value, start, typesOnly: entry.isType }] : [],
    ),
  )
}

function dynamicImports(module: EcmaScriptModule, text: string) {
  return module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const literal = /^['"`](.*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
    return literal === undefined ? [] : [{ to: literal, start, typesOnly: false }]
  })
}
