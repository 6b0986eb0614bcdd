import type { House } from '../../db/house.ts'
import type { Intake } from '../../db/intake/intakes.ts'
import { columnNames } from '../../domain/organisation/columns.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { columnHeads, sayFault } from '../../words/setup-faults.ts'
import type { Language } from '../../words/words.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = { frame: Frame; house: House; intake: Intake }

/** What each column of the file is, asked once and remembered. */
export function HeadsPage({ frame, house, intake }: Props) {
  const { language } = frame
  const t = texts[language]
  const { heads = [] } = intake.report
  return (
    <EntrancePage frame={frame} house={house} title={t.headsTitle} here={urls.intake()}>
      <ErrorSummary title={t.headsUnknown} errors={errorsOf(intake, language)} />
      <Title help={t.headsHelp}>{t.headsTitle}</Title>
      <form method="post" action={urls.intakeHeads({ intake: intake.id })}>
        <input type="hidden" name="key" value={frame.key} />
        {heads.map(({ head, example, meant }, at) => (
          <SelectField
            key={at}
            name={`head-${at}`}
            label={head}
            hint={example === '' ? t.noExample : t.example1(example)}
            options={optionsIn(language)}
            value={meant}
          />
        ))}
        <Button>{t.useHeads}</Button>
      </form>
    </EntrancePage>
  )
}

const optionsIn = (language: Language) => [
  { value: 'unused', label: texts[language].unused },
  ...columnNames.map(column => ({ value: column, label: columnHeads[language][column] })),
]

function errorsOf({ status, report }: Intake, language: Language) {
  if (status !== 'heads') return []
  return (report.faults ?? []).map(fault => ({
    text:
      fault.rule === 'column-missing' && fault.column
        ? texts[language].headMissing(columnHeads[language][fault.column])
        : `${fault.head ?? ''}: ${sayFault(language, fault)}`,
  }))
}
