import { weekdayName } from '../../../domain/day-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import type { FormError } from '../../../ui/error-summary.tsx'
import { DateField, TextField, TimeField } from '../../../ui/text-field.tsx'
import { several } from '../../../words/planning-several.ts'
import type { Frame } from '../../shell.tsx'
import { errorFor } from '../planning-errors.ts'
import { type SeveralForm, workdays } from './several-form.ts'

type Props = { frame: Frame; typed: SeveralForm; errors: readonly FormError[] }

/** Times from a day to a day and from an hour to an hour, so that nothing has to be drawn (2.5.7). */
export function PainterFields({ frame, typed, errors }: Props) {
  const t = several[frame.language]
  const { painter, times } = typed
  const of = (name: 'from' | 'to' | 'opens' | 'closes' | 'pause') => ({
    name,
    label: t[name],
    value: painter[name],
    error: errorFor(name, errors),
  })
  return (
    <fieldset class="field">
      <legend>{t.times}</legend>
      <p class="hint">{t.timesHelp}</p>
      <div class="painter-fields">
        <DateField {...of('from')} />
        <DateField {...of('to')} />
        <TimeField {...of('opens')} />
        <TimeField {...of('closes')} />
        <TextField {...of('pause')} hint={t.pauseHint} width="short" inputMode="numeric" />
      </div>
      <Weekdays frame={frame} chosen={painter.weekdays} />
      <Button kind="secondary" name="do" value="paint">
        {times.length > 0 ? t.paintMore : t.paint}
      </Button>
    </fieldset>
  )
}

function Weekdays({ frame, chosen }: { frame: Frame; chosen: readonly number[] }) {
  return (
    <fieldset class="field">
      <legend>{several[frame.language].weekdays}</legend>
      <div class="choices inline">
        {workdays.map(day => (
          <Checkbox
            key={day}
            name={`w.${day}`}
            label={weekdayName(day, frame.language)}
            checked={chosen.includes(day)}
          />
        ))}
      </div>
    </fieldset>
  )
}
