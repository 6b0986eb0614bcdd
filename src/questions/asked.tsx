import type { ComponentChildren } from 'preact'
import type { Standing } from '../domain/preparation.ts'
import { PrivateNote } from '../ui/private-note.tsx'
import { Question } from '../ui/question.tsx'
import { ShelfField } from '../ui/shelf-field.tsx'
import { questionWords } from '../words/questions.ts'
import type { AnswerFault, InputProps } from './faces.ts'

/** A question on its preparation page: asked, answered by `children` if it takes more than words, keywords, note. */
export function Asked({ children, ...props }: InputProps & { children?: ComponentChildren }) {
  const { question, answer, version, language } = props
  const words = questionWords[language]
  return (
    <Question
      id={question.id}
      question={question.text.da}
      eyebrow={props.plain ? undefined : words.number(question.number)}
      hint={help(props)}
      lang={language === 'da' ? undefined : 'da'}
    >
      <input type="hidden" name={`${question.id}.version`} value={version} />
      {children}
      <ShelfField
        name={`${question.id}.keywords`}
        label={words.keywords}
        shelf={props.alone?.shelf ?? 'share'}
        shelfLabel={props.alone?.label ?? words[standingWords[props.standing ?? 'unshared']]}
        changedLabel={!props.alone && props.standing === 'shared' ? words.changedSince : undefined}
        value={answer.keywords}
        error={faultAt('keywords', props)}
      />
      {props.alone ? <input type="hidden" name={`${question.id}.note`} /> : <Note {...props} />}
    </Question>
  )
}

const standingWords = {
  unshared: 'shareLater',
  shared: 'sharedAsIs',
  changed: 'changedSince',
} as const satisfies Record<Standing, keyof (typeof questionWords)['da']>

/** The fault of one field, in words. No field has a `maxLength`: a browser would cut a pasted text without a word. */
export function faultAt(part: 'score' | 'keywords' | 'note', props: InputProps): string | undefined {
  const fault = props.faults?.find(({ field }) => field === `${props.question.id}.${part}`)
  return fault && sayFault(fault, props.language)
}

export function sayFault(fault: AnswerFault, language: InputProps['language']): string {
  return questionWords[language].faults[fault.rule]
}

/** Beneath the question: its gloss on an English screen, and what the concept adds. */
function help({ question, language }: InputProps): ComponentChildren {
  const gloss = language === 'en' ? question.text.en : undefined
  const hint = question.hint?.[language]
  if (gloss === undefined || hint === undefined) return gloss ?? hint
  return [gloss, <br key="line" />, hint]
}

function Note(props: InputProps) {
  const { question, answer, language, writer, participant } = props
  const words = questionWords[language]
  const isHost = writer === 'host'
  return (
    <PrivateNote
      name={`${question.id}.note`}
      label={isHost ? words.hostNote : words.ownNote}
      hint={isHost ? words.hostNoteHelp(participant) : words.ownNoteHelp}
      count={answer.note === '' ? undefined : words.oneNote}
      value={answer.note}
      error={faultAt('note', props)}
    />
  )
}
