// Who may know whom (architecture.md §2): domain -> questions -> ui are pure, pages stand outermost. Read the
// table as sentences: files under `of` may import `only` these folders, or `never` those.

import type { Source } from './checkout.ts'
import { type Import, listImports } from './imports.ts'
import type { Part } from './part.ts'

interface Border {
  of: string
  only?: string[]
  types?: string[]
  never?: string[]
  packages?: 'none'
}

const borders: Border[] = [
  { of: 'src/domain/', only: ['src/domain/'], types: ['src/questions/'], packages: 'none' },
  { of: 'src/questions/', only: ['src/questions/', 'src/domain/', 'src/ui/', 'src/words/'] },
  { of: 'src/ui/', never: ['src/db/', 'src/pages/', 'src/live/', 'src/outside/', 'src/trust/'] },
  { of: 'src/db/', never: ['src/pages/'] },
  { of: 'src/documents/', never: ['src/db/'] },
  { of: 'src/browser/', only: ['src/browser/', 'src/domain/'] },
  { of: 'src/', never: ['bin/', 'test/'] },
]

/** A conversation's life in order: a stage may know what came before it, never what comes after. */
const stages = [
  'concept',
  'round',
  'invitation',
  'preparation',
  'conversation',
  'record',
  'plan',
  'follow-up',
]

/** Packages with one home each. */
const homes: Record<string, string> = { pg: 'src/db/', kysely: 'src/db/' }

export const bordersPart: Part = {
  name: 'forbidden imports',
  run: async checkout => {
    const sources = checkout.sources()
    return { seen: sources.length, faults: sources.flatMap(faultsOf) }
  },
}

function faultsOf(source: Source) {
  return listImports(source).flatMap(found => {
    const message =
      crossing(source.path, found) ?? lookingAhead(source.path, found.to) ?? astray(source.path, found)
    return message ? [{ path: source.path, line: found.line, rule: 'forbidden import', message }] : []
  })
}

function crossing(path: string, found: Import): string | undefined {
  const crossed = borders.some(border => path.startsWith(border.of) && !allows(border, found))
  return crossed ? `${path} may not import ${found.to}` : undefined
}

function allows(
  { only, types = [], never = [], packages }: Border,
  { to, local, typesOnly }: Import,
): boolean {
  if (!local) return packages !== 'none'
  if (only) return stands(to, typesOnly ? [...only, ...types] : only)
  return !stands(to, never)
}

function lookingAhead(path: string, to: string): string | undefined {
  const here = stages.indexOf(stageOf(path))
  const there = stages.indexOf(stageOf(to))
  return here >= 0 && there > here
    ? `${stages[here]} comes before ${stages[there]} and may not know it`
    : undefined
}

/** `src/domain/record.ts` and `src/domain/record/signing.ts` are both of the stage `record`. */
function stageOf(path: string): string {
  return /^src\/domain\/([a-z-]+)[./]/.exec(path)?.[1] ?? ''
}

function astray(path: string, { to, local }: Import): string | undefined {
  const home = local ? undefined : homes[to.split('/')[0] ?? '']
  return home && path.startsWith('src/') && !path.startsWith(home)
    ? `${to} is used in ${home} alone`
    : undefined
}

function stands(path: string, folders: string[]): boolean {
  return folders.some(folder => path.startsWith(folder))
}
