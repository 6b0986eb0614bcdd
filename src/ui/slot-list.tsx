import { DateWords } from './date-block.tsx'
import { FieldError } from './field.tsx'

export type Slot = {
  value: string
  /** "kl. 9.30–10.45" */
  label: string
  /** Lost a moment ago: it stays in its place and says so. */
  taken?: boolean | undefined
  chosen?: boolean | undefined
  /** What the button says once this is chosen: "Vælg den 14. april kl. 13.00". Script puts it there. */
  buttonLabel?: string | undefined
}

/** `date` as YYYY-MM-DD; `day` with its full stop. */
export type SlotDay = {
  date: string
  weekday: string
  day: string
  month: string
  /** "Kløvervangen har lukket": what is odd about the day. */
  note?: string | undefined
  slots: readonly Slot[]
}

type SlotListProps = {
  name: string
  /** "Vælg en tid, der passer dig" */
  legend: string
  help?: string | undefined
  days: readonly SlotDay[]
  /** "Ikke ledig længere" */
  takenLabel: string
  error?: string | undefined
}

/** Times to choose from, by day. Each day is a group, so that every time is heard with its date. */
export function SlotList({ name, legend, help, days, takenLabel, error }: SlotListProps) {
  const first = days.flatMap(day => day.slots).find(slot => !slot.taken)
  return (
    <fieldset
      class="slots"
      id={`${name}s`}
      tabIndex={-1}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>
        <h2>{legend}</h2>
      </legend>
      {help && <p class="hint">{help}</p>}
      {days.map(day => (
        // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out beside its times
        <div class="slot-day" key={day.date} role="group" aria-labelledby={`${name}-${day.date}`}>
          <p class="date-block" id={`${name}-${day.date}`}>
            <DateWords {...day} />
          </p>
          <div class="slot-times">
            {day.note && <p class="hint day-note">{day.note}</p>}
            {day.slots.map(slot =>
              slot.taken ? (
                <p class="slot-taken" key={slot.value}>
                  <s class="heard">{slot.label}</s> {takenLabel}
                </p>
              ) : (
                <SlotChoice
                  key={slot.value}
                  name={name}
                  id={slot === first ? name : `${name}-${slot.value}`}
                  slot={slot}
                />
              ),
            )}
          </div>
        </div>
      ))}
      <FieldError id={name} error={error} />
    </fieldset>
  )
}

function SlotChoice({ name, id, slot }: { name: string; id: string; slot: Slot }) {
  return (
    <div class="slot">
      <input
        class="radio"
        type="radio"
        id={id}
        name={name}
        value={slot.value}
        checked={slot.chosen}
        data-button={slot.buttonLabel}
      />
      <label for={id}>{slot.label}</label>
    </div>
  )
}
