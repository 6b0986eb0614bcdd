import type { Goes } from '../db/mails.ts'
import type { Standing } from '../db/standing.ts'
import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { localDateOf, localTimeOf } from '../domain/day.ts'
import { sayDayAndMonth, sayTalkTime, sayTime } from '../domain/day-words.ts'
import { followUpMinutes, isLate } from '../domain/follow-up.ts'
import { isReady, type NextStep as NextStepName, nextStep } from '../domain/next-step.ts'
import { wentBy } from '../domain/rearranging.ts'
import { isOverdue } from '../domain/record/signing.ts'
import { ButtonLink } from '../ui/button.tsx'
import { NextStep } from '../ui/next-step.tsx'
import { WhoSees } from '../ui/who-sees.tsx'
import { followUpLate } from '../words/follow-up-steps.ts'
import { home } from '../words/home.ts'
import { preparation } from '../words/preparation.ts'
import type { Language } from '../words/words.ts'
import { sayMine, sayTheirs } from './closing/answer-by.ts'
import { sayTold } from './held-letter.tsx'
import { theirsShared } from './preparation/short-page.tsx'
import { stepLinks } from './step-link.ts'

type Props = {
  talk: Conversation
  standing: Standing
  /** When a letter to the other goes that waits. */
  goes: Goes | undefined
  now: Date
  language: Language
  /** The page it stands on: no way leads to where one is. */
  here?: string | undefined
}

/** The one card: what to do now in this conversation, and who can see. Nothing when there is nothing to do. */
export function NextStepCard(props: Props) {
  const { talk, standing, now, language, here } = props
  const step = nextStep(talk, standing, now)
  if (step === 'nothing') return null
  const { title, text, action, href } = wordsFor(step, props)
  const other = firstName(otherIn(talk).name)
  const late = standing.followUp !== undefined && isLate(standing.followUp, localDateOf(now))
  const quiet = step === 'prepare' || step === 'share' || step === 'wait-for-time'
  return (
    <NextStep
      eyebrow={home[language].next}
      title={late ? followUpLate[language].title : title}
      action={href !== here && <ButtonLink href={href}>{action}</ButtonLink>}
      privacy={quiet && !standing.shared && <Unseen {...{ standing, other, language }} />}
    >
      <p>{late ? followUpLate[language].text(other, whenDue(standing, language)) : text}</p>
    </NextStep>
  )
}

/** The step's words and way; whoever is ready already is shown what there is to read, or what is written. */
function wordsFor(step: Exclude<NextStepName, 'nothing'>, props: Props) {
  const { talk, standing, now, language } = props
  const t = home[language]
  const [label, other] = [talk.form.label.short, firstName(otherIn(talk).name)]
  const when = sayWhen(step, props)
  const words = {
    ...t.steps[step](label, other, when, talk.form.closing),
    href: stepLinks[step]({ id: talk.id }),
  }
  if (step === 'wait-for-day' && standing.otherShared && talk.begunAt === null)
    return {
      ...words,
      text: t.otherShared(label, other, when),
      action: t.read(other),
      href: theirsShared(talk),
    }
  if (step === 'begin' && wentBy(talk, now)) return { ...words, ...t.wentBy(label, other, when) }
  if (step === 'wait-for-time' && isReady(talk, standing))
    return { ...words, text: t.readyBefore(other), action: t.ownPreparation }
  return words
}

/** What a step says of time: when one meets, by when an answer is expected, or that the other has been told. */
function sayWhen(step: NextStepName, props: Props): string {
  const { talk, standing, now, language } = props
  if (step === 'wait-for-answer') return toldOf(step, props)
  if (!standing.locked) return whenOf(talk, standing, now, language)
  const asked = { days: standing.locked.days, today: localDateOf(now), language }
  if (step === 'close') return sayMine(asked)
  const theirs = sayTheirs(firstName(otherIn(talk).name), asked)
  return isOverdue(asked.days, asked.today) ? theirs : `${toldOf(step, props)} ${theirs}`
}

/** Whether the other has word of it: a host gets none of a text to answer, but sees it on Min side and in the week's mail. */
function toldOf(step: NextStepName, { talk, goes, now, language }: Props): string {
  const other = firstName(otherIn(talk).name)
  if (step === 'wait-for-close' && talk.role === 'participant') return home[language].hostSees(other)
  return sayTold(other, { goes, now, language })
}

type Unseen = Pick<Props, 'standing' | 'language'> & { other: string }

/** Themes and hopes go by themselves: once they are sent, that is what the other can see. */
function Unseen({ standing, other, language }: Unseen) {
  const t = preparation[language]
  return <WhoSees shelf="own">{standing.themesSent ? t.onlySentSeen(other) : t.unseen(other)}</WhoSees>
}

const whenDue = ({ followUp }: Standing, language: Language) =>
  followUp ? sayDayAndMonth(followUp.dueOn, language) : ''

function whenOf(
  { startsAt, minutes }: Conversation,
  { followUp }: Standing,
  now: Date,
  language: Language,
): string {
  if (followUp?.startsAt) return sayTalkTime(followUp.startsAt, followUpMinutes, language)
  if (followUp) return sayDayAndMonth(followUp.dueOn, language)
  if (!startsAt) return ''
  const isToday = localDateOf(startsAt) === localDateOf(now)
  return isToday
    ? home[language].today(sayTime(localTimeOf(startsAt), language))
    : sayTalkTime(startsAt, minutes, language)
}
