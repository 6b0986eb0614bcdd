import { Checkbox } from '../../ui/choices.tsx'
import type { FormError } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DateField, TimeField } from '../../ui/text-field.tsx'
import { closedDays } from '../../words/closed-days.ts'
import { planning } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import { errorFor } from './planning-errors.ts'
import { dayField, isMeant, isTyped, meantField, type TypedTime, timeField } from './times.ts'

type Props = {
  language: Language
  lines: readonly TypedTime[]
  errors: readonly FormError[]
  /** The host's own question and help, when left out. */
  legend?: string
  help?: string
}

/** How many lines one meets; the rest can be unfolded. */
const atOnce = 3

/** Days and times to offer, a line each; what was typed stands where it was. */
export function TimeLines({ language, lines, errors, legend, help }: Props) {
  const t = planning[language]
  const line = (typed: TypedTime, at: number) => (
    <TimeLine key={dayField(at)} at={at} typed={typed} language={language} errors={errors} />
  )
  const more = lines.slice(atOnce)
  return (
    <fieldset class="time-lines">
      <legend>{legend ?? t.times}</legend>
      <p class="hint">{help ?? t.timesHelp}</p>
      <div class="time-rows">{lines.slice(0, atOnce).map(line)}</div>
      {more.length > 0 && (
        <Fold label={t.moreTimes} open={more.some(isTyped)}>
          <div class="time-rows">{more.map((typed, at) => line(typed, atOnce + at))}</div>
        </Fold>
      )}
    </fieldset>
  )
}

type LineProps = { language: Language; at: number; typed: TypedTime; errors: readonly FormError[] }

function TimeLine({ language, at, typed, errors }: LineProps) {
  const t = planning[language]
  const meant = meantField(at)
  return (
    <>
      <div class="time-line">
        <DateField
          name={dayField(at)}
          label={<Label word={t.day} heard={t.which(t.day, at + 1)} />}
          value={typed.day}
          error={errorFor(dayField(at), errors)}
        />
        <TimeField
          name={timeField(at)}
          label={<Label word={t.time} heard={t.which(t.time, at + 1)} />}
          value={typed.time}
          error={errorFor(timeField(at), errors)}
        />
      </div>
      <MeantDay name={meant} typed={typed} asked={errorFor(meant, errors)} language={language} />
    </>
  )
}

type MeantProps = { name: string; typed: TypedTime; asked: string | undefined; language: Language }

/** A day without anybody is asked about once; what was answered is carried on. */
export function MeantDay({ name, typed, asked, language }: MeantProps) {
  if (isMeant(typed)) return <input type="hidden" name={name} value={typed.day} />
  if (!asked) return null
  return (
    <Notice kind="amber">
      <p>{asked}</p>
      <Checkbox name={name} label={closedDays[language].meant} value={typed.day} checked={false} />
    </Notice>
  )
}

// The word is a head over its column; which of the times it is, is only heard.
const Label = ({ word, heard }: { word: string; heard: string }) => (
  <>
    <span aria-hidden="true">{word}</span>
    <span class="heard">{heard}</span>
  </>
)
