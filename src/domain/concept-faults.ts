import { type Concept, type Form, kinds, questionsOf } from './concept.ts'
import { aimRules } from './concept-aims.ts'
import { type Check, cautions, type Path, rules } from './concept-rules.ts'

const checks = [...rules, ...aimRules]

export type Rule = (typeof checks)[number]['rule'] | 'some-kind' | 'same-questions' | 'tool-once'
export type Fault = { readonly rule: Rule; readonly path: Path }

export type Caution = (typeof cautions)[number]['rule']
export type Warning = { readonly rule: Caution; readonly path: Path }

/** Every rule the concept breaks and where. A concept with faults is never used. */
export function conceptFaults(concept: Concept): readonly Fault[] {
  const hasForm = kinds.some(kind => concept.kinds[kind])
  if (!hasForm) return [{ rule: 'some-kind', path: ['kinds'] }]
  return [...findings(checks, concept), ...otherQuestions(concept), ...toolsTwice(concept)]
}

/** S0-23: a GRUS that uses the form of the MUS asks the same, question by question, in other words. */
function otherQuestions({ kinds: forms }: Concept): readonly Fault[] {
  return kinds.flatMap(kind => {
    const form = forms[kind]
    if (form?.sameQuestionsAs === undefined) return []
    const source = forms[form.sameQuestionsAs]
    const path = ['kinds', kind, 'sameQuestionsAs']
    return source && shapeOf(form) === shapeOf(source) ? [] : [{ rule: 'same-questions', path }]
  })
}

const shapeOf = (form: Form) =>
  questionsOf(form)
    .map(({ id, type, about }) => `${id} ${type} ${about}`)
    .join()

function toolsTwice({ tools = [] }: Concept): readonly Fault[] {
  const isSecond = (at: number) => tools.findIndex(({ id }) => id === tools[at]?.id) < at
  return tools.flatMap((_, at) => (isSecond(at) ? [{ rule: 'tool-once', path: ['tools', at, 'id'] }] : []))
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
