import type { VNode } from 'preact'
import type { FrozenRecord } from '../../db/records.ts'
import type { Signature } from '../../db/signatures.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { type ClosingDays, isOverdue, signingChoices } from '../../domain/record/signing.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ThreeChoices } from '../../ui/three-choices.tsx'
import { Title } from '../../ui/title.tsx'
import { WhoSees } from '../../ui/who-sees.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { shell } from '../../words/shell.ts'
import { Deletes } from '../deletes.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { Standpoint } from '../standpoint.tsx'
import { sayMine } from './answer-by.ts'
import { backTo } from './freezing-page.tsx'
import { PlanText, RecordText } from './frozen-text.tsx'
import { RemarkField } from './remark-field.tsx'
import { SignatureRows } from './signature-rows.tsx'

export type SigningShown = {
  frame: Frame
  talk: Conversation
  record: FrozenRecord
  signatures: readonly Signature[]
  today: LocalDate
  days: ClosingDays
  /** How the closing stood when the page was made, for one that is to follow it. */
  state?: string | undefined
  /** The text was corrected, or an answer is there already: said on top, in words. */
  notice?: string | undefined
  error?: { field?: string; text: string } | undefined
  remark?: string | undefined
}

/** Screen 19: both read the same frozen text, and each chooses how to close it. No choice is the usual one. */
export function SigningPage(props: SigningShown) {
  const { frame, talk, notice, error } = props
  const t = closing[frame.language]
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={backTo(frame, talk)} script="waiting.js">
      <Standing {...props} />
      <ErrorSummary title={shell[frame.language].errorTitle} errors={error ? [error] : []} />
      <Title>{t.signing.title(firstName(otherIn(talk).name))}</Title>
      <WhoSees shelf="joint">{t.joint(firstName(otherIn(talk).name))}</WhoSees>
      {notice && (
        <Notice kind="amber" spoken>
          <p>{notice}</p>
        </Notice>
      )}
      <FrozenText {...props} />
      {props.signatures.length > 0 && <SignatureRows {...props} />}
      {talk.form.closing === 'sign' ? <Choices {...props} /> : <Confirm {...props} />}
      <p class="hint">{waitUntil(props)}</p>
    </StepPage>
  )
}

/** The other's answer, or a correction, shows by itself. */
export function Standing({ frame, talk, state, waits }: SigningShown & { waits?: boolean }) {
  if (state === undefined) return null
  const address = urls.signing({ id: talk.id })
  return <Standpoint state={state} address={address} language={frame.language} waits={waits} />
}

/** The frozen text with the way to correct it; the record folded below the plan. */
export function FrozenText({ frame, talk, record }: SigningShown): VNode {
  return (
    <>
      {record.plan && (
        <PlanText plan={record.plan} language={frame.language} reader={talk.role}>
          <Correction frame={frame} talk={talk} version={record.version} />
        </PlanText>
      )}
      {record.plan && <Deletes talk={talk} layer="plan" language={frame.language} />}
      {record.talk && <RecordText talk={record.talk} language={frame.language} />}
      {record.talk && <Deletes talk={talk} layer="talk" language={frame.language} />}
    </>
  )
}

function Correction({ frame, talk, version }: { frame: Frame; talk: Conversation; version: number }) {
  return (
    <form method="post" action={urls.correction({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-r`} />
      <input type="hidden" name="version" value={version} />
      <div>
        <Button kind="text">{closing[frame.language].signing.mend}</Button>
        <p class="hint">{closing[frame.language].signing.mendHelp[talk.form.closing]}</p>
      </div>
    </form>
  )
}

function Choices({ frame, talk, record }: SigningShown) {
  const t = closing[frame.language].signing
  const statement = (record.plan?.statement ?? talk.form.statement)[frame.language]
  const linesOf = (choice: (typeof signingChoices)[number]) =>
    choice === 'signed' ? sentencesOf(statement) : t.choices[choice].lines
  return (
    <form method="post" action={urls.freshCode({ id: talk.id })}>
      <input type="hidden" name="version" value={record.version} />
      <ThreeChoices
        name="choice"
        legend={t.legend}
        help={t.equal(firstName(otherIn(talk).name))}
        choices={signingChoices.map(value => ({
          value,
          title: t.choices[value].title,
          lines: linesOf(value),
        }))}
      />
    </form>
  )
}

/** One sentence a line: the concept's statement stands within the first choice as the others' lines do. */
const sentencesOf = (text: string) => text.split(/(?<=\.) /)

/** D11: one tap each, a remark if one likes, no code and nothing to refuse. */
function Confirm(props: SigningShown) {
  const { frame, talk, record, remark, error } = props
  const t = closing[frame.language]
  return (
    <form method="post" action={urls.signatures({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="choice" value="confirmed" />
      <h2>{t.signing.confirmLegend}</h2>
      <p class="hint">{t.signing.confirmHelp(firstName(otherIn(talk).name))}</p>
      <RemarkField
        language={frame.language}
        talk={talk}
        hint={t.remark.optional}
        value={remark}
        error={error?.field === 'remark' ? error.text : undefined}
      />
      <Button working={t.signing.confirming}>{t.signing.confirm}</Button>
    </form>
  )
}

function waitUntil({ frame, days, today }: SigningShown): string {
  const { language } = frame
  const t = closing[language].signing
  return `${isOverdue(days, today) ? t.waited : t.wait} ${sayMine({ days, today, language })}`
}
