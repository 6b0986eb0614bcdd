import { scores } from '../domain/answer.ts'
import { ScoreRow } from '../ui/score-row.tsx'
import { questionWords } from '../words/questions.ts'
import { Asked, faultAt } from './asked.tsx'
import type { Faces, InputProps } from './faces.ts'
import { parseAnswer, readScore } from './fields.ts'

/** S3-27: a number from 1 to 6, never chosen beforehand, that can be skipped and taken back; and keywords. */
export const score: Faces = {
  settings: {
    name: { da: 'Tal fra 1 til 6 og stikord', en: 'Number from 1 to 6 and keywords' },
    scored: true,
  },
  parse: (id, fields) => parseAnswer(id, fields, readScore(`${id}.score`, fields)),
  input: props => (
    <Asked {...props}>
      <Scored {...props} />
    </Asked>
  ),
  read: ({ score, keywords }, language) => ({
    score: score === null ? '' : questionWords[language].scoreOf(score, scores.length),
    keywords,
  }),
  print: ({ score, keywords }) => ({ score: score === null ? '–' : String(score), keywords }),
}

function Scored(props: InputProps) {
  const { question, scale, answer, language } = props
  if (!scale) return null
  const words = questionWords[language]
  return (
    <ScoreRow
      name={`${question.id}.score`}
      chosen={answer.score ?? undefined}
      low={scale.lowest[language]}
      high={scale.highest[language]}
      clear={words.clearScore}
      cleared={words.scoreCleared}
      error={faultAt('score', props)}
    />
  )
}
