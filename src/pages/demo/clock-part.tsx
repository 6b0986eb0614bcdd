import type { LocalDate } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import type { Frame } from '../shell.tsx'
import { sayNow } from './demo-line.tsx'

/** How many days the clock may be moved at a time. */
export const steps = [1, 7, 14] as const

type Props = { frame: Frame; now: Date; deadline: LocalDate | undefined }

/** The demo's clock, and the ways to move it. */
export function ClockPart({ frame, now, deadline }: Props) {
  const t = demo[frame.language]
  return (
    <section id="ur">
      <h2>{t.time}</h2>
      <p>{t.timeHelp(sayNow(now, frame.language))}</p>
      <form method="post" action={demoUrls.demoTime()} class="clock-steps">
        {steps.map(days => (
          <Button key={days} kind="secondary" name="days" value={String(days)} working={t.moving}>
            {t.days(days)}
          </Button>
        ))}
        {deadline && (
          <Button kind="secondary" name="days" value="deadline" working={t.moving}>
            {t.toDeadline(sayDayAndMonth(deadline, frame.language))}
          </Button>
        )}
      </form>
    </section>
  )
}
