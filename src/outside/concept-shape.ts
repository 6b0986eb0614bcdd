// What zod found wrong with a concept's shape, in our own words and at the innermost place.

import type * as z from 'zod'
import type { Path } from '../domain/concept-rules.ts'
import { type Refusal, shapeRefusals } from './concept-fault-words.ts'

export type ShapeFault = Refusal & { readonly path: Path }

type Issue = z.core.$ZodIssue

/** `has` tells whether a path is in the file at all: a field left out and one of the wrong type are two faults. */
export function shapeFaults(issues: readonly Issue[], has: (path: Path) => boolean): readonly ShapeFault[] {
  return issues.flatMap(issue => innermost(issue)).flatMap(issue => explain(issue, has))
}

/** For a value that may have several shapes: the complaints of the shape it comes nearest. */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [nearest = []] = [...issue.errors].sort((one, other) => one.length - other.length)
  return nearest.flatMap(inner => innermost({ ...inner, path: [...issue.path, ...inner.path] }))
}

function explain(issue: Issue, has: (path: Path) => boolean): readonly ShapeFault[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ path: [...path, key], ...shapeRefusals['unknown-field'](key) }))
  }
  return [
    { path, ...(has(path) ? wrong(issue, fieldOf(path)) : shapeRefusals['missing-field'](fieldOf(path))) },
  ]
}

function wrong(issue: Issue, field: string): Refusal {
  switch (issue.code) {
    case 'invalid_type':
      return shapeRefusals['wrong-type'](field, issue.expected)
    case 'invalid_value':
      return shapeRefusals['not-a-choice'](field, issue.values.map(String).join(', '))
    case 'too_small':
    case 'too_big':
      return shapeRefusals['out-of-bounds'](field)
    case 'invalid_format':
      return shapeRefusals['short-name'](field)
    default:
      return shapeRefusals['plain-text'](field)
  }
}

/** The name nearest to the fault; an item of a list is called after its list. */
function fieldOf(path: Path): string {
  return String(path.findLast(part => typeof part === 'string') ?? 'konceptet')
}
