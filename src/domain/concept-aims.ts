// What a source asks its talks to bring about, and the sections that carry it (experience.md §1a). A form that leaves one
// of these out is refused. The LUS of a nearest leader has its own source and its own sections, and is not asked.

import type { Aim, Form, Kind } from './concept.ts'
import type { Check } from './concept-rules.ts'

export const aimRules = [
  // S0-02, S0-04
  carries('carries-the-person', ['mus', 'grus'], ['effort', 'position', 'development']),
  // S0-03, S0-12
  carries('carries-the-institution', ['lus'], ['institution']),
  // S0-55
  carries(
    'carries-the-leading',
    ['lus'],
    ['leadership-tasks', 'responsibilities', 'effort', 'position', 'development'],
  ),
  // S0-11, S0-12, S0-13
  carries('carries-wellbeing', ['mus', 'lus', 'grus'], ['wellbeing']),
  // S0-07, S0-18
  carries(
    'carries-tasks-and-competences',
    ['mus', 'lus', 'grus'],
    ['tasks-now', 'tasks-ahead', 'competences'],
  ),
  // S0-15
  carries('carries-expectations', ['mus', 'lus', 'grus'], ['expectations']),
  // S0-16
  carries('carries-the-cooperation', ['mus', 'lus', 'grus'], ['cooperation']),
  // S0-17
  carries('carries-the-children', ['mus', 'lus', 'grus'], ['children']),
] as const

/** Refuses a form of these kinds that has no section for one of these aims. */
function carries<const Name extends string>(
  rule: Name,
  kinds: readonly Kind[],
  needed: readonly Aim[],
): Check<Name> {
  return {
    rule,
    broken: (form, kind) =>
      form.host === 'nearest-leader' || !kinds.includes(kind) || carriesAll(form, needed)
        ? []
        : [['sections']],
  }
}

function carriesAll({ sections }: Form, needed: readonly Aim[]): boolean {
  const carried = new Set(sections.flatMap(({ aims }) => aims ?? []))
  return needed.every(aim => carried.has(aim))
}
