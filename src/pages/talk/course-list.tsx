import type { Step } from '../../domain/concept.ts'
import type { Joint } from '../../domain/joint.ts'
import { courseOf, topicsInSight } from '../../domain/topic.ts'
import { Fold } from '../../ui/fold.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import { themes } from '../../words/themes.ts'
import type { Room } from './room-page.tsx'

type Props = Room & { conclusions: ReadonlyMap<string, Joint>; about: ReadonlySet<string> }

/** The stretches of the talk with their topics in sight; what nobody has spoken of is folded (experience.md §3d). */
export function CourseList(props: Props) {
  const { frame, talk, about } = props
  const t = texts[frame.language].course
  const inSight = new Set(topicsInSight(talk.form, about))
  const course = courseOf(talk.form, talk.minutes)
  const rest = course.flatMap(({ topics }) => topics.filter(topic => !inSight.has(topic)))
  return (
    <>
      {course
        .map(({ stretch, topics }) => ({ stretch, topics: topics.filter(topic => inSight.has(topic)) }))
        .filter(({ topics }) => topics.length > 0)
        .map(({ stretch, topics }) => (
          <section key={stretch.id} class="course-stretch">
            <h3>{t.stretch(stretch.title[frame.language], stretch.minutes)}</h3>
            <p class="hint">{stretch.say[frame.language]}</p>
            <TaskList tasks={topics.map(topic => taskOf(topic, props))} />
          </section>
        ))}
      {rest.length > 0 && (
        <Fold label={themes[frame.language].rest}>
          <TaskList tasks={rest.map(topic => taskOf(topic, props))} />
        </Fold>
      )}
    </>
  )
}

/** A topic says only whether something is written down. */
function taskOf(topic: Step, { frame, talk, conclusions }: Props) {
  const t = texts[frame.language].course
  const isWritten = topic.questions.some(id => conclusions.get(id)?.text)
  return {
    href: urls.topic({ id: talk.id, step: topic.slug }),
    label: topic.title[frame.language],
    status: isWritten ? ('ready' as const) : ('not-begun' as const),
    statusLabel: isWritten ? t.written : t.nothingWritten,
  }
}
