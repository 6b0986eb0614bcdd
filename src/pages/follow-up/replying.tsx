import { getConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { isRunning } from '../../domain/follow-up.ts'
import { urls } from '../../urls.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { isAnswer, readCalendarReply } from '../new-time/calendar-reply.ts'
import type { Answer } from '../submission.ts'
import { followUpShown } from './shown.ts'
import { StatusPage } from './status-page.tsx'

/** A calendar's answer to the time of a follow-up: read aloud, and nothing is changed by it. */
export async function handInReply(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await getConversation(tx, me, idOf(c))
  const shown = await followUpShown(tx, c, deps, talk)
  const { followUp } = shown
  if (!followUp || !isRunning(followUp)) return { to: urls.plan({ id: talk.id }) }
  if (followUp.status !== 'agreed') return { to: urls.followUp({ id: talk.id }) }
  const reply = await readCalendarReply(followUp, form.file('file'))
  return {
    show: <StatusPage {...shown} followUp={followUp} reply={reply} />,
    status: isAnswer(reply) ? 200 : 422,
  }
}
