import { getConversation } from '../../db/conversations.ts'
import { findFollowUp } from '../../db/follow-ups.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { urls } from '../../urls.ts'
import { calendarAnswer } from '../calendar-answer.ts'
import { type Area, idOf, type Me, type PageContext } from '../context.ts'
import { reads, writes } from '../talks.ts'
import { ask, showFollowUp } from './asking.tsx'
import { followUpFile } from './calendar-file.ts'
import { askForOtherTime } from './giving-up.ts'
import { hold } from './holding.ts'
import { move, showLater } from './moving.tsx'
import { offer, pick } from './offering.tsx'
import { handInReply } from './replying.tsx'

const forms = [
  [urls.followUp, ask],
  [urls.followUpTimes, offer],
  [urls.followUpTime, pick],
  [urls.followUpLater, move],
  [urls.followUpHeld, hold],
  [urls.followUpOtherTime, askForOtherTime],
  [urls.followUpCalendarReply, handInReply],
] as const

/** »Bed om en opfølgning«: asked for, given times, picked, held (T16). */
export const followUp: Area = (app, deps) => {
  app.get(urls.followUp.pattern, reads(deps, showFollowUp))
  app.get(urls.followUpLater.pattern, reads(deps, showLater))
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [
    urls.followUpTimes,
    urls.followUpTime,
    urls.followUpHeld,
    urls.followUpOtherTime,
    urls.followUpCalendarReply,
  ])
    app.get(pattern, c => c.redirect(urls.followUp({ id: idOf(c) }), 303))
  for (const [{ pattern }, work] of forms) app.post(pattern, writes(deps, work))
  app.get(urls.followUpCalendar.pattern, reads(deps, giveFile))
}

async function giveFile(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const followUp = await findFollowUp(tx, talk)
  const page = urls.followUp({ id: talk.id })
  const file = followUp && followUpFile(followUp, `${deps.origin}${page}`, c.var.now)
  return file ? calendarAnswer(c, file) : c.redirect(page, 303)
}
