// The host's queue: everybody whose talk is to come, by date, with what the host still misses (experience.md §3b).

import type { Conversation } from './conversation.ts'
import { themesOpen } from './themes.ts'

/** One talk to prepare. `theirs`: the other has sent themes. `mine`: I have. */
export type Queued = { readonly talk: Conversation; readonly mine: boolean; readonly theirs: boolean }

/** The talks I am to hold, the soonest first; those without a time come last. */
export function queueOf(
  talks: readonly Conversation[],
  sent: ReadonlyMap<string, readonly string[]>,
): readonly Queued[] {
  const isSoonest = (one: Conversation, other: Conversation) =>
    (one.startsAt?.getTime() ?? Infinity) - (other.startsAt?.getTime() ?? Infinity) || 0
  return talks
    .filter(talk => talk.role === 'host' && themesOpen(talk))
    .toSorted(isSoonest)
    .map(talk => {
      const authors = sent.get(talk.id) ?? []
      return { talk, mine: authors.includes(talk.host.id), theirs: authors.includes(talk.participant.id) }
    })
}

/** The next one I have told nothing yet; after `current` when it is named. */
export function nextInQueue(queue: readonly Queued[], current?: string): Queued | undefined {
  return queue.find(({ talk, mine }) => !mine && talk.id !== current)
}
