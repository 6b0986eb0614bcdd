import { columnNames } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import type { FileHead } from '../../outside/people-file/heads.ts'
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

/** Which columns nobody has found yet, and which two mean the same. */
export const headErrors = (faults: readonly Fault[], language: Language): { text: string }[] =>
  faults.map(fault => ({
    text:
      fault.rule === 'column-missing' && fault.column
        ? texts[language].headMissing(columnHeads[language][fault.column])
        : `${fault.head ?? ''}: ${sayFault(language, fault)}`,
  }))
