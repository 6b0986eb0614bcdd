import type { LocalDate } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { isSeveral } from '../../domain/sitting.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { DateField, TimeField } from '../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { listed } from '../../words/listed.ts'
import { talk as texts } from '../../words/talk.ts'
import { MeantDay } from '../planning/time-lines.tsx'
import type { TypedTime } from '../planning/times.ts'
import type { Room } from './room-page.tsx'

export type NextTime = TypedTime & { error: { field: string; text: string } }

type Props = Room & { sittings: readonly LocalDate[]; next?: NextTime | undefined }

/** S0-22: one may also meet again, with the same plan. Folded, since most are done. */
export function MeetAgain({ frame, talk, sittings, next }: Props) {
  const { language } = frame
  const t = texts[language].again
  const errorOf = (field: string) => (next?.error.field === field ? next.error.text : undefined)
  const days = sittings.map(day => sayDayAndMonth(day, language))
  return (
    <Fold label={t.title} open={next !== undefined || isSeveral(talk)}>
      <form method="post" action={urls.meetAgain({ id: talk.id })}>
        <input type="hidden" name="key" value={`${frame.key}-m`} />
        <p class="hint">{t.help}</p>
        {days.length > 0 && <p>{t.met(listed(language, days))}</p>}
        <DateField name="day" label={t.day} value={next?.day} error={errorOf('day')} />
        <TimeField name="time" label={t.time} value={next?.time} />
        {next && <MeantDay name="meant" typed={next} asked={errorOf('meant')} language={language} />}
        <Button kind="secondary">{t.agree}</Button>
      </form>
    </Fold>
  )
}
