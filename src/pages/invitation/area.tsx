import { listClosedWeeks } from '../../db/closed-weeks.ts'
import { changeConversation, getConversation, holdConversation } from '../../db/conversations.ts'
import { findOfferedTime, listStandingTimes, offerTimes } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { isInviting, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { invite } from '../../domain/invitation.ts'
import { move } from '../../domain/lifecycle.ts'
import { mayWantOther } from '../../domain/sitting.ts'
import { urls } from '../../urls.ts'
import { invitation as texts } from '../../words/invitation.ts'
import { calendarAnswer } from '../calendar-answer.ts'
import { type Area, idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { setTime } from '../new-time/agreeing.ts'
import { NewTimePage } from '../new-time/new-time-page.tsx'
import { newTimeShown } from '../new-time/shown.ts'
import { page } from '../page.tsx'
import { errorsOf } from '../planning/planning-errors.ts'
import { timeFaultsOf } from '../planning/planning-faults.ts'
import { readTimes, typedTimes } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { reads, writes } from '../talks.ts'
import { calendarFile } from './calendar-file.ts'
import { InvitationPage } from './invitation-page.tsx'
import { invitationShown } from './invitation-shown.ts'

/** The letter and its answer: pick a time, ask for others, give more. */
export const invitation: Area = (app, deps) => {
  app.get(
    urls.invitation.pattern,
    reads(deps, async (tx, me, c) => {
      const talk = await getConversation(tx, me, idOf(c))
      return page(c, <InvitationPage {...(await invitationShown(tx, talk, c, deps))} held />)
    }),
  )
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [urls.time, urls.otherTimes, urls.times])
    app.get(pattern, c => c.redirect(urls.invitation({ id: idOf(c) }), 303))
  app.post(urls.time.pattern, writes(deps, pickTime))
  app.post(
    urls.otherTimes.pattern,
    writes(deps, (tx, _, me, c) => askForOtherTimes(tx, me, c, deps)),
  )
  app.post(urls.times.pattern, writes(deps, giveMoreTimes))
  app.get(
    urls.calendar.pattern,
    reads(deps, async (tx, me, c) => {
      const talk = await getConversation(tx, me, idOf(c))
      const file = calendarFile(talk, deps.origin, c.var.now)
      if (!file) return c.redirect(urls.invitation({ id: talk.id }), 303)
      return calendarAnswer(c, file)
    }),
  )
}

/** T2, and T3 or T5 where the participant picks another of the host's times. */
async function pickTime(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const t = texts[c.var.language]
  const talk = await holdConversation(tx, me, idOf(c))
  const isTheirs = talk.role === 'participant' && !('refused' in move('agree', talk.status, talk.role))
  if (!isTheirs) return { to: urls.invitation({ id: talk.id }) }
  const slot = form.text('slot')
  const time = slot ? await findOfferedTime(tx, talk, slot, c.var.now) : undefined
  const answer = time ? await setTime(tx, me, c, deps, talk, time) : 'taken'
  if (answer !== 'taken') return { to: urls.conversation({ id: talk.id }) }
  const status = slot ? 409 : 422
  const errors = [{ field: 'slot', text: slot ? t.justTaken : t.noneChosen }]
  const show =
    talk.status === 'invited' ? (
      <InvitationPage {...(await invitationShown(tx, talk, c, deps))} errors={errors} />
    ) : (
      <NewTimePage {...(await newTimeShown(tx, talk, c, deps))} errors={errors} />
    )
  return { show, status }
}

/** T3, T9: none of the times fits, or not the one the other has set, and others are asked for. No reason is wanted. */
async function askForOtherTimes(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const { id, status } = talk
  const back = { to: status === 'invited' ? urls.invitation({ id }) : urls.conversation({ id }) }
  if (!mayWantOther(talk)) return back
  await changeConversation(tx, talk, { times_wanted_at: c.var.now })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'other-times-wanted', conversation: id }],
    mails: [{ to: otherIn(talk).id, kind: 'times-wanted', conversation: id }],
  })
  return back
}

async function giveMoreTimes(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const back = { to: urls.invitation({ id: talk.id }) }
  if (!isInviting(talk)) return back
  const lines = typedTimes(form)
  const { times, faults, meant } = readTimes(lines)
  const wish = {
    minutes: talk.minutes,
    place: talk.place,
    standing: await listStandingTimes(tx, me, c.var.now),
    closed: await listClosedWeeks(tx, talk, localDateOf(c.var.now)),
    meant,
    lengthMeant: true,
    times: times.map(time => time.instant),
  }
  const decided = invite(talk.form, wish, c.var.now)
  if (faults.length > 0 || 'refusals' in decided) {
    const refusals = 'refusals' in decided ? decided.refusals : []
    const errors = errorsOf(timeFaultsOf({ times, timeFaults: faults }, refusals), c.var.language)
    return {
      show: <InvitationPage {...(await invitationShown(tx, talk, c, deps))} lines={lines} errors={errors} />,
      status: 422,
    }
  }
  await dropProposedTimes(tx, talk)
  await offerTimes(tx, deps.random, talk, decided.times)
  await changeConversation(tx, talk, { times_wanted_at: null })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'times-offered', conversation: talk.id }],
    mails: [{ to: talk.participant.id, kind: 'invitation', conversation: talk.id }],
  })
  return back
}
