import type { Fault } from '../../domain/organisation/faults.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { setup } from '../../words/setup.ts'
import { sayColumn, sayFault } from '../../words/setup-faults.ts'
import type { Language } from '../../words/words.ts'

export const faultsId = 'file-faults'

/** A page of faults is enough to begin with. */
const mostShown = 50

/** The file's faults by row and column, each with whose it is, what stands there and what to do. Nothing when there are none. */
export function FaultTable({ language, faults }: { language: Language; faults: readonly Fault[] }) {
  if (faults.length === 0) return null
  const t = setup[language]
  const more = faults.length - mostShown
  return (
    <div id={faultsId} class="flow" tabIndex={-1}>
      <DataTable
        caption={t.faultTable}
        columns={[{ label: t.faultRow }, { label: t.faultColumn }, { label: t.faultWhat }]}
        rows={faults.slice(0, mostShown).map((fault, at) => ({
          key: String(at),
          cells: [
            <Over key="row" text={t.faultRowWords(fault.row)} under={fault.who} />,
            <Over
              key="column"
              text={sayColumn(language, fault)}
              under={fault.value === undefined ? undefined : t.faultValue(fault.value)}
            />,
            sayFault(language, fault),
          ],
        }))}
      />
      {more > 0 && <p>{t.faultsMore(more)}</p>}
    </div>
  )
}

/** Where it is, and under it whose that is or what stands there. */
const Over = ({ text, under }: { text: string; under: string | undefined }) => (
  <span>
    {text} {under !== undefined && <span class="beneath">{under}</span>}
  </span>
)
