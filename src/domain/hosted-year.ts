// A host's year: everybody one leads has a talk each year (S3-12), so whoever has none this year misses one.

import type { Conversation } from './conversation.ts'

export type HostedYear<Led> = {
  /** Those without a talk this year. */
  missing: readonly Led[]
  /** Talks under way, from the invitation to the closing. */
  open: readonly Conversation[]
  /** Talks that are over. */
  done: readonly Conversation[]
}

const over: readonly string[] = ['closed', 'contested', 'ended']
const gone: readonly string[] = ['draft', 'cancelled', 'replaced']

/** What is open now, and what was held in `year`. */
export function hostedYear<Led extends { person: string; open: string | null }>(
  led: readonly Led[],
  talks: readonly Conversation[],
  year: number,
): HostedYear<Led> {
  const open = talks.filter(({ status }) => !over.includes(status) && !gone.includes(status))
  const done = talks.filter(({ status, heldOn }) => over.includes(status) && heldOn?.startsWith(`${year}-`))
  const met = new Set([...open, ...done].map(talk => talk.participant.id))
  return { missing: led.filter(each => each.open === null && !met.has(each.person)), open, done }
}

/** How many talks stand where; `missing` has no agreed time, invited or not. */
export type CountedYear = { held: number; agreed: number; missing: number }

export function countYear({ missing, open, done }: HostedYear<unknown>): CountedYear {
  const agreed = open.filter(({ status }) => status === 'agreed' || status === 'talking').length
  const invited = open.filter(({ status }) => status === 'invited').length
  return { held: done.length + open.length - agreed - invited, agreed, missing: missing.length + invited }
}
