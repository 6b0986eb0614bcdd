import { getConclusions } from '../../db/conclusions.ts'
import { changeConversation } from '../../db/conversations.ts'
import { listPoints } from '../../db/plans.ts'
import { countShared } from '../../db/sharing.ts'
import { beginTalk } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import { page } from '../page.tsx'
import { type Answer, isAutosave } from '../submission.ts'
import { CoursePage } from './course-page.tsx'
import { standingNews } from './news.ts'
import { StartPage } from './start-page.tsx'
import { turnTime } from './time.ts'
import { loadAbout } from './topic-shown.ts'
import { roomIsOpen, roomOf, tell, type Visit } from './visit.ts'

/** The talk's first page: before it the frame and the way in, from then on its course. */
export async function showTalk(visit: Visit): Promise<Response> {
  const { tx, c, deps, talk } = visit
  if (isAutosave(c)) return c.json(standingNews(visit))
  const room = roomOf(visit)
  if (talk.status === 'agreed') {
    const shared = {
      host: await countShared(tx, talk, talk.host.id),
      participant: await countShared(tx, talk, talk.participant.id),
    }
    return page(c, <StartPage {...room} shared={shared} sent={visit.sent} />)
  }
  if (!roomIsOpen(talk)) return c.redirect(urls.conversation({ id: talk.id }), 303)
  const turned = turnTime(c, urls.talk({ id: talk.id }))
  if (turned) return turned
  const conclusions = await getConclusions(tx, deps.keys, talk)
  const points = await listPoints(tx, deps.keys, talk)
  const about = await loadAbout(visit)
  return page(c, <CoursePage {...room} conclusions={conclusions} points={points} about={about} />)
}

/** T8: on the day it begins at once; before it, the first one's word is kept until the other says the same. */
export async function begin(visit: Visit): Promise<Answer> {
  const { tx, c, talk } = visit
  const decided = beginTalk(talk, c.var.now)
  const here = { to: urls.talk({ id: talk.id }) }
  if ('refused' in decided) return here
  const proposes = 'proposed' in decided
  if (proposes && talk.beginProposedBy === decided.proposed) return here
  await changeConversation(
    tx,
    talk,
    proposes
      ? { begin_proposed_by: decided.proposed }
      : { status: decided.status, begin_proposed_by: null, begun_at: c.var.now },
  )
  await tell(visit, proposes ? ['begin-proposed'] : ['frame-agreed', 'talk-begun'])
  return here
}
