import type { ComponentChildren } from 'preact'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDay } from '../../domain/day-words.ts'
import { courseOf, goneIn, minutesGone } from '../../domain/topic.ts'
import { Link } from '../../ui/link.tsx'
import { Guide, RoomHead } from '../../ui/room.tsx'
import { urls } from '../../urls.ts'
import { shell } from '../../words/shell.ts'
import { talk as texts } from '../../words/talk.ts'
import { type Frame, Framed } from '../shell.tsx'
import { namesIn } from './names.ts'
import { timeSaid } from './time-said.ts'

/** What every page of the room is shown with. */
export type Room = {
  frame: Frame
  talk: Conversation
  now: Date
  /** Whether the reader has put the time away. */
  timeHidden: boolean
}

type Props = Room & {
  /** The id of the guide's stretch that is talked about here. */
  stretch?: string | undefined
  /** The page's own address: hiding the time comes back to it. */
  here: string
  children: ComponentChildren
}

/** The room: who is here, the time and the guide; no menu, and nothing that pops up (S3-22). */
export function RoomPage({ stretch, here, children, ...room }: Props) {
  const { frame, talk } = room
  const t = texts[frame.language]
  const day = sayDay(localDateOf(talk.startsAt ?? room.now), frame.language)
  return (
    <Framed
      frame={frame}
      title={t.tab}
      width="wide"
      script="talk.js"
      header={
        <RoomHead
          {...namesIn(talk)}
          and={t.and}
          about={`${talk.unit}. ${t.about(talk.form.label.short, day)}`}
        >
          <Time {...room} here={here} />
          <Link href={urls.about()} label={shell[frame.language].helpHeard} newTab>
            {shell[frame.language].help}
          </Link>
          <Link href={urls.conversation({ id: talk.id })}>{t.leave}</Link>
        </RoomHead>
      }
    >
      <Course {...room} stretch={stretch} />
      {children}
    </Framed>
  )
}

/** Whole minutes, the same on both screens: script puts the next one here in silence. */
function Time({ frame, talk, now, timeHidden, here }: Room & { here: string }) {
  const t = texts[frame.language]
  const said = timeSaid(talk, now, frame.language)
  if (said === '') return null
  if (timeHidden) return <Link href={`${here}?tid=vis`}>{t.showTime}</Link>
  return (
    <>
      <span class="figures" data-time>
        {said}
      </span>
      <Link href={`${here}?tid=skjul`}>{t.hideTime}</Link>
    </>
  )
}

function Course({ frame, talk, now, timeHidden, stretch }: Room & { stretch?: string | undefined }) {
  const t = texts[frame.language]
  const course = courseOf(talk.form, talk.minutes)
  const minutes = timeHidden ? undefined : minutesGone(talk, now)
  const gone = goneIn(course, minutes ?? 0)
  const steps = course.map(({ stretch: each }, at) => ({
    label: each.title[frame.language],
    minutes: each.minutes,
    gone: gone[at] ?? 0,
    current: each.id === stretch,
  }))
  const current = steps.find(step => step.current) ?? steps[0]
  if (!current) return null
  const said =
    minutes === undefined ? current.label : t.guideNow(current.label, current.gone, current.minutes)
  return <Guide label={t.guide} steps={steps} now={said} />
}
