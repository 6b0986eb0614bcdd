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

/** A row as it stands first, with the page's button, or further down. */
type Row = (isFirst: boolean) => YearRow

/** T16: follow-ups that run, the nearest deadline first; the late ones stand on top of the year. */
export function followUpRows(
  talks: readonly Conversation[],
  shown: Shown,
): { late: Row[]; first: Row[]; coming: Row[] } {
  const today = localDateOf(shown.now)
  const running = talks
    .flatMap(talk => {
      const standing = shown.standings.get(talk.id)
      return standing?.followUp ? [{ talk, standing, followUp: standing.followUp }] : []
    })
    .toSorted((one, other) => one.followUp.dueOn.localeCompare(other.followUp.dueOn))
  const late = running.filter(({ followUp }) => isLate(followUp, today))
  const rest = running.filter(each => !late.includes(each))
  const waits = ({ talk, standing }: Running) => !isQuietFollowUp(nextStep(talk, standing, shown.now))
  const row =
    (each: Running): Row =>
    isFirst =>
      rowOf(each, shown, isFirst)
  return {
    late: late.map(row),
    first: rest.filter(waits).map(row),
    coming: rest.filter(each => !waits(each)).map(row),
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
