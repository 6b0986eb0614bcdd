import type { Conversation } from '../../domain/conversation.ts'
import { firstName, otherIn } from '../../domain/conversation.ts'
import { type Gap, isOddDay } from '../../domain/record/freezing.ts'
import { type JobOutcome, jobOutcomes, proposalLimit, type RecordParts } from '../../domain/record.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { RadioList } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { WhoSees } from '../../ui/who-sees.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { conversation } from '../../words/conversation.ts'
import { papers } from '../../words/papers.ts'
import { shell } from '../../words/shell.ts'
import { Deletes } from '../deletes.tsx'
import { inWords } from '../quote.ts'
import { type Frame, StepPage } from '../shell.tsx'
import { Standpoint } from '../standpoint.tsx'
import { PlanText, RecordText } from './frozen-text.tsx'
import { UnsentRemark } from './remark-field.tsx'

export type FreezingShown = {
  frame: Frame
  talk: Conversation
  /** The text as it would be frozen now; none while the plan has no point. */
  parts: RecordParts | undefined
  gaps: readonly Gap[]
  /** What was chosen about the job description before something was asked. */
  job?: JobOutcome | undefined
  proposal?: string | undefined
  /** Whether one stands for the post; else nothing is said as if it did. */
  hasDescription?: boolean
  proposalTooLong?: boolean
  /** Somebody answered a text that the other is correcting meanwhile; their remark is not lost. */
  late?: { remark: string } | undefined
}

/** Before the text is frozen: what it will be, and what stands open, asked about once (T11, S3-24). */
export function FreezingPage(props: FreezingShown) {
  const { frame, talk, parts, late } = props
  const t = closing[frame.language].freezing
  const other = firstName(otherIn(talk).name)
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={closing[frame.language].tab}
      back={backTo(frame, talk)}
      script="waiting.js"
    >
      {!late && !props.proposalTooLong && (
        <Standpoint state={talk.status} address={urls.freezing({ id: talk.id })} language={frame.language} />
      )}
      {props.proposalTooLong && <TooLong language={frame.language} />}
      <Title help={t.help}>{t.title}</Title>
      <WhoSees shelf="joint">{closing[frame.language].joint(other)}</WhoSees>
      {late && <Late remark={late.remark} language={frame.language} />}
      {parts ? <Ready {...props} parts={parts} /> : <NoPoint frame={frame} talk={talk} />}
    </StepPage>
  )
}

/** »LUS med Anders«: the way back to the conversation's own page. */
export const backTo = (frame: Frame, talk: Conversation) => ({
  href: urls.conversation({ id: talk.id }),
  label: conversation[frame.language].title(talk.form.label.short, firstName(otherIn(talk).name)),
})

function Ready(props: FreezingShown & { parts: RecordParts }) {
  const { frame, talk, parts, gaps } = props
  const { language } = frame
  const t = closing[language].freezing
  const asks = gaps.length > 0
  const mend = urls.planDraft({ id: talk.id })
  return (
    <>
      <PlanText plan={parts.plan} language={language} reader={talk.role} />
      <Deletes talk={talk} layer="plan" language={language} />
      <RecordText talk={parts.talk} language={language} />
      <Deletes talk={talk} layer="talk" language={language} />
      {asks && <Gaps frame={frame} talk={talk} gaps={gaps} />}
      <form method="post" action={urls.freezing({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        {asks && <input type="hidden" name="gaps" value="seen" />}
        {talk.form.jobDescription && <JobDescription {...props} />}
        <ButtonStack>
          {asks && (
            <ButtonLink kind="secondary" href={mend}>
              {t.mend}
            </ButtonLink>
          )}
          <Button kind={asks ? 'secondary' : 'primary'} working={t.locking}>
            {asks ? t.anyway : t.lock}
          </Button>
        </ButtonStack>
      </form>
      {!asks && <LinkLine href={mend}>{t.mend}</LinkLine>}
    </>
  )
}

/** S0-19: no number, and never required. What becomes of a proposal is for whoever decides on the job. */
function JobDescription({ frame: { language }, talk, job, ...props }: FreezingShown) {
  const t = closing[language].job
  const { hasDescription, proposal, proposalTooLong } = props
  const decides = talk.role === 'host' ? undefined : firstName(talk.host.name)
  return (
    <div class="with-choice">
      <RadioList
        name="job"
        legend={hasDescription ? t.legend : t.legendIfAny}
        hint={t.hint}
        value={job}
        choices={jobOutcomes.map(value => ({ value, label: papers[language].jobOutcomes[value] }))}
      />
      <div class="if-chosen">
        <TextField
          name="proposal"
          label={t.proposal}
          hint={t.proposalHint(decides)}
          autocomplete="off"
          maxLength={proposalLimit}
          value={proposal}
          error={proposalTooLong ? t.tooLong(proposalLimit) : undefined}
        />
      </div>
    </div>
  )
}

function TooLong({ language }: { language: Frame['language'] }) {
  const errors = [{ field: 'proposal', text: closing[language].job.tooLong(proposalLimit) }]
  return <ErrorSummary title={shell[language].errorTitle} errors={errors} />
}

function Gaps({ frame, talk, gaps }: Pick<FreezingShown, 'frame' | 'talk' | 'gaps'>) {
  const t = closing[frame.language].freezing
  const say = inWords(frame.language)
  const sayGap = ({ field, point }: Gap) => {
    if (isOddDay(field)) return t.odd[field](point)
    const head = field === 'support' ? t.supportHead : say(talk.form.planHeads[field])
    return t.gap(head, point)
  }
  const isOpen = !gaps.some(({ field }) => isOddDay(field))
  return (
    <Notice kind="info" title={isOpen ? t.gaps : t.look}>
      <ul>
        {gaps.map(gap => (
          <li key={`${gap.point} ${gap.field}`}>{sayGap(gap)}</li>
        ))}
      </ul>
      <p>{isOpen ? t.gapsText : t.lookText}</p>
    </Notice>
  )
}

function NoPoint({ frame, talk }: Pick<FreezingShown, 'frame' | 'talk'>) {
  const t = closing[frame.language].freezing
  return (
    <>
      <Notice kind="info" title={t.noPoint}>
        <p>{t.noPointText}</p>
      </Notice>
      <ButtonLink href={urls.planDraft({ id: talk.id })}>{t.write}</ButtonLink>
    </>
  )
}

function Late({ remark, language }: { remark: string; language: Frame['language'] }) {
  const t = closing[language].freezing
  return (
    <Notice kind="amber" spoken>
      <p>{t.corrected}</p>
      <UnsentRemark remark={remark} language={language} />
    </Notice>
  )
}
