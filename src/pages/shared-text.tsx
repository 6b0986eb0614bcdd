import type { SharedAnswer } from '../domain/answer.ts'
import type { Question, Role } from '../domain/concept.ts'
import { questionTypes } from '../questions/all.ts'
import { ScoreLine } from '../ui/score-line.tsx'
import type { Language } from '../words/words.ts'

type Props = { question: Question; answer: SharedAnswer; language: Language; writer: Role }

/** A shared answer as the other party reads it: the preview and the talk both draw it here, so they cannot differ. */
export function SharedText({ question, answer, language, writer }: Props) {
  const { score, keywords } = questionTypes[question.type].read(answer, language)
  return (
    <>
      {answer.score !== null && <ScoreLine who={writer} chosen={answer.score} label={score} />}
      {keywords && <p class="written">{keywords}</p>}
    </>
  )
}
