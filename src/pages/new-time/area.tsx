import { getConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { isToAnswerTimes } from '../../domain/conversation.ts'
import { move } from '../../domain/lifecycle.ts'
import { mayCallOff, mayDecline } from '../../domain/rearranging.ts'
import { urls } from '../../urls.ts'
import { type Area, idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { answerTimes } from './answering.tsx'
import { isAnswer, readCalendarReply } from './calendar-reply.ts'
import { CallingOffPage } from './calling-off-page.tsx'
import { DecliningPage } from './declining-page.tsx'
import { callOffTalk, declineTalk, takeUpTalk } from './ending.tsx'
import { NewTimePage } from './new-time-page.tsx'
import { postponeTalk } from './postponing.tsx'
import { proposedTimes } from './proposed-answer.tsx'
import { propose } from './proposing.tsx'
import { newTimeShown } from './shown.ts'

type Show = (tx: Tx, me: Me, c: PageContext, deps: Deps) => Promise<Response>
type Write = (tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps) => Promise<Answer>

/** Another time, a later one, or none (T3–T7). */
export const newTime: Area = (app, deps) => {
  const shows = (show: Show) => reads(deps, show)
  const takes = (write: Write) => writes(deps, write)
  app.get(urls.newTime.pattern, shows(showNewTime))
  app.get(urls.declining.pattern, shows(showDeclining))
  app.get(urls.callingOff.pattern, shows(showCallingOff))
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [urls.timeAnswer, urls.postponement, urls.takingUp, urls.calendarReply])
    app.get(pattern, c => c.redirect(urls.newTime({ id: idOf(c) }), 303))
  app.post(urls.newTime.pattern, takes(propose))
  app.post(urls.timeAnswer.pattern, takes(answerTimes))
  app.post(urls.postponement.pattern, takes(postponeTalk))
  app.post(urls.declining.pattern, takes(declineTalk))
  app.post(urls.takingUp.pattern, takes(takeUpTalk))
  app.post(urls.callingOff.pattern, takes(callOffTalk))
  app.post(urls.calendarReply.pattern, takes(handInReply))
}

/** Before there is a time, the letter's own page is the place; after the talk has begun, there is none to find. */
const showNewTime: Show = async (tx, me, c, deps) => {
  const talk = await getConversation(tx, me, idOf(c))
  const { id, status } = talk
  if (status === 'invited')
    return c.redirect(`${urls.invitation({ id })}${isToAnswerTimes(talk) ? proposedTimes : ''}`, 303)
  if ('refused' in move('propose', status, talk.role)) return c.redirect(urls.conversation({ id }), 303)
  return page(c, <NewTimePage {...(await newTimeShown(tx, talk, c, deps))} />)
}

const showDeclining: Show = async (tx, me, c, deps) => {
  const talk = await getConversation(tx, me, idOf(c))
  if (!mayDecline(talk)) return c.redirect(urls.conversation({ id: talk.id }), 303)
  return page(c, <DecliningPage frame={frameOf(c, deps)} talk={talk} now={c.var.now} />)
}

const showCallingOff: Show = async (tx, me, c, deps) => {
  const talk = await getConversation(tx, me, idOf(c))
  if (!mayCallOff(talk)) return c.redirect(urls.conversation({ id: talk.id }), 303)
  return page(c, <CallingOffPage frame={frameOf(c, deps)} talk={talk} />)
}

const handInReply: Write = async (tx, form, me, c, deps) => {
  const talk = await getConversation(tx, me, idOf(c))
  if (talk.status !== 'agreed') return { to: urls.conversation({ id: talk.id }) }
  const reply = await readCalendarReply(talk, form.file('file'))
  const status = isAnswer(reply) ? 200 : 422
  return { show: <NewTimePage {...(await newTimeShown(tx, talk, c, deps))} reply={reply} />, status }
}
