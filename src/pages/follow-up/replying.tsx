import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { urls } from '../../urls.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { isAnswer, readCalendarReply } from '../new-time/calendar-reply.ts'
import type { Answer } from '../submission.ts'
import { holdRunning } from './offering.tsx'
import { StatusPage } from './status-page.tsx'

/** A calendar's answer to the time of a follow-up: read aloud, and nothing is changed by it. */
export async function handInReply(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp } = shown
  if (followUp.status !== 'agreed') return { to: urls.followUp({ id: talk.id }) }
  const reply = await readCalendarReply(followUp, form.file('file'))
  return { show: <StatusPage {...shown} reply={reply} />, status: isAnswer(reply) ? 200 : 422 }
}
