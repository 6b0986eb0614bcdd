import type { FrozenRecord } from '../../db/records.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { signingChoices } from '../../domain/record/signing.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { shell } from '../../words/shell.ts'
import { Deletes } from '../deletes.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import type { Proof } from './fresh-code.ts'
import { PlanText } from './frozen-text.tsx'
import { Proved } from './proved.tsx'
import { RemarkField } from './remark-field.tsx'

export type SigningChoice = (typeof signingChoices)[number]

export type AnswerShown = {
  frame: Frame
  talk: Conversation
  record: FrozenRecord
  choice: SigningChoice
  proof: Proof
  remark?: string | undefined
  error?: { field: 'remark' | 'code'; text: string } | undefined
  /** The text was corrected meanwhile: the new one stands open on the page. */
  notice?: string | undefined
}

/** The chosen way of closing: the remark where there is one, a code of one's own, and the last button. */
export function AnswerPage(props: AnswerShown) {
  const { frame, talk, record, choice, error, notice } = props
  const t = closing[frame.language]
  const back = { href: urls.signing({ id: talk.id }), label: t.tab }
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={back}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={error ? [error] : []} />
      <Title help={helpOf(props)}>{t.signing.choices[choice].title}</Title>
      {notice && (
        <Notice kind="amber" spoken>
          <p>{notice}</p>
        </Notice>
      )}
      {record.plan && (
        <Fold label={t.answer.plan} open={notice !== undefined}>
          <PlanText plan={record.plan} language={frame.language} reader={talk.role} />
          <Deletes talk={talk} layer="plan" language={frame.language} />
        </Fold>
      )}
      <AnswerForm {...props} />
      <LinkLine href={urls.signing({ id: talk.id })}>{t.answer.other}</LinkLine>
    </StepPage>
  )
}

function helpOf({ frame, record, talk, choice }: AnswerShown): string {
  if (choice === 'signed') return (record.plan?.statement ?? talk.form.statement)[frame.language]
  return closing[frame.language].answer.text[choice]
}

function AnswerForm(props: AnswerShown) {
  const { frame, talk, record, choice, remark, error } = props
  const t = closing[frame.language].answer
  return (
    <form method="post" action={urls.signatures({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="choice" value={choice} />
      {choice === 'signed-with-remark' && (
        <RemarkField
          language={frame.language}
          talk={talk}
          value={remark}
          error={error?.field === 'remark' ? error.text : undefined}
        />
      )}
      <Proved
        {...props}
        error={error?.field === 'code' ? error.text : undefined}
        button={<Button working={t.doing}>{t.do[choice]}</Button>}
        askAt={urls.freshCode({ id: talk.id })}
      />
    </form>
  )
}
