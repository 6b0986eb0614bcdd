import type { SharedAnswer } from '../../domain/answer.ts'
import { otherRole, type Question } from '../../domain/concept.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { PersonMark } from '../../ui/person-mark.tsx'
import { preparation } from '../../words/preparation.ts'
import { SharedText } from '../shared-text.tsx'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; question: Question; answer: SharedAnswer | undefined }

/** The other's shared answer stands beside one's own fields, never inside them. */
export function Theirs({ frame, talk, question, answer }: Props) {
  if (answer === undefined) return null
  const who = otherRole(talk.role)
  return (
    <section class="theirs">
      <h3>
        <PersonMark
          who={who}
          name={preparation[frame.language].theirs.shared(firstName(otherIn(talk).name))}
        />
      </h3>
      <SharedText question={question} answer={answer} language={frame.language} writer={who} />
    </section>
  )
}
