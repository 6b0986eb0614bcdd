import { changeConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes, letGoOfTime, replaceProposedTimes } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { parseDate, sayDayAndMonth } from '../../domain/day-words.ts'
import {
  latestPostponement,
  type Postponement,
  type PostponeRefusal,
  type ProposalRefusal,
  postpone,
  proposeTimes,
} from '../../domain/rearranging.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import { urls } from '../../urls.ts'
import { newTime } from '../../words/new-time.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { dayField, meantField, readTimes, timeField } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { NewTimePage } from './new-time-page.tsx'
import { errorsIn, standingWith } from './proposing.tsx'
import { newTimeShown, wishFields } from './shown.ts'

/**
 * T4: the time falls away at once. A new one may be proposed in the same step. Without a day to find one by, there are 30
 * days: on the morning itself, one tap.
 */
export async function postponeTalk(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const typed = form.text('until')
  const decided = postpone(talk, untilIn(typed), c.var.now)
  const wished = await wishIn(tx, form, me, c, talk)
  const fault = 'refused' in decided ? faultOf(decided, c) : undefined
  if ('refused' in decided && !fault) return { to: urls.conversation({ id: talk.id }) }
  if ('refused' in decided || wished.errors.length > 0) {
    const errors = [...wished.errors, ...(fault ? [{ field: 'until', text: fault }] : [])]
    const shown = { ...(await newTimeShown(tx, talk, c, deps)), errors }
    return { show: <NewTimePage {...shown} wish={wished.wish} until={typed} />, status: 422 }
  }
  await keep(tx, talk, decided, c.var.now)
  if (wished.times.length > 0) await replaceProposedTimes(tx, deps.random, talk, wished.times, c.var.now)
  await saveAs(tx, deps, me, c, traceOf(talk, wished.times.length > 0))
  return { to: urls.newTime({ id: talk.id }) }
}

/** The new time that is proposed in the same step: none, one, or what is to be mended in it. */
async function wishIn(tx: Tx, form: Form, me: Me, c: PageContext, talk: Conversation) {
  const { day, time, meant: ticked } = wishFields
  const wish = { day: form.text(day), time: form.text(time), meant: form.text(ticked) }
  const { times: read, faults, meant } = readTimes([wish])
  const errorsOf = (refusals: readonly ProposalRefusal[]) =>
    errorsIn({ times: read, timeFaults: faults }, refusals, c.var.language).map(inWish)
  if (read.length === 0) return { wish, times: [], errors: errorsOf([]) }
  const times = read.map(({ instant }) => instant)
  const decided = proposeTimes(talk, { times, meant, ...(await standingWith(tx, me, c, talk)) }, c.var.now)
  return { wish, times, errors: errorsOf('refusals' in decided ? decided.refusals : []) }
}

const inWish = ({ field, text }: FormError): FormError => ({
  field: inWishOf.find(([line]) => line === field)?.[1] ?? wishFields.day,
  text,
})

const inWishOf = [
  [dayField(0), wishFields.day],
  [timeField(0), wishFields.time],
  [meantField(0), wishFields.meant],
] as const

const traceOf = (talk: Conversation, proposes: boolean) => ({
  events: ['postponed', ...(proposes ? ['times-proposed'] : [])].map(what => ({
    what,
    conversation: talk.id,
  })),
  mails: [talk.host, talk.participant].map(({ id }) => mailTo(id, talk)),
})

const mailTo = (to: string, { id }: Conversation) => ({ to, kind: 'postponed' as const, conversation: id })

async function keep(tx: Tx, talk: Conversation, decided: Postponement, now: Date) {
  await dropProposedTimes(tx, talk)
  // What the host cannot, nobody else is offered; what the participant cannot, somebody else may pick.
  await letGoOfTime(tx, talk, talk.role === 'host')
  await changeConversation(tx, talk, {
    status: decided.status,
    starts_at: decided.startsAt,
    was_at: decided.wasAt,
    calendar_sequence: decided.sequence,
    begin_proposed_by: null,
    postponed_at: now,
    postponed_by: meIn(talk).id,
    postponed_until: decided.until,
    host_postponements: decided.hostPostponements,
  })
}

// What is no date is told from no day at all.
function untilIn(typed: string) {
  if (typed.trim() === '') return undefined
  const date = parseDate(typed)
  return typeof date === 'string' ? date : typed
}

/** The sentence under the field; nothing where this is not the moment. */
function faultOf({ refused }: PostponeRefusal, c: PageContext): string | undefined {
  const t = newTime[c.var.language]
  if (refused === 'unreadable-until') return t.unreadableUntil
  if (refused === 'past-until') return t.pastUntil
  if (refused !== 'late-until') return undefined
  return t.lateUntil(sayDayAndMonth(latestPostponement(c.var.now), c.var.language))
}
