import type { FormError } from '../../ui/error-summary.tsx'
import { DateField, TimeField } from '../../ui/text-field.tsx'
import { planning } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import { errorFor } from './planning-errors.ts'
import { dayField, type TypedTime, timeField } from './times.ts'

type Props = { language: Language; lines: readonly TypedTime[]; errors: readonly FormError[] }

/** Days and times to offer, a line each; what was typed stands where it was. */
export function TimeLines({ language, lines, errors }: Props) {
  const t = planning[language]
  return (
    <fieldset class="time-lines">
      <legend>{t.times}</legend>
      <p class="hint">{t.timesHelp}</p>
      {lines.map((line, at) => (
        <div class="time-line" key={dayField(at)}>
          <DateField
            name={dayField(at)}
            label={t.day(at + 1)}
            value={line.day}
            error={errorFor(dayField(at), errors)}
          />
          <TimeField name={timeField(at)} label={t.time(at + 1)} value={line.time} />
        </div>
      ))}
    </fieldset>
  )
}
