// Two devices in one field: both texts are kept, and their writer chooses (experience.md §3a, architecture.md §4).

import { type Answer, hasContent } from './answer.ts'
import type { Written } from './preparation.ts'

/** A text that came from a page that was no longer the newest. `at` is an ISO instant. */
export type Other = { readonly answer: Answer; readonly at: string }

export type Draft = Written & { readonly others: readonly Other[] }

/** What the writer chose when shown two texts: the one in the field, the other one, or both after each other. */
export type Pick = 'field' | 'other' | 'both'

export type Typed = { readonly answer: Answer; readonly version: number; readonly pick?: Pick | undefined }

/** `same`: nothing to write. `saved`: the field's text counts. `both`: the page was stale, and both texts are kept. */
export type Kept = { readonly outcome: 'same' | 'saved' | 'both'; readonly draft: Draft }

const empty: Draft = { answer: { score: null, keywords: '', note: '' }, version: 0, others: [] }

/** Decides what is kept of a save: nothing anybody wrote is ever written over unseen. */
export function keep(stored: Draft = empty, typed: Typed, at: string): Kept {
  const { version } = stored
  if (typed.version !== version) return keepStale(stored, typed.answer, at)
  const picked = typed.pick === undefined ? undefined : choose(typed.pick, typed.answer, stored.others)
  if (picked) return { outcome: 'saved', draft: { answer: picked, version: version + 1, others: [] } }
  if (sameAnswer(typed.answer, stored.answer)) return { outcome: 'same', draft: stored }
  return { outcome: 'saved', draft: { ...stored, answer: typed.answer, version: version + 1 } }
}

// A stale page that says what is saved already, or nothing at all, takes nothing from anybody.
function keepStale(stored: Draft, answer: Answer, at: string): Kept {
  const known = [stored.answer, ...stored.others.map(other => other.answer)]
  if (!hasContent(answer) || known.some(each => sameAnswer(each, answer)))
    return { outcome: 'same', draft: stored }
  const others = [...stored.others, { answer, at }]
  return { outcome: 'both', draft: { answer: stored.answer, version: stored.version + 1, others } }
}

function choose(pick: Pick, field: Answer, others: readonly Other[]): Answer | undefined {
  const last = others.at(-1)?.answer
  if (!last) return undefined
  if (pick === 'field') return field
  if (pick === 'other') return last
  return others.reduce<Answer>((sofar, { answer }) => joined(sofar, answer), field)
}

const joined = (one: Answer, other: Answer): Answer => ({
  score: one.score ?? other.score,
  keywords: lines(one.keywords, other.keywords),
  note: lines(one.note, other.note),
})

const lines = (one: string, other: string) => (one === other ? one : [one, other].filter(Boolean).join('\n'))

function sameAnswer(one: Answer, other: Answer): boolean {
  return one.score === other.score && one.keywords === other.keywords && one.note === other.note
}
