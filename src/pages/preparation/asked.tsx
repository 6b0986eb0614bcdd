import { emptyAnswer } from '../../domain/answer.ts'
import { answerTypeFor, type Question } from '../../domain/concept.ts'
import { firstName } from '../../domain/conversation.ts'
import { standingOf } from '../../domain/preparation.ts'
import { questionTypes } from '../../questions/all.ts'
import type { InputProps } from '../../questions/faces.ts'
import { BothTexts } from './both-texts.tsx'
import type { StepShown } from './step-shown.ts'
import { Theirs } from './theirs-read.tsx'

type AskedProps = StepShown & {
  question: Question
  /** Without its number: where the form has not begun yet. */
  plain?: boolean | undefined
  /** One field alone, without a note. */
  alone?: InputProps['alone']
}

/** One question with my answer, what I wrote elsewhere, and what the other has shared. */
export function Asked(props: AskedProps) {
  const { question, frame, talk, own, shared, parsed, theirs, plain, alone } = props
  const draft = own.written.get(question.id)
  const sent = parsed?.get(question.id)
  const typed = sent && ('faults' in sent ? sent.typed : sent.answer)
  const type = questionTypes[answerTypeFor(talk.form, question, talk.role)]
  return (
    <>
      {type.input({
        question,
        scale: talk.form.scale,
        answer: typed ?? draft?.answer ?? emptyAnswer,
        version: draft?.version ?? 0,
        language: frame.language,
        writer: talk.role,
        participant: firstName(talk.participant.name),
        plain,
        standing: standingOf(
          talk.form,
          question,
          talk.role,
          draft?.answer ?? emptyAnswer,
          shared.get(question.id),
        ),
        alone,
        ...(sent && 'faults' in sent && { faults: sent.faults }),
      })}
      {draft && draft.others.length > 0 && (
        <BothTexts language={frame.language} question={question} others={draft.others} />
      )}
      <Theirs frame={frame} talk={talk} question={question} answer={theirs?.get(question.id)} />
    </>
  )
}
