// Two devices in one field: both texts are kept, and their writer chooses (experience.md §3a, architecture.md §4).

import { type Answer, hasContent } from './answer.ts'
import type { Written } from './preparation.ts'

/**
 * Where a text was typed: an opened page, and which of its saves this is. A page knows its own texts, so a save whose
 * answer was lost on the way is not taken for somebody else's; and of two saves under way the later one counts.
 */
export type Source = { readonly page: string; readonly turn: number }

/** A text that came from a page that was no longer the newest. `at` is an ISO instant. */
export type Other = { readonly answer: Answer; readonly at: string; readonly page: string }

export type Draft = Written & { readonly source: Source; readonly others: readonly Other[] }

/** What the writer chose when shown several texts: the one in the field, one of the others, or all after each other. */
export type Pick = 'field' | 'all' | { readonly other: number }

export type Typed = {
  readonly answer: Answer
  readonly version: number
  readonly source: Source
  readonly pick?: Pick | undefined
}

/** `same`: nothing to write. `saved`: the field's text counts. `both`: the page was stale, and both texts are kept. */
export type Kept = { readonly outcome: 'same' | 'saved' | 'both'; readonly draft: Draft }

const empty: Draft = {
  answer: { score: null, keywords: '', note: '' },
  version: 0,
  source: { page: '', turn: 0 },
  others: [],
}

/** Decides what is kept of a save: nothing anybody wrote is ever written over unseen. */
export function keep(stored: Draft = empty, typed: Typed, at: string): Kept {
  if (isOvertaken(stored.source, typed.source)) return { outcome: 'same', draft: stored }
  if (typed.version !== stored.version && !isSamePage(stored.source, typed.source))
    return keepStale(stored, typed, at)
  const picked = typed.pick === undefined ? undefined : choose(typed.pick, typed.answer, stored.others)
  if (picked) return saved({ ...stored, answer: picked, others: [] }, typed.source)
  if (sameAnswer(typed.answer, stored.answer)) return { outcome: 'same', draft: stored }
  return saved({ ...stored, answer: typed.answer }, typed.source)
}

/** Whether the page may go on from what is stored: it shows the same text, so nothing on it is unseen. */
export const isInStep = ({ draft }: Kept, { answer }: Typed): boolean => sameAnswer(draft.answer, answer)

// An earlier save of the same page that comes in after a later one.
const isOvertaken = (stored: Source, typed: Source) => isSamePage(stored, typed) && typed.turn < stored.turn

// A page without a name is nobody's.
const isSamePage = (stored: Source, typed: Source) => stored.page !== '' && stored.page === typed.page

const saved = (draft: Draft, source: Source): Kept => ({
  outcome: 'saved',
  draft: { ...draft, version: draft.version + 1, source },
})

// A stale page that says what is saved already, or nothing at all, takes nothing from anybody. What it said before, it
// may say anew: its writer sees that text in the field.
function keepStale(stored: Draft, { answer, source }: Typed, at: string): Kept {
  if (!hasContent(answer) || sameAnswer(stored.answer, answer)) return { outcome: 'same', draft: stored }
  if (stored.others.some(other => sameAnswer(other.answer, answer))) return { outcome: 'both', draft: stored }
  const earlier = stored.others.filter(other => other.page !== source.page)
  const others = [...earlier, { answer, at, page: source.page }]
  return { outcome: 'both', draft: { ...stored, version: stored.version + 1, others } }
}

const sitting = 30 * 60_000

/** A sitting ends when nothing has been saved for half an hour. It is one event, however many saves it takes. */
export const beginsSitting = (lastSavedAt: Date | undefined, now: Date): boolean =>
  lastSavedAt === undefined || now.getTime() - lastSavedAt.getTime() > sitting

function choose(pick: Pick, field: Answer, others: readonly Other[]): Answer | undefined {
  if (others.length === 0) return undefined
  if (pick === 'field') return field
  if (pick === 'all') return others.reduce<Answer>((sofar, { answer }) => joined(sofar, answer), field)
  return others[pick.other]?.answer
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
