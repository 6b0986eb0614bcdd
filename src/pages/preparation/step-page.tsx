import { Fragment } from 'preact'
import { answerTypeFor, nextStep, questionsIn, readerWordsIn } from '../../domain/concept.ts'
import { firstName } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { askedOn } from '../../domain/themes.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { quoted } from '../../words/quoted.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { JobBeside } from '../job/at-hand.tsx'
import { inWords } from '../quote.ts'
import { StepPage } from '../shell.tsx'
import { Asked } from './asked.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { draftMark } from './draft-mark.ts'
import { ReadAnswers } from './read-answers.tsx'
import { SharedLine } from './shared-line.tsx'
import { StepForm } from './step-form.tsx'
import { faultsOf, type StepShown, savedState } from './step-shown.ts'
import { TalkInstead } from './talk-instead.tsx'

/** Screen 11: one to three questions, nothing required, saved while one writes. */
export function StepOfPreparation(props: StepShown) {
  const { frame, talk, step, shared } = props
  const t = preparation[frame.language]
  const back = { href: urls.preparation({ id: talk.id }), label: t.toList }
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={back} script="preparation.js">
      <ErrorSummary title={shell[frame.language].errorTitle} errors={faultsOf(props)} />
      <Title eyebrow={draftMark(talk.form, frame.language)}>{step.title[frame.language]}</Title>
      <SharedLine frame={frame} talk={talk} shared={shared.size} told={props.told} />
      <Guidance {...props} />
      <ClosedNotice {...props} />
      <LateText {...props} />
      {preparationOpen(talk.status) ? (
        <Questions {...props} />
      ) : (
        <ReadAnswers {...props} questions={askedOn(talk.form, step, talk.role)} />
      )}
    </StepPage>
  )
}

function Questions(props: StepShown) {
  const { frame, talk, step } = props
  return (
    <StepForm {...props}>
      {questionsIn(talk.form, step).map(question => (
        <Asked key={question.id} question={question} {...props} />
      ))}
      <TalkInstead frame={frame} talk={talk} />
      <Foot {...props} />
    </StepForm>
  )
}

/** What was typed on a page from before the talk was held: for copying, so that nothing is lost without a word. */
function LateText({ frame, late }: StepShown) {
  if (!late?.length) return null
  return (
    <Notice kind="amber" spoken>
      <p>{preparation[frame.language].late}</p>
      {late.map(text => (
        <p key={text} class="written">
          {text}
        </p>
      ))}
    </Notice>
  )
}

/** What to know before the questions: whom "min" and "vores" mean, and what the numbers mean. */
function ReaderWords({ frame, talk, step }: Pick<StepShown, 'frame' | 'talk' | 'step'>) {
  const t = preparation[frame.language]
  const say = inWords(frame.language)
  const words = [...new Set(readerWordsIn(talk.form, step).map(say))]
  if (words.length === 0 || talk.role !== 'participant') return null
  return (
    <Notice kind="info">
      <p>
        {t.readerWords.before} <InBold words={words} and={t.and} language={frame.language} />{' '}
        {t.readerWords.after(firstName(talk.host.name), say(talk.form.roles.host))}
      </p>
    </Notice>
  )
}

function Guidance({ frame, talk, step }: StepShown) {
  const t = preparation[frame.language]
  const scored = questionsIn(talk.form, step).some(
    each => answerTypeFor(talk.form, each, talk.role) === 'score',
  )
  return (
    <>
      <ReaderWords frame={frame} talk={talk} step={step} />
      {step.hint && <p>{step.hint[frame.language]}</p>}
      <JobBeside talk={talk} language={frame.language} step={step} />
      {scored && <p class="hint">{t.scale}</p>}
      <HostHelp frame={frame} talk={talk} />
    </>
  )
}

/** The questions are the participant's; the host writes beside them, while there is something to write. */
export function HostHelp({ frame, talk }: Pick<StepShown, 'frame' | 'talk'>) {
  const t = preparation[frame.language]
  if (talk.role !== 'host' || !preparationOpen(talk.status)) return null
  const noNumbers = talk.form.scale && !talk.form.bothScore ? ` ${t.hostHelp}` : ''
  return <p class="hint">{`${t.hostAsked(firstName(talk.participant.name))}${noNumbers}`}</p>
}

type InBoldProps = { words: readonly string[]; and: string; language: Language }

const InBold = ({ words, and, language }: InBoldProps) =>
  words.map((word, at) => (
    <Fragment key={word}>
      {at > 0 && ` ${and} `}
      <b>{quoted(language, word)}</b>
    </Fragment>
  ))

function Foot(props: StepShown) {
  const { frame, talk, step } = props
  const t = preparation[frame.language]
  const next = nextStep(talk.form, step.slug)
  return (
    <SaveBar state={savedState(props)}>
      <Button name="do" value="next">
        {next ? t.next(next.title[frame.language]) : t.toOverview}
      </Button>
      <noscript>
        <Button kind="text" name="do" value="save">
          {t.save}
        </Button>
      </noscript>
    </SaveBar>
  )
}
