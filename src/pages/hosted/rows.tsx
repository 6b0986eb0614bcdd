import type { Led } from '../../db/invitations.ts'
import { notBegun, type Standing } from '../../db/standing.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { nextBy, type SinceLast } from '../../domain/hosted-year.ts'
import { type Locked, type NextStep, nextStep } from '../../domain/next-step.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { isOverdue } from '../../domain/record/signing.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import type { YearRow } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { home } from '../../words/home.ts'
import { hosted } from '../../words/hosted.ts'
import { job } from '../../words/job.ts'
import { plan } from '../../words/plan.ts'
import type { Language } from '../../words/words.ts'
import { glyphOf } from '../conversation/conversation-page.tsx'
import { proposalAnchor } from '../plan/proposal.tsx'
import type { Frame } from '../shell.tsx'
import { sayStands } from '../stands.ts'
import { stepLinks } from '../step-link.ts'

type Shown = { frame: Frame; standings: ReadonlyMap<string, Standing>; now: Date }

const hostSteps: readonly NextStep[] = [
  ...(['give-times', 'answer-times', 'find-time', 'find-next-time'] as const),
  ...(['confirm-held', 'freeze', 'close', 'close-unanswered', 'begin'] as const),
]

/** Whether nothing happens until the host does something. */
export function waitsForHost(talk: Conversation, standing: Standing, now: Date): boolean {
  return hostSteps.includes(nextStep(talk, standing, now))
}

/** Somebody who has had no talk for twelve months; the first alone has the button. */
export function missingRow({ led, lastHeld }: SinceLast<Led>, language: Language, isFirst: boolean): YearRow {
  const t = hosted[language]
  const Way = isFirst ? ButtonLink : Link
  return {
    name: led.name,
    place: led.unit,
    status: 'missing-time',
    statusLabel: t.missing,
    what: led.title,
    when: lastHeld && t.lastHeld(sayDate(lastHeld, language)),
    action: (
      <Way href={urls.planning({ post: led.post })} label={`${t.invite} ${led.name}`}>
        {t.invite}
      </Way>
    ),
  }
}

/** Somebody whose year since the last talk is not over yet. */
export function laterRow({ led, lastHeld = '' }: SinceLast<Led>, language: Language): YearRow {
  const t = hosted[language]
  return {
    name: led.name,
    place: led.unit,
    status: 'held',
    statusLabel: t.heldPart,
    what: lastHeld ? t.lastHeld(sayDate(lastHeld, language)) : led.title,
    when: lastHeld ? t.nextBy(sayDate(nextBy(lastHeld), language)) : undefined,
    action: (
      <Link href={urls.planning({ post: led.post })} label={`${t.invite} ${led.name}`}>
        {t.invite}
      </Link>
    ),
  }
}

/** A talk under way: where it stands, when it is, and what the host can do. */
export function talkRow(talk: Conversation, { frame, standings, now }: Shown, hasButton: boolean): YearRow {
  const { language } = frame
  const standing = standings.get(talk.id) ?? notBegun
  const step = nextStep(talk, standing, now)
  const Way = hasButton ? ButtonLink : Link
  const words =
    step === 'nothing'
      ? undefined
      : home[language].steps[step](talk.form.label.short, talk.participant.name, '', talk.form.closing)
  return {
    name: talk.participant.name,
    place: talk.unit,
    status: glyphOf(talk),
    statusLabel: sayStands(talk, step, language),
    what: whatOf(talk, now, language),
    when: whenOf(talk, standing, { step, now, language }),
    action: step !== 'nothing' && words && (
      <Way href={stepLinks[step]({ id: talk.id })} label={`${words.action}: ${talk.participant.name}`}>
        {words.action}
      </Way>
    ),
  }
}

function whatOf(talk: Conversation, now: Date, language: Language): string {
  const t = hosted[language]
  if (talk.heldOn) return plan[language].heldOn(sayDayAndMonth(talk.heldOn, language))
  if (talk.startsAt) return sayTalkTime(talk.startsAt, talk.minutes, language)
  return talk.status === 'postponed' && talk.postponedUntil
    ? t.newTimeBy(sayDayAndMonth(talk.postponedUntil, language))
    : t.since(sayDate(localDateOf(talk.invitedAt ?? now), language))
}

function whenOf(
  talk: Conversation,
  standing: Standing,
  asked: { step: NextStep; now: Date; language: Language },
): string | undefined {
  const { step, language } = asked
  const t = hosted[language]
  // What was shared before it was held is no news.
  if (talk.heldOn) return standing.locked && answerWhen(standing.locked, asked)
  if (step === 'answer-times') return t.proposes
  if (talk.hostPostponements > 0 && !standing.otherShared) return t.postponedByYou(talk.hostPostponements)
  if (talk.startsAt) return standing.otherShared ? t.ready : t.notReady
  return talk.timesWantedAt ? t.wanted : t.notPicked
}

/** By when the one who has not answered the locked text was to. */
function answerWhen(
  { days }: Locked,
  { step, now, language }: { step: NextStep; now: Date; language: Language },
) {
  const t = hosted[language]
  const say = isOverdue(days, localDateOf(now))
    ? { mine: t.mineMissed, theirs: t.answerMissed }
    : { mine: t.answerBy, theirs: t.notAnswered }
  return (step === 'close' ? say.mine : say.theirs)(sayDayAndMonth(days.answerBy, language))
}

/** A proposal for the job description that waits for the host (S0-19). */
export function proposalRow({ talk }: LivePlan, language: Language): YearRow {
  const t = job[language].proposal
  return {
    name: talk.participant.name,
    place: talk.unit,
    status: 'waiting',
    statusLabel: hosted[language].waits,
    what: t.title,
    action: (
      <Link
        href={`${urls.plan({ id: talk.id })}#${proposalAnchor}`}
        label={`${t.answer}: ${talk.participant.name}`}
      >
        {t.answer}
      </Link>
    ),
  }
}

/** Somebody who has chosen not to have the talk this year, and when. */
export function declinedRow(talk: Conversation, language: Language) {
  const when = talk.cancelledAt ? sayDayAndMonth(localDateOf(talk.cancelledAt), language) : ''
  return { name: talk.participant.name, when }
}

/** A talk that is over: who, when it was held, and the way to what came of it. */
export function heldRow(talk: Conversation, language: Language) {
  const when = talk.heldOn ? sayDayAndMonth(talk.heldOn, language) : ''
  return { name: talk.participant.name, when, href: urls.conversation({ id: talk.id }) }
}
