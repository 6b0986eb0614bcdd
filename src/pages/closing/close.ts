import { changeConversation } from '../../db/conversations.ts'
import { endEarlier } from '../../db/live-plans.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Status } from '../../domain/lifecycle.ts'
import type { Me, PageContext } from '../context.ts'
import { saveAs } from '../save-as.ts'

/** T13, T14: nothing more is asked. Every text gets its day of deletion (app.date_shelves), both are told, and the papers are drawn. */
export async function close(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  status: Status,
): Promise<void> {
  await changeConversation(tx, talk, { status, closed_at: c.var.now })
  await endEarlier(tx, talk)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'conversation-closed', conversation: talk.id }],
    mails: [talk.host, talk.participant].map(({ id: to }) => ({
      to,
      kind: 'plan-ready',
      conversation: talk.id,
    })),
    draw: talk.id,
  })
}
