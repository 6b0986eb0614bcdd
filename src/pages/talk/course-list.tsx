import type { Joint } from '../../domain/joint.ts'
import { courseOf } from '../../domain/topic.ts'
import { TaskList } from '../../ui/task-list.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Room } from './room-page.tsx'

type Props = Room & { conclusions: ReadonlyMap<string, Joint> }

/** The stretches of the talk with their topics; each topic says only whether something is written down. */
export function CourseList({ frame, talk, conclusions }: Props) {
  const t = texts[frame.language].course
  return courseOf(talk.form, talk.minutes)
    .filter(({ topics }) => topics.length > 0)
    .map(({ stretch, topics }) => (
      <section key={stretch.id} class="course-stretch">
        <h3>{t.stretch(stretch.title[frame.language], stretch.minutes)}</h3>
        <p class="hint">{stretch.say[frame.language]}</p>
        <TaskList
          tasks={topics.map(topic => {
            const isWritten = topic.questions.some(id => conclusions.get(id)?.text)
            return {
              href: urls.topic({ id: talk.id, step: topic.slug }),
              label: topic.title[frame.language],
              status: isWritten ? ('ready' as const) : ('not-begun' as const),
              statusLabel: isWritten ? t.written : t.nothingWritten,
            }
          })}
        />
      </section>
    ))
}
