import type { Goes } from '../../db/mails.ts'
import { type Conversation, firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { latestPostponement, mayCallOff, mayDecline, mayPostpone, takeUp } from '../../domain/rearranging.ts'
import { isBetween, mayWantOther } from '../../domain/sitting.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { ending, newTime } from '../../words/new-time.ts'
import { sayTold } from '../held-letter.tsx'
import type { Frame } from '../shell.tsx'

/** `goes`: when a letter to the other goes that waits. */
type Props = { frame: Frame; talk: Conversation; goes: Goes | undefined; now: Date }

/** The ways to another time, or to none, for whoever of the two looks. */
export function TimeChanges({ frame, talk, goes, now }: Props) {
  const t = newTime[frame.language]
  const { id } = talk
  const told = sayTold(firstName(otherIn(talk).name), { goes, now, language: frame.language })
  const canCallOff = mayCallOff(talk)
  return (
    <>
      <PostponeToday frame={frame} talk={talk} now={now} />
      <NextTime {...{ frame, talk, told }} />
      <Rearrange frame={frame} talk={talk} />
      {mayDecline(talk) && <LinkLine href={urls.declining({ id })}>{t.toDeclining}</LinkLine>}
      {canCallOff && <LinkLine href={urls.callingOff({ id })}>{t.toCallingOff}</LinkLine>}
    </>
  )
}

/** The way to another time, for either of the two. */
export function Rearrange({ frame, talk }: Pick<Props, 'frame' | 'talk'>) {
  const t = newTime[frame.language]
  const { id, status } = talk
  const canMove = (status === 'agreed' || status === 'postponed') && !(isBetween(talk) && mayWantOther(talk))
  return (
    canMove && <LinkLine href={urls.newTime({ id })}>{isBetween(talk) ? t.another : t.rearrange}</LinkLine>
  )
}

/** T9: the next of several small talks, with who set its time. One press asks for another. */
function NextTime({ frame, talk, told }: Pick<Props, 'frame' | 'talk'> & { told: string }) {
  if (!isBetween(talk) || talk.timeSetBy === null) return null
  const t = newTime[frame.language]
  const name = firstName(otherIn(talk).name)
  const isMine = talk.timeSetBy === meIn(talk).id
  if (isMine) return talk.timesWantedAt ? null : <p class="hint">{t.setByMe(told)}</p>
  if (!mayWantOther(talk)) return <p>{t.wantedByMe(told)}</p>
  return (
    <form method="post" action={urls.otherTimes({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-o`} />
      <p>{t.setByOther(name)}</p>
      <Button kind="secondary">{t.wantOther}</Button>
    </form>
  )
}

/** On the day itself either puts it off in one tap. */
export function PostponeToday({ frame, talk, now }: Omit<Props, 'goes'>) {
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
export function Ended({ frame, talk, goes, now }: Props) {
  if (talk.status !== 'cancelled') return null
  const { language } = frame
  const t = ending[language]
  const on = talk.deletesOn.own
  return (
    <>
      <Notice kind="info">
        <p>{howItEnded(talk, frame, sayTold(firstName(otherIn(talk).name), { goes, now, language }))}</p>
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

function howItEnded(
  { role, host, participant, cancelledCause }: Conversation,
  { language }: Frame,
  told: string,
): string {
  const t = ending[language]
  if (cancelledCause === 'declined')
    return role === 'host' ? t.theyDeclined(firstName(participant.name)) : t.declined(told)
  const said = role === 'host' ? t.youCalledOff : t.calledOff(firstName(host.name))
  return cancelledCause ? `${said} ${t.causes[cancelledCause](firstName(participant.name))}.` : said
}
