import { getConversation } from '../../db/conversations.ts'
import { changeFollowUp } from '../../db/follow-ups.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { dueByAnswer, isRunning, laterBy, movedTo } from '../../domain/follow-up.ts'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { answerIn } from './asking.tsx'
import type { Running } from './card.tsx'
import { letGoOfFollowUp, offMails } from './giving-up.ts'
import { LaterPage } from './later-page.tsx'
import { holdRunning } from './offering.tsx'
import { followUpShown } from './shown.ts'

export async function showLater(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const shown = await followUpShown(tx, c, deps, talk)
  const { followUp } = shown
  const isMine = talk.role === 'participant' && followUp && isRunning(followUp)
  return isMine
    ? page(c, <LaterPage {...shown} followUp={followUp} />)
    : c.redirect(urls.followUp({ id: talk.id }), 303)
}

/** The asker's own deadline: the answer about closing weeks, »Senere er fint«, or that it is not needed any more. */
export async function move(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp } = shown
  if (talk.role !== 'participant') return { to: urls.followUp({ id: talk.id }) }
  const change = changeIn(form, shown)
  if (!change) {
    const error = texts[c.var.language].laterNone
    return { show: <LaterPage {...shown} error={error} />, status: 422 }
  }
  const isWithdrawn = 'status' in change
  const isOff = isWithdrawn && (await letGoOfFollowUp(tx, talk, followUp, 'withdrawn'))
  if (!isOff) await changeFollowUp(tx, talk, followUp.id, change)
  const what = isWithdrawn ? 'follow-up-withdrawn' : 'follow-up-moved'
  const mails = isOff ? offMails(talk) : []
  await saveAs(tx, deps, me, c, { events: [{ what, conversation: talk.id }], mails })
  return { to: urls.plan({ id: talk.id }) }
}

function changeIn(form: Form, { asking, followUp, today }: Running) {
  if (form.text('do') === 'withdraw') return { status: 'withdrawn' as const }
  const answer = answerIn(form)
  const answered = answer && dueByAnswer(asking, answer)
  if (answer && answered) return { closed_weeks: answer, due_on: answered }
  const days = laterBy.find(each => String(each) === form.text('days'))
  return days && { due_on: movedTo(followUp, today, days) }
}
