import type { DemoFace } from '../../demo/face.ts'
import { localDateOf, localTimeOf } from '../../domain/day.ts'
import { sayDay, sayDayAndMonth, sayTime } from '../../domain/day-words.ts'
import { Link } from '../../ui/link.tsx'
import { demo } from '../../words/demo.ts'
import type { Language } from '../../words/words.ts'

type Props = { face: DemoFace; now: Date; here?: boolean; language: Language }

/** How late it is in the demo: »tirsdag den 14. april kl. 10.20«. */
export const sayNow = (now: Date, language: Language): string =>
  `${sayDay(localDateOf(now), language)} ${sayTime(localTimeOf(now), language)}`

/** The same, short: »14. april kl. 10.20«. */
const sayHour = (now: Date, language: Language): string =>
  `${sayDayAndMonth(localDateOf(now), language)} ${sayTime(localTimeOf(now), language)}`

/** On every page of a demo: that it is one, how late it is in it, and the way back to its people. */
export function DemoLine({ face, now, here, language }: Props) {
  const t = demo[language].line
  return (
    <span class={face.seat ? 'demo-line framed' : 'demo-line'}>
      <span>{face.seat ? t.framed : t.says(sayHour(now, language))}</span>
      {!here && (
        <Link href={face.overview} outOfFrame={face.seat !== undefined}>
          {t.back}
        </Link>
      )}
    </span>
  )
}
