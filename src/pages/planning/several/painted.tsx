import { localDateOf, localTimeOf } from '../../../domain/day.ts'
import { dayParts, sayTime, sayTimes } from '../../../domain/day-words.ts'
import { isPossibleLength } from '../../../domain/invitation.ts'
import { Checkbox } from '../../../ui/choices.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { closedDays } from '../../../words/closed-days.ts'
import { several } from '../../../words/planning-several.ts'
import type { Language } from '../../../words/words.ts'
import { noteOn } from '../../time-list.ts'
import { errorFor } from '../planning-errors.ts'
import { timeField } from './several-form.ts'
import type { SeveralShown } from './several-shown.ts'

/** The painted times by day, each a tick; those that clash come without it, and say why. */
export function Painted(props: SeveralShown) {
  const { frame, typed, justPainted = false } = props
  if (typed.times.length === 0) return null
  const t = several[frame.language]
  const dates = [...new Set(typed.times.map(localDateOf))]
  return (
    <fieldset class="field" id="painted">
      <legend>{t.painted(typed.times.length)}</legend>
      {justPainted && (
        <Notice kind="info" spoken>
          <p>{t.look}</p>
        </Notice>
      )}
      <p class="hint">{t.paintedHelp}</p>
      {dates.map(date => (
        <Day key={date} date={date} {...props} />
      ))}
      <TooFew {...props} />
    </fieldset>
  )
}

function Day({ date, ...props }: SeveralShown & { date: string }) {
  const { frame, typed, clashes = [], closed = [], unticked = [], errors = [] } = props
  const { language } = frame
  const { weekday, day, month } = dayParts(date, language)
  const times = typed.times.filter(at => localDateOf(at) === date)
  const note = noteOn(date, closed, language)
  const isOff = (at: Date) => [...unticked, ...clashes.map(clash => clash.at)].some(each => +each === +at)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out beside its times
    <div class="slot-day" role="group" aria-labelledby={`day-${date}`}>
      <p class="date-block" id={`day-${date}`}>
        <span>{weekday}</span> <b>{day}</b> <span>{month}</span>
      </p>
      <div class="painted-times">
        {note && (
          <p class="hint day-note">
            {note}. {closedDays[language].tick}
          </p>
        )}
        {times.map(at => (
          <Checkbox
            key={timeField(at)}
            name={timeField(at)}
            label={said(at, typed.minutes, language)}
            checked={!isOff(at)}
            error={clashes.find(clash => +clash.at === +at)?.text ?? errorFor(timeField(at), errors)}
          />
        ))}
      </div>
    </div>
  )
}

// A length nobody could read has no end to say.
function said(at: Date, minutes: number, language: Language): string {
  if (!isPossibleLength(minutes)) return sayTime(localTimeOf(at), language)
  return sayTimes(localTimeOf(at), localTimeOf(new Date(at.getTime() + minutes * 60_000)), language)
}

function TooFew({ frame, typed, clashes = [], unticked = [] }: SeveralShown) {
  const off = new Set([...unticked, ...clashes.map(({ at }) => at)].map(Number))
  const times = typed.times.length - off.size
  if (times >= typed.people.length) return null
  return (
    <Notice kind="amber">
      <p>{several[frame.language].tooFew(times, typed.people.length)}</p>
    </Notice>
  )
}
