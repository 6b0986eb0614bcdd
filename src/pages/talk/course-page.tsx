import type { Joint } from '../../domain/joint.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import type { PlacedPoint } from '../../domain/point.ts'
import { topicsInSight } from '../../domain/topic.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import { AtHand } from '../documents/at-hand.tsx'
import { Standpoint } from '../standpoint.tsx'
import { CourseList } from './course-list.tsx'
import { Standing } from './notices.tsx'
import { type Room, RoomPage } from './room-page.tsx'
import { stateOf } from './room-words.ts'
import { Tray } from './tray.tsx'

type Props = Room & {
  conclusions: ReadonlyMap<string, Joint>
  points: readonly PlacedPoint[]
  /** Ids of the questions there is something to talk from. */
  about: ReadonlySet<string>
}

/** The talk's course from its beginning on: where to go on, all topics, the plan, the end. */
export function CoursePage(props: Props) {
  const { frame, talk } = props
  const t = texts[frame.language]
  const isOpen = writingOpen(talk.status)
  return (
    <RoomPage {...props} here={urls.talk({ id: talk.id })}>
      <div class="reading">
        <Title help={isOpen && t.course.help}>{t.course.title}</Title>
        <Standing {...props} />
        <Standpoint state={stateOf(talk)} address={urls.talk({ id: talk.id })} language={frame.language} />
        {isOpen && <Onward {...props} />}
        <CourseList {...props} />
        <Tray {...props} />
        <AtHand talk={talk} language={frame.language} />
        {talk.status === 'talking' && (
          <LinkLine href={urls.ending({ id: talk.id })}>{t.ending.link}</LinkLine>
        )}
      </div>
    </RoomPage>
  )
}

/** The first topic with nothing written; when all have something, the plan. */
function Onward({ frame, talk, conclusions, about }: Props) {
  const t = texts[frame.language].course
  const isWritten = (questions: readonly string[]) => questions.some(id => conclusions.get(id)?.text)
  const topics = topicsInSight(talk.form, about)
  const next = topics.find(({ questions }) => !isWritten(questions))
  if (!next) return <ButtonLink href={urls.planDraft({ id: talk.id })}>{t.plan}</ButtonLink>
  const say = topics.some(({ questions }) => isWritten(questions)) ? t.carryOn : t.begin
  return (
    <ButtonLink href={urls.topic({ id: talk.id, step: next.slug })}>
      {say(next.title[frame.language])}
    </ButtonLink>
  )
}
