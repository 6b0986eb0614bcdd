import { getConversation } from '../../db/conversations.ts'
import { urls } from '../../urls.ts'
import { type Area, idOf } from '../context.ts'
import { page } from '../page.tsx'
import { reads, writes } from '../talks.ts'
import { ConversationPage } from './conversation-page.tsx'
import { writePlace } from './placing.tsx'
import { conversationShown } from './shown.ts'

/** One conversation's own page: its next step, its time and place, and the ways into it. */
export const conversation: Area = (app, deps) => {
  app.get(
    urls.conversation.pattern,
    reads(deps, async (tx, me, c) => {
      const talk = await getConversation(tx, me, idOf(c))
      return page(c, <ConversationPage {...(await conversationShown(tx, me, c, deps, talk))} />)
    }),
  )
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  app.get(urls.place.pattern, c => c.redirect(urls.conversation({ id: idOf(c) }), 303))
  app.post(urls.place.pattern, writes(deps, writePlace))
}
