import { type Concept, kinds } from './concept.ts'
import { type Check, cautions, type Path, rules } from './concept-rules.ts'

export type Rule = (typeof rules)[number]['rule'] | 'some-kind'
export type Fault = { readonly rule: Rule; readonly path: Path }

export type Caution = (typeof cautions)[number]['rule']
export type Warning = { readonly rule: Caution; readonly path: Path }

/** Every rule the concept breaks and where. A concept with faults is never used. */
export function conceptFaults(concept: Concept): readonly Fault[] {
  const hasForm = kinds.some(kind => concept.kinds[kind])
  return hasForm ? findings(rules, concept) : [{ rule: 'some-kind', path: ['kinds'] }]
}

/** What its editor should know, and may leave as it is. */
export function conceptWarnings(concept: Concept): readonly Warning[] {
  return findings(cautions, concept)
}

type Finding<Name> = { readonly rule: Name; readonly path: Path }

function findings<Name>(checks: readonly Check<Name>[], concept: Concept): readonly Finding<Name>[] {
  return kinds.flatMap(kind => {
    const form = concept.kinds[kind]
    if (!form) return []
    return checks.flatMap(({ rule, broken }) =>
      broken(form, kind).map(path => ({ rule, path: ['kinds', kind, ...path] })),
    )
  })
}
