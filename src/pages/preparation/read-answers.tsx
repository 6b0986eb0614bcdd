import type { OwnPreparation } from '../../db/preparations.ts'
import { emptyAnswer, hasContent } from '../../domain/answer.ts'
import type { Question } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { preparation } from '../../words/preparation.ts'
import { inWords } from '../quote.ts'
import { SharedText } from '../shared-text.tsx'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; own: OwnPreparation; questions: readonly Question[] }

/** After the talk what one wrote stands as text, so that nothing is typed where nothing is saved. */
export function ReadAnswers({ frame, talk, own, questions }: Props) {
  if (own.gone) return null
  return questions.map(question => {
    const answer = own.written.get(question.id)?.answer ?? emptyAnswer
    return (
      <section key={question.id}>
        <h2 class="question-text">{inWords(frame.language)(question.text)}</h2>
        <SharedText question={question} answer={answer} language={frame.language} writer={talk.role} />
        {answer.note && <p class="written">{answer.note}</p>}
        {!hasContent(answer) && <p class="hint">{preparation[frame.language].nothingHere}</p>}
      </section>
    )
  })
}
