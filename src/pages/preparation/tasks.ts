import type { OwnPreparation } from '../../db/preparations.ts'
import type { Step } from '../../domain/concept.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { stepStatus } from '../../domain/preparation.ts'
import type { Status } from '../../ui/status-word.tsx'
import type { Task } from '../../ui/task-list.tsx'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import type { Frame } from '../shell.tsx'

type Listing = {
  frame: Frame
  talk: Conversation
  own: OwnPreparation
  /** Ids of the questions to which the other has shared an answer. */
  theirs: readonly string[]
}

const glyphs = { 'not-begun': 'not-begun', begun: 'begun', done: 'ready' } as const satisfies Record<
  string,
  Status
>

/** The steps as rows to press: where each stands for me, and whether the other has shared something there. */
export function listTasks({ frame, talk, own, theirs }: Listing, steps: readonly Step[]): Task[] {
  const t = texts[frame.language]
  const hintOf = ({ questions }: Step) =>
    questions.some(id => theirs.includes(id))
      ? t.theirs.here(firstName(otherIn(talk).name))
      : t.questions(questions.length)
  return steps.map(step => {
    const status = stepStatus(own, step)
    return {
      href: urls.step({ id: talk.id, step: step.slug }),
      label: step.title[frame.language],
      hint: hintOf(step),
      status: glyphs[status],
      statusLabel: preparationOpen(talk.status) ? t.status[status] : t.statusHeld[status],
    }
  })
}
