// How two people close one text. Nobody answers for the other, no answer is the usual one, and the order does not
// matter: what becomes of the text follows from the two answers alone (experience.md T12–T14).

import { type ClosedWeeks, openDayOn } from '../closed-days.ts'
import { type Form, otherRole, type Role } from '../concept.ts'
import type { LocalDate } from '../day.ts'
import { type MoveRefusal, move, type Status } from '../lifecycle.ts'
import { tooLong } from '../text.ts'

/** The three equal choices of a concept that signs. */
export const signingChoices = ['signed', 'signed-with-remark', 'refused'] as const
/** `confirmed`: the one tap of a concept that confirms (D11). */
export const choices = [...signingChoices, 'confirmed'] as const
export type Choice = (typeof choices)[number]

/** What each has answered to one version of the text; who is not in it has not answered yet. */
export type Answers = { readonly [R in Role]?: Choice }

/** The most of a remark, in code points. */
const remarkLimit = 2000

/**
 * What the text has become. While one answer is missing nothing has: a refusal alone keeps nobody from signing.
 * With both there, one refusal makes it contested, held and written down without that signature (T14); so do two.
 */
export function outcomeOf({ host, participant }: Answers): 'closing' | 'closed' | 'contested' {
  if (host === undefined || participant === undefined) return 'closing'
  return host === 'refused' || participant === 'refused' ? 'contested' : 'closed'
}

/** Where one party stands before the frozen text. */
export type Signer = {
  readonly status: Status
  readonly role: Role
  readonly closing: Form['closing']
  /** The newest text's version; none while it is being corrected. */
  readonly version: number | undefined
  readonly answers: Answers
}

export type Wish = {
  readonly choice: Choice
  /** The version of the text that was read. */
  readonly version: number
  readonly remark: string
  /** A code of one's own, lately enough. */
  readonly fresh: boolean
}

export type SigningRefusal = {
  readonly refused:
    | 'not-now'
    | 'text-changed'
    | 'answered-before'
    | 'no-such-choice'
    | 'remark-missing'
    | 'remark-too-long'
    | 'code-needed'
}

/** `remark` is null where none was written. */
export type Signing = { readonly choice: Choice; readonly remark: string | null; readonly status: Status }

/** One party's answer to the text. An answer counts for the version that was read, once, and cannot be changed. */
export function sign(signer: Signer, wish: Wish): Signing | SigningRefusal {
  const refused = refusalOf(signer, wish)
  if (refused) return { refused }
  const remark = takesRemark(wish.choice) && wish.remark !== '' ? wish.remark : null
  const next = afterAnswer(signer, wish.choice)
  return 'refused' in next ? { refused: 'not-now' } : { choice: wish.choice, remark, status: next.status }
}

function refusalOf(signer: Signer, { choice, version, remark, fresh }: Wish) {
  if (signer.status === 'held' || (signer.status === 'closing' && version !== signer.version))
    return 'text-changed'
  if (signer.answers[signer.role] !== undefined) return 'answered-before'
  if (signer.status !== 'closing') return 'not-now'
  if ((choice === 'confirmed') !== (signer.closing === 'confirm')) return 'no-such-choice'
  if (choice === 'signed-with-remark' && remark === '') return 'remark-missing'
  if (takesRemark(choice) && tooLong(remark, remarkLimit)) return 'remark-too-long'
  if (signer.closing === 'sign' && !fresh) return 'code-needed'
  return undefined
}

function afterAnswer({ status, role, answers }: Signer, choice: Choice): { status: Status } | MoveRefusal {
  const outcome = outcomeOf({ ...answers, [role]: choice })
  if (outcome === 'closing') return { status }
  return move(outcome === 'closed' ? 'close' : 'contest', status, role)
}

/** A refusal has no field for a reason, and a signature without a remark has none either. */
const takesRemark = (choice: Choice) => choice === 'signed-with-remark' || choice === 'confirmed'

/** T12: the text is opened again; what was answered to it counts no longer. Until both have answered, either may. */
export function correct(
  signer: Signer,
  version: number,
): { status: Status } | MoveRefusal | { refused: 'text-changed' } {
  if (signer.status === 'closing' && version !== signer.version) return { refused: 'text-changed' }
  return move('correct', signer.status, signer.role)
}

const daysToAnswer = 7
const daysUnanswered = 14

/** The days a locked text gives: by when an answer is expected, and from when it can be closed without the other's. */
export type ClosingDays = { readonly answerBy: LocalDate; readonly aloneFrom: LocalDate }

/** Whether the day that an answer was expected by has gone. */
export const isOverdue = ({ answerBy }: ClosingDays, today: LocalDate): boolean => today > answerBy

/** Counted from the day the text was frozen; days on which the house is closed are not (T14, T16). */
export const closingDays = (frozenOn: LocalDate, weeks: readonly ClosedWeeks[]): ClosingDays => ({
  answerBy: openDayOn(frozenOn, daysToAnswer, weeks),
  aloneFrom: openDayOn(frozenOn, daysUnanswered, weeks),
})

export type UnansweredRefusal = { readonly refused: 'not-now' | 'not-yours' | 'text-changed' | 'too-early' }

/**
 * T14: the other has not answered within 14 days, and whoever has, closes the text as it is: held and written down, without
 * the other's answer. Where the concept signs that is the host's alone, and where it asks for a tap (D11) either's. Nobody
 * answers for anybody, and it never happens by itself.
 */
export function closeUnanswered(
  signer: Signer,
  version: number,
  { aloneFrom }: ClosingDays,
  today: LocalDate,
): { status: Status } | UnansweredRefusal {
  const next = move(
    signer.closing === 'sign' ? 'leaveUnsigned' : 'leaveUnanswered',
    signer.status,
    signer.role,
  )
  if ('refused' in next) return next
  if (version !== signer.version) return { refused: 'text-changed' }
  const mine = signer.answers[signer.role]
  const others = signer.answers[otherRole(signer.role)]
  if (mine === undefined || mine === 'refused' || others !== undefined) return { refused: 'not-now' }
  return today < aloneFrom ? { refused: 'too-early' } : next
}
