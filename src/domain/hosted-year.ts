// A host's year: everybody one leads has a talk each year where the concept says so. Whoever has had none for twelve
// months misses one (S3-12); whose year is not over yet comes later.

import { type Concept, formsOf, type Kind } from './concept.ts'
import type { Conversation } from './conversation.ts'
import { addMonths, type LocalDate, localDateOf } from './day.ts'
import { isOver } from './lifecycle.ts'

/** Somebody I lead, with the day their last talk with me was held, if there was one. */
export type SinceLast<Led> = { led: Led; lastHeld: LocalDate | undefined }

export type HostedYear<Led> = {
  /** Without a talk under way, and the last one more than twelve months ago, or never. */
  missing: readonly SinceLast<Led>[]
  /** Talks under way, from the invitation to the closing. */
  open: readonly Conversation[]
  /** Nothing under way, and nothing held this calendar year, but the last talk is less than twelve months old. */
  later: readonly SinceLast<Led>[]
  /** Talks of this calendar year that are over. */
  done: readonly Conversation[]
  /** Talks that the participants have chosen not to have this year (T6). */
  declined: readonly Conversation[]
}

const gone: readonly string[] = ['draft', 'cancelled', 'replaced']

/** Whether the concept wants a talk each year. */
export const isYearly = (concept: Concept): boolean => formsOf(concept).some(({ yearly }) => yearly)

/** What is asked about: the concept's rule and the day. */
export type Asked = { today: LocalDate; yearly: boolean }

/** What is open now, what was held in the year of `today`, and who is without. */
export function hostedYear<Led extends { person: string; open: string | null }>(
  led: readonly Led[],
  talks: readonly Conversation[],
  { today, yearly }: Asked,
): HostedYear<Led> {
  const open = talks.filter(({ status }) => !isOver(status) && !gone.includes(status))
  const done = talks.filter(
    ({ status, heldOn }) => isOver(status) && heldOn?.slice(0, 4) === today.slice(0, 4),
  )
  const started = new Set([...open, ...done].map(talk => talk.participant.id))
  const declined = talks.filter(
    (talk, at) => isDeclined(talk, today) && !started.has(talk.participant.id) && isLatest(talks, at),
  )
  const met = new Set([...started, ...declined.map(talk => talk.participant.id)])
  const rest = led
    .filter(each => each.open === null && !met.has(each.person))
    .map(each => ({ led: each, lastHeld: lastHeldWith(each.person, talks) }))
  const misses = ({ lastHeld }: SinceLast<Led>) =>
    yearly && (lastHeld === undefined || nextBy(lastHeld) < today)
  return { missing: rest.filter(misses), open, later: rest.filter(each => !misses(each)), done, declined }
}

const isDeclined = ({ cancelledCause, cancelledAt }: Conversation, today: LocalDate) =>
  cancelledCause === 'declined' &&
  cancelledAt !== null &&
  localDateOf(cancelledAt).slice(0, 4) === today.slice(0, 4)

/** Whether this is the newest of the talks with that person: those before it count no more. */
function isLatest(talks: readonly Conversation[], at: number): boolean {
  const talk = talks[at]
  const same = talks.filter(each => each.participant.id === talk?.participant.id)
  return same.every(each => invitedOf(each) <= invitedOf(talk))
}

const invitedOf = (talk: Conversation | undefined) => talk?.invitedAt?.getTime() ?? 0

/** The day by which the next talk is to be held: twelve months after the last. */
export const nextBy = (lastHeld: LocalDate): LocalDate => addMonths(lastHeld, 12)

const lastHeldWith = (person: string, talks: readonly Conversation[]): LocalDate | undefined =>
  talks
    .filter(({ participant, status }) => participant.id === person && isOver(status))
    .flatMap(({ heldOn }) => heldOn ?? [])
    .toSorted()
    .at(-1)

/** How many stand where; `invited` have no agreed time, `missing` no invitation. */
export type CountedYear = { held: number; agreed: number; invited: number; missing: number; later: number }

/** Each of them once, also who is invited again in the year of their talk: what has been held stays held. */
export function countYear({ missing, open, later, done }: HostedYear<unknown>): CountedYear {
  const after = open.filter(({ status }) => !before.includes(status))
  const held = new Set([...done, ...after].map(oneOf))
  const rest = Map.groupBy(
    open.filter(talk => !held.has(oneOf(talk))),
    oneOf,
  )
  const agreed = [...rest.values()].filter(talks => talks.some(isAgreed)).length
  return {
    held: held.size,
    agreed,
    invited: rest.size - agreed,
    missing: missing.length,
    later: later.length,
  }
}

const before: readonly string[] = ['invited', 'postponed', 'agreed', 'talking']
const isAgreed = ({ status }: Conversation) => status === 'agreed' || status === 'talking'

/** The talk somebody has each year: whoever leads two houses has one of each. */
const oneOf = ({ participant, kind, unit }: Conversation) => `${participant.id} ${kind} ${unit}`

/** Whether somebody has had their talk of this kind in the year of `today`. */
export const hasHad = (
  { person, kind }: { person: string; kind: Kind },
  talks: readonly Conversation[],
  today: LocalDate,
): boolean =>
  talks.some(
    talk =>
      talk.participant.id === person &&
      talk.kind === kind &&
      !gone.includes(talk.status) &&
      talk.heldOn?.slice(0, 4) === today.slice(0, 4),
  )
