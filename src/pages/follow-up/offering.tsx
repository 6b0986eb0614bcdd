import { holdConversation } from '../../db/conversations.ts'
import { changeFollowUp, offerFollowUpTimes } from '../../db/follow-ups.ts'
import { listStandingTimes } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import { holdTimesOf, listBusy } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { followUpMinutes, isRunning, mostFollowUpTimes, pickTime } from '../../domain/follow-up.ts'
import { invite } from '../../domain/invitation.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { errorsOf } from '../planning/planning-errors.ts'
import { timeFaultsOf } from '../planning/planning-faults.ts'
import { readTimes, type TypedTime, typedTimes } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import type { Running } from './card.tsx'
import { followUpShown } from './shown.ts'
import { StatusPage } from './status-page.tsx'

/** A follow-up that runs, held for this transaction; nothing when none does. */
export async function holdRunning(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
): Promise<Running | Conversation> {
  const talk = await holdConversation(tx, me, idOf(c))
  const shown = await followUpShown(tx, c, deps, talk)
  const { followUp } = shown
  return followUp && isRunning(followUp) ? { ...shown, followUp } : talk
}

/** The leader answers with up to three times, also others instead. */
export async function offer(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp } = shown
  const back = { to: urls.followUp({ id: talk.id }) }
  if (talk.role !== 'host' || followUp.status !== 'wanted') return back
  const read = await timesIn(tx, form, me, c, shown)
  if ('errors' in read) return { show: <StatusPage {...shown} {...read} />, status: 422 }
  await offerFollowUpTimes(tx, deps.random, talk, followUp.id, read.given)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'follow-up-times-offered', conversation: talk.id }],
    mails: [{ to: talk.participant.id, kind: 'follow-up-times', conversation: talk.id }],
  })
  return back
}

type Mending = { lines: readonly TypedTime[]; errors: readonly FormError[] }

/** The times meant, judged as those of an invitation; or what is to be mended in them. */
async function timesIn(
  tx: Tx,
  form: Form,
  me: Me,
  c: PageContext,
  { talk, closed }: Running,
): Promise<{ given: readonly Date[] } | Mending> {
  const lines = typedTimes(form).slice(0, mostFollowUpTimes)
  const { times, faults, meant } = readTimes(lines)
  const wish = {
    minutes: followUpMinutes,
    place: null,
    standing: await listStandingTimes(tx, me, c.var.now),
    closed,
    meant,
    lengthMeant: true,
    times: times.map(time => time.instant),
  }
  const decided = invite(talk.form, wish, c.var.now)
  if (faults.length === 0 && 'times' in decided) return { given: wish.times }
  const refusals = 'refusals' in decided ? decided.refusals : []
  return { lines, errors: errorsOf(timeFaultsOf({ times, timeFaults: faults }, refusals), c.var.language) }
}

/** Whether both are free then; whoever else would have a time of either waits until this is done. */
async function isFree(tx: Tx, talk: Conversation, startsAt: Date): Promise<boolean> {
  await holdTimesOf(tx, talk)
  return (await listBusy(tx, talk, { startsAt, minutes: followUpMinutes })).length === 0
}

/** The asker picks one of them; both are told. */
export async function pick(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp, times } = shown
  if (talk.role !== 'participant' || followUp.status !== 'wanted')
    return { to: urls.followUp({ id: talk.id }) }
  const t = texts[c.var.language]
  const chosen = times.find(({ id }) => id === form.text('time'))
  if (!chosen || !(await isFree(tx, talk, chosen.startsAt))) {
    const status = form.has('time') ? 409 : 422
    const again = await followUpShown(tx, c, deps, talk)
    const error = status === 409 ? t.gone : t.noneChosen
    return { show: <StatusPage {...again} followUp={followUp} error={error} />, status }
  }
  const { dueOn, sequence } = pickTime(followUp, chosen.startsAt)
  await changeFollowUp(tx, talk, followUp.id, {
    status: 'agreed',
    starts_at: chosen.startsAt,
    was_at: null,
    due_on: dueOn,
    calendar_sequence: sequence,
  })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'follow-up-agreed', conversation: talk.id }],
    mails: [talk.host, talk.participant].map(({ id: to }) => ({
      to,
      kind: 'follow-up-agreed',
      conversation: talk.id,
    })),
  })
  return { to: urls.plan({ id: talk.id }) }
}
