import { columnNames } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import type { FileHead } from '../../outside/people-file/heads.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { intake as texts } from '../../words/intake.ts'
import { columnHeads, sayFault } from '../../words/setup-faults.ts'
import type { Language } from '../../words/words.ts'

type Props = { name: string; head: FileHead; language: Language }

/** One of the file's heads with what stands under it, and which column it is. */
export function HeadField({ name, head: { head, example, meant }, language }: Props) {
  const t = texts[language]
  return (
    <SelectField
      name={name}
      label={head}
      hint={example === '' ? t.noExample : t.example1(example)}
      options={optionsIn(language)}
      value={meant}
    />
  )
}

const optionsIn = (language: Language) => [
  { value: 'unused', label: texts[language].unused },
  ...columnNames.map(column => ({ value: column, label: columnHeads[language][column] })),
]

type Asked = { faults: readonly Fault[]; language: Language }

/** What is to be said of the columns: a question while one is missing, a fault once two have been given one meaning. */
export function HeadsAsked({ faults, language }: Asked) {
  const title = texts[language].headsUnknown
  const told = headErrors(faults, language)
  if (faults.some(({ rule }) => rule !== 'column-missing'))
    return <ErrorSummary title={title} errors={told} />
  if (told.length === 0) return null
  return (
    <Notice kind="amber" title={title} spoken>
      <ul>
        {told.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Which columns nobody has found yet, and which two mean the same. */
const headErrors = (faults: readonly Fault[], language: Language): { text: string }[] =>
  faults.map(fault => ({
    text:
      fault.rule === 'column-missing' && fault.column
        ? texts[language].headMissing(columnHeads[language][fault.column])
        : `${fault.head ?? ''}: ${sayFault(language, fault)}`,
  }))
