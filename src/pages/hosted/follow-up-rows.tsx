import type { Standing } from '../../db/standing.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { followUpMinutes, isLate } from '../../domain/follow-up.ts'
import { isQuietFollowUp, nextStep } from '../../domain/next-step.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import type { YearRow } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { followUpLate } from '../../words/follow-up-steps.ts'
import type { Frame } from '../shell.tsx'

type Shown = { frame: Frame; standings: ReadonlyMap<string, Standing>; now: Date }
type Running = { talk: Conversation; standing: Standing; followUp: NonNullable<Standing['followUp']> }

/** T16: follow-ups that run, the late ones apart: those stand on top of the year, and the first has the button. */
export function followUpRows(
  talks: readonly Conversation[],
  shown: Shown,
): { late: YearRow[]; first: YearRow[]; coming: YearRow[] } {
  const today = localDateOf(shown.now)
  const running = talks.flatMap(talk => {
    const standing = shown.standings.get(talk.id)
    return standing?.followUp ? [{ talk, standing, followUp: standing.followUp }] : []
  })
  const late = running.filter(({ followUp }) => isLate(followUp, today))
  const rest = running.filter(each => !late.includes(each))
  const waits = ({ talk, standing }: Running) => !isQuietFollowUp(nextStep(talk, standing, shown.now))
  return {
    late: late.map((each, at) => rowOf(each, shown, at === 0)),
    first: rest.filter(waits).map(each => rowOf(each, shown, false)),
    coming: rest.filter(each => !waits(each)).map(each => rowOf(each, shown, false)),
  }
}

function rowOf(
  { talk, followUp }: Running,
  { frame: { language }, now }: Shown,
  hasButton: boolean,
): YearRow {
  const t = followUpLate[language]
  const late = isLate(followUp, localDateOf(now))
  const due = sayDayAndMonth(followUp.dueOn, language)
  const Way = hasButton ? ButtonLink : Link
  const gives = followUp.status === 'wanted' && followUp.saidBy === null
  const href = gives ? urls.followUp({ id: talk.id }) : urls.plan({ id: talk.id })
  return {
    name: talk.participant.name,
    place: talk.unit,
    status: late ? 'deadline-passed' : followUp.status === 'agreed' ? 'agreed' : 'invited',
    statusLabel: late ? t.status : t[followUp.status === 'agreed' ? 'agreed' : 'wanted'],
    what: followUp.startsAt
      ? `${t.what}, ${sayTalkTime(followUp.startsAt, followUpMinutes, language)}`
      : t.what,
    when: late ? t.should(due) : t.by(due),
    action: (
      <Way href={href} label={`${gives ? t.give : t.see}: ${talk.participant.name}`}>
        {gives ? t.give : t.see}
      </Way>
    ),
  }
}
