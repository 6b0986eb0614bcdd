import { changeFollowUp, dropFollowUpTime } from '../../db/follow-ups.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { type FollowUp, giveUpTime } from '../../domain/follow-up.ts'
import { urls } from '../../urls.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { holdRunning } from './offering.tsx'

/** Either of the two cannot at the agreed time: it falls away, and the leader gives others. The clock goes on. */
export async function askForOtherTime(tx: Tx, _: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp } = shown
  const isOff = followUp.saidBy === null && (await letGoOfFollowUp(tx, talk, followUp, 'wanted'))
  if (isOff)
    await saveAs(tx, deps, me, c, {
      events: [{ what: 'follow-up-off', conversation: talk.id }],
      mails: offMails(talk),
    })
  return { to: urls.followUp({ id: talk.id }) }
}

/** Takes the agreed time away, if there is one, and tells whether there was. */
export async function letGoOfFollowUp(
  tx: Tx,
  talk: Conversation,
  followUp: FollowUp,
  status: 'wanted' | 'withdrawn',
): Promise<boolean> {
  const left = giveUpTime(followUp)
  if (!left) return false
  const { startsAt, wasAt, sequence } = left
  // What the leader cannot is offered no more; what the asker leaves may still be picked.
  if (talk.role === 'host') await dropFollowUpTime(tx, talk, followUp.id, wasAt)
  await changeFollowUp(tx, talk, followUp.id, {
    status,
    starts_at: startsAt,
    was_at: wasAt,
    calendar_sequence: sequence,
    said_by: null,
    said_on: null,
  })
  return true
}

/** Both are told, so that it goes out of both calendars. */
export const offMails = ({ id, host, participant }: Conversation) =>
  [host, participant].map(each => ({ to: each.id, kind: 'follow-up-off' as const, conversation: id }))
