import { getConversation, holdConversation } from '../../db/conversations.ts'
import { addFollowUp } from '../../db/follow-ups.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { type Asking, dueByAnswer, isRunning, lineLimit, mayAsk } from '../../domain/follow-up.ts'
import { cleanText, tooLong } from '../../domain/text.ts'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { AskPage } from './ask-page.tsx'
import { type FollowUpShown, followUpShown } from './shown.ts'
import { StatusPage } from './status-page.tsx'

/** The follow-up that runs; else the page to ask on, for whoever may. */
export async function showFollowUp(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const shown = await followUpShown(tx, c, deps, talk)
  const { followUp } = shown
  if (followUp && isRunning(followUp)) return page(c, <StatusPage {...shown} followUp={followUp} />)
  return mayAsk(talk) ? page(c, <AskPage {...shown} />) : c.redirect(urls.plan({ id: talk.id }), 303)
}

/** T16, day 0: the wish, its deadline, and a mail to the leader. Asking twice is asking once. */
export async function ask(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const shown = await followUpShown(tx, c, deps, talk)
  const { followUp, asking, today } = shown
  const line = cleanText(form.text('line'))
  if (!mayAsk(talk)) return { to: urls.plan({ id: talk.id }) }
  if (followUp && isRunning(followUp)) return askedBefore(shown, line)
  if (tooLong(line, lineLimit)) {
    const error = texts[c.var.language].tooLong(lineLimit)
    return { show: <AskPage {...shown} typed={form.text('line')} error={error} />, status: 422 }
  }
  const asked = { at: c.var.now, askedOn: today, line, ...deadlineOf(asking, form) }
  await addFollowUp(tx, deps.keys, deps.random, talk, asked)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'follow-up-asked', conversation: talk.id }],
    mails: [{ to: talk.host.id, kind: 'follow-up-asked', conversation: talk.id }],
  })
  return { to: urls.plan({ id: talk.id }) }
}

/** A line from another page than the one that was sent stays where it was typed. */
function askedBefore(shown: FollowUpShown, line: string): Answer {
  if (line === '' || line === shown.line) return { to: urls.plan({ id: shown.talk.id }) }
  return { show: <AskPage {...shown} typed={line} error={texts[shown.frame.language].asked} />, status: 409 }
}

/** Before the house closes, after it opens, or the fourteen days. */
function deadlineOf(asking: Asking, form: Form) {
  const answer = answerIn(form)
  const dueOn = asking.closed && answer && dueByAnswer(asking, answer)
  return dueOn ? { dueOn, closedWeeks: answer ?? null } : { dueOn: asking.dueOn, closedWeeks: null }
}

export function answerIn(form: Form): 'before' | 'after' | undefined {
  const weeks = form.text('weeks')
  return weeks === 'before' || weeks === 'after' ? weeks : undefined
}
