import type { RefusedAddress } from '../../db/address-changes.ts'
import type { House } from '../../db/house.ts'
import type { Intake } from '../../db/intake/intakes.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayMoment } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { address } from '../../words/address.ts'
import { intake as texts } from '../../words/intake.ts'
import { shell } from '../../words/shell.ts'
import { ColumnRows } from '../setup/people-fields.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  house: House
  now: Date
  newest?: Intake | undefined
  /** Who has said no to an address of an earlier file. */
  refused?: readonly RefusedAddress[]
  /** The heads are remembered, and the file is gone. */
  again?: boolean
  wrong?: 'none' | 'too-large'
}

/** The file is chosen; what it must look like; how it went with the last one. */
export function ChoosePage({ frame, house, newest, refused = [], again, wrong }: Props) {
  const { language } = frame
  const t = texts[language]
  const error = wrong && t.wrong[wrong]
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.intake()}>
      {error && <ErrorSummary title={shell[language].errorTitle} errors={[{ field: 'file', text: error }]} />}
      {again && (
        <Notice kind="info" spoken>
          <p>{t.again}</p>
        </Notice>
      )}
      <Title help={t.help}>{t.title}</Title>
      {newest && <Newest language={language} newest={newest} />}
      {refused.length > 0 && <Refusals language={language} refused={refused} />}
      <form method="post" action={urls.intake()} enctype="multipart/form-data">
        <input type="hidden" name="key" value={frame.key} />
        <FileField
          name="file"
          label={t.file}
          hint={t.fileHint}
          error={error}
          accept=".csv,.txt,.tsv,.xlsx,text/csv"
        />
        <Button working={t.sending}>{t.read}</Button>
      </form>
      <p class="hint">{t.whole}</p>
      <div>
        <Fold label={t.look}>
          <p>{t.noCpr}</p>
          <h2>{t.required}</h2>
          <ColumnRows language={language} required />
          <h2>{t.free}</h2>
          <ColumnRows language={language} required={false} />
        </Fold>
        <Fold label={t.examples}>
          <LinkLine href={urls.intakeExample({ example: 'kommune' })} download>
            {t.example.municipality}
          </LinkLine>
          <LinkLine href={urls.intakeExample({ example: 'institution' })} download>
            {t.example.institution}
          </LinkLine>
          <LinkLine href={urls.intakeExample({ example: 'regneark' })} download>
            {t.example.workbook}
          </LinkLine>
        </Fold>
      </div>
    </EntrancePage>
  )
}

function Newest({ language, newest }: { language: Frame['language']; newest: Intake }) {
  const t = texts[language]
  const href = urls.intakeRun({ intake: newest.id })
  const { status, doneAt, madeAt } = newest
  if (status === 'done' && doneAt) return <p>{t.lastDone(sayMoment(doneAt, language))}</p>
  if (!['reading', 'heads', 'faults', 'ready', 'placing'].includes(status)) return null
  return (
    <Notice kind="info">
      <p>{t.underWay(sayMoment(madeAt, language))}</p>
      <LinkLine href={href}>{t.goOn}</LinkLine>
    </Notice>
  )
}

/** A no is told here, where the next file comes from; to which address, and nothing of why. */
function Refusals({
  language,
  refused,
}: {
  language: Frame['language']
  refused: readonly RefusedAddress[]
}) {
  const t = address[language]
  return (
    <section class="flow">
      <h2>{t.refusals}</h2>
      <p>{t.refusalsHelp}</p>
      <DefinitionRows
        rows={refused.map(({ name, address: to, on }) => ({
          term: name,
          text: t.refusal(to, sayDate(localDateOf(on), language)),
        }))}
      />
    </section>
  )
}
