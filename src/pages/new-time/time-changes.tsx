import { type Conversation, firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { latestPostponement, mayCallOff, mayDecline, mayPostpone, takeUp } from '../../domain/rearranging.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { ending, newTime } from '../../words/new-time.ts'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; now: Date }

/** The ways to another time, or to none, for whoever of the two looks. */
export function TimeChanges({ frame, talk, now }: Props) {
  const t = newTime[frame.language]
  const { id, status } = talk
  const canMove = status === 'agreed' || status === 'postponed'
  const canCallOff = mayCallOff(talk)
  return (
    <>
      <PostponeToday frame={frame} talk={talk} now={now} />
      {canMove && <LinkLine href={urls.newTime({ id })}>{t.rearrange}</LinkLine>}
      {mayDecline(talk) && <LinkLine href={urls.declining({ id })}>{t.toDeclining}</LinkLine>}
      {canCallOff && <LinkLine href={urls.callingOff({ id })}>{t.toCallingOff}</LinkLine>}
    </>
  )
}

/** On the day itself either puts it off in one tap. */
export function PostponeToday({ frame, talk, now }: Props) {
  const isToday = talk.startsAt !== null && localDateOf(talk.startsAt) === localDateOf(now)
  if (talk.status !== 'agreed' || !isToday || !mayPostpone(talk)) return null
  const t = newTime[frame.language]
  const latest = sayDayAndMonth(latestPostponement(now), frame.language)
  return (
    <form method="post" action={urls.postponement({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-t`} />
      <Button kind="text">{t.postponeToday}</Button>
      <p class="hint">{t.postponeTodayHelp(latest)}</p>
    </form>
  )
}

/** How a talk ended that is not held, what becomes of one's words, and the way back while there is one. */
export function Ended({ frame, talk, now }: Props) {
  if (talk.status !== 'cancelled') return null
  const t = ending[frame.language]
  const on = talk.deletesOn.own
  return (
    <>
      <Notice kind="info">
        <p>{howItEnded(talk, frame)}</p>
        {on && <p>{t.notes(sayDayAndMonth(on, frame.language))}</p>}
      </Notice>
      {!('refused' in takeUp(talk, now)) && (
        <form method="post" action={urls.takingUp({ id: talk.id })}>
          <input type="hidden" name="key" value={`${frame.key}-f`} />
          <Button kind="secondary">{t.takeUp}</Button>
        </form>
      )}
    </>
  )
}

function howItEnded({ role, host, participant, cancelledCause }: Conversation, { language }: Frame): string {
  const t = ending[language]
  if (cancelledCause === 'declined')
    return role === 'host' ? t.theyDeclined(firstName(participant.name)) : t.declined(firstName(host.name))
  const said = role === 'host' ? t.youCalledOff : t.calledOff(firstName(host.name))
  return cancelledCause ? `${said} ${t.causes[cancelledCause](firstName(participant.name))}.` : said
}
