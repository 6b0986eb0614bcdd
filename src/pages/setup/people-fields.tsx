import { columnNames, isRequired } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextAreaField } from '../../ui/text-area.tsx'
import { urls } from '../../urls.ts'
import { setup } from '../../words/setup.ts'
import { columnHeads } from '../../words/setup-faults.ts'
import type { Language } from '../../words/words.ts'
import { CarriedMeanings } from './carried.tsx'
import { FaultTable } from './fault-table.tsx'
import type { Typed } from './typed.ts'

type Props = {
  language: Language
  typed: Typed
  faults: readonly Fault[]
  error: string | undefined
  /** There was a file, and it must be chosen again. */
  again?: boolean | undefined
}

/** The file, what it must look like, its faults, and its text: a browser forgets a chosen file, so the text is kept. */
export function PeopleFields({ language, typed, faults, error, again }: Props) {
  const t = setup[language]
  const { rows, held, meant } = typed
  const isKept = rows !== '' || held !== ''
  return (
    <>
      {again && (
        <Notice kind="amber">
          <p>{t.fileAgain}</p>
        </Notice>
      )}
      {isKept && faults.length === 0 && (
        <Notice kind="info">
          <p>{t.fileKept}</p>
        </Notice>
      )}
      <FileField
        name="file"
        label={t.file}
        hint={t.fileHint}
        error={error}
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
      />
      <LinkLine href={urls.setupExample()} download>
        {t.example}
      </LinkLine>
      <FaultTable language={language} faults={faults} />
      {held !== '' && <input type="hidden" name="held" value={held} />}
      <CarriedMeanings meant={meant} />
      <div>
        <Fold label={t.columns}>
          <p>{t.noCpr}</p>
          <h3>{t.columnRequired}</h3>
          <ColumnRows language={language} required />
          <h3>{t.columnFree}</h3>
          <ColumnRows language={language} required={false} />
        </Fold>
        <Fold label={t.paste} open={rows !== '' && faults.length > 0}>
          <TextAreaField
            name="rows"
            label={t.rows}
            hint={rows === '' ? t.rowsHint : t.rowsKept}
            value={rows}
            rows={8}
          />
        </Fold>
      </div>
    </>
  )
}

/** The columns, each with what stands in it. */
export function ColumnRows({ language, required }: { language: Language; required: boolean }) {
  const columns = columnNames.filter(column => isRequired(column) === required)
  const rows = columns.map(column => ({
    term: columnHeads[language][column],
    text: setup[language].columnWords[column],
  }))
  return <DefinitionRows rows={rows} />
}
