import type { SharedAnswer } from '../../domain/answer.ts'
import { answerTypeFor, type Question, type Role } from '../../domain/concept.ts'
import { Voice } from '../../ui/room.tsx'
import { talk as texts } from '../../words/talk.ts'
import { SharedText } from '../shared-text.tsx'
import { namesIn } from './names.ts'
import type { Room } from './room-page.tsx'

/** What each of the two has shared, by question id. */
export type Shared = Readonly<Record<Role, ReadonlyMap<string, SharedAnswer>>>

type Props = Room & { question: Question; shared: Shared }

/** Both sides of a question, the led person first, always. */
export function Voices(props: Props) {
  return (
    <>
      <OneVoice {...props} who="participant" />
      <OneVoice {...props} who="host" />
    </>
  )
}

function OneVoice({ frame, talk, question, shared, who }: Props & { who: Role }) {
  const t = texts[frame.language].topic
  const name = namesIn(talk)[who]
  const answer = shared[who].get(question.id)
  const givesNone = question.type === 'score' && answerTypeFor(talk.form, question, who) !== 'score'
  return (
    <Voice who={who} name={name}>
      {answer && givesNone && <p class="hint">{t.noNumbers(name)}</p>}
      {answer ? (
        <SharedText question={question} answer={answer} language={frame.language} writer={who} />
      ) : (
        <p class="hint">{t.notShared(name)}</p>
      )}
    </Voice>
  )
}
