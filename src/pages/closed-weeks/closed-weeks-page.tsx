import type { House as Closable, Closing } from '../../db/closed-weeks.ts'
import type { House } from '../../db/house.ts'
import { sayDate } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { DateField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closedWeeks } from '../../words/follow-up.ts'
import { shell } from '../../words/shell.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import type { ClosingFault, TypedClosing } from './typed.ts'

type Shown = {
  frame: Frame
  house: House
  mine: readonly Closable[]
  closings: readonly Closing[]
  typed?: TypedClosing
  faults?: readonly ClosingFault[]
}

/** When the houses are closed, and a small form for those who lead one. */
export function ClosedWeeksPage(props: Shown) {
  const { frame, house, mine, closings, faults = [] } = props
  const t = closedWeeks[frame.language]
  const errors = faults.map(({ field, fault }) => ({ field, text: t[fault] }))
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.closedWeeks()}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title help={t.help}>{t.title}</Title>
      {closings.length === 0 && <p>{t.none}</p>}
      <ul class="rows">
        {closings.map(each => (
          <ClosingRow key={each.id} frame={frame} closing={each} mine={mine} />
        ))}
      </ul>
      {mine.length > 0 && <ClosingForm {...props} errors={errors} />}
    </EntrancePage>
  )
}

type RowProps = Pick<Shown, 'frame' | 'mine'> & { closing: Closing }

function ClosingRow({ frame, mine, closing: { id, unit, house, from, to } }: RowProps) {
  const { language } = frame
  const t = closedWeeks[language]
  const first = sayDate(from, language)
  return (
    <li>
      <span>{house}</span> <span class="row-when">{t.span(first, sayDate(to, language))}</span>
      {mine.some(each => each.id === unit) && (
        <form method="post" action={urls.closedWeeks()}>
          <input type="hidden" name="key" value={`${frame.key}-${id.slice(0, 8)}`} />
          <input type="hidden" name="remove" value={id} />
          <Button kind="text">
            {t.removeShort}
            <span class="heard">{`: ${t.remove(house, first)}`}</span>
          </Button>
        </form>
      )}
    </li>
  )
}

function ClosingForm({
  frame,
  mine,
  typed,
  errors,
}: Shown & { errors: readonly { field: string; text: string }[] }) {
  const t = closedWeeks[frame.language]
  const errorFor = (field: string) => errors.find(error => error.field === field)?.text
  const options = mine.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section>
      <h2>{t.add}</h2>
      <form method="post" action={urls.closedWeeks()}>
        <input type="hidden" name="key" value={frame.key} />
        <SelectField
          name="unit"
          label={t.house}
          options={options}
          value={typed?.unit ?? options[0]?.value}
          error={errorFor('unit')}
        />
        <DateField name="from" label={t.from} value={typed?.from ?? ''} error={errorFor('from')} />
        <DateField name="to" label={t.to} value={typed?.to ?? ''} error={errorFor('to')} />
        <Button>{t.save}</Button>
      </form>
    </section>
  )
}
