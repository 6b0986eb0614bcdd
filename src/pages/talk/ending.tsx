import { changeConversation } from '../../db/conversations.ts'
import { listSittings } from '../../db/sittings.ts'
import { goOnTalking, holdTalk } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { type Answer, isAutosave } from '../submission.ts'
import { EndingPage } from './ending-page.tsx'
import { standingNews } from './news.ts'
import { turnTime } from './time.ts'
import { roomIsOpen, roomOf, tell, type Visit } from './visit.ts'

export async function showEnding(visit: Visit): Promise<Response> {
  const { c, talk } = visit
  if (isAutosave(c)) return c.json(standingNews(visit))
  if (!roomIsOpen(talk)) return c.redirect(urls.talk({ id: talk.id }), 303)
  return turnTime(c, urls.ending({ id: talk.id })) ?? page(c, <EndingPage {...(await loadEnding(visit))} />)
}

/** The end of the talk, with the days they have met before. */
export const loadEnding = async (visit: Visit) => ({
  ...roomOf(visit),
  sittings: await listSittings(visit.tx, visit.talk),
})

/** T10: one says that the talk has been held, the other confirms it; either may say not yet. */
export async function end(visit: Visit, form: Form): Promise<Answer> {
  const { tx, c, talk } = visit
  const here = { to: urls.ending({ id: talk.id }) }
  const decided = form.text('do') === 'not-yet' ? goOnTalking(talk) : holdTalk(talk, c.var.now)
  if ('refused' in decided) return here
  const isHeld = 'heldOn' in decided
  if (!isHeld && decided.proposed === talk.endProposedBy) return here
  await changeConversation(
    tx,
    talk,
    isHeld
      ? { status: decided.status, held_on: decided.heldOn, end_proposed_by: null }
      : { end_proposed_by: decided.proposed },
  )
  const what = isHeld ? 'talk-held' : decided.proposed ? 'end-proposed' : 'end-put-off'
  await tell(visit, [what])
  return what === 'end-put-off' ? { to: urls.talk({ id: talk.id }) } : here
}
