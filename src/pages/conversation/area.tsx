import { findSuperseded } from '../../db/concepts.ts'
import { getConversation } from '../../db/conversations.ts'
import { findHeldLetter } from '../../db/mails.ts'
import { getStandings, notBegun } from '../../db/standing.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { ConversationPage } from './conversation-page.tsx'

/** One conversation's own page: its next step, its time and the ways into it. */
export const conversation: Area = (app, deps) => {
  app.get(
    urls.conversation.pattern,
    reads(deps, async (tx, me, c) => {
      const talk = await getConversation(tx, me, c.req.param('id') ?? '')
      const standings = await getStandings(tx, me, [talk])
      const standing = standings.get(talk.id) ?? notBegun
      const superseded = await findSuperseded(tx, talk)
      const goes = await findHeldLetter(tx, talk, c.var.now)
      return page(
        c,
        <ConversationPage
          frame={frameOf(c, deps)}
          {...{ talk, standing, superseded, goes }}
          now={c.var.now}
        />,
      )
    }),
  )
}
