import type { DemoFace } from '../../demo/face.ts'
import { localDateOf, localTimeOf } from '../../domain/day.ts'
import { sayDay, sayTime } from '../../domain/day-words.ts'
import { demo } from '../../words/demo.ts'
import type { Language } from '../../words/words.ts'

type Props = { face: DemoFace; now: Date; language: Language }

/** On every page of a demo: that it is one, how late it is in it, and the way back to its people. */
export function DemoLine({ face, now, language }: Props) {
  const t = demo[language].line
  const when = `${sayDay(localDateOf(now), language)} ${sayTime(localTimeOf(now), language)}`
  return (
    <>
      {t.says(when)}{' '}
      <a class="alone" href={face.overview} target={face.seat && '_top'}>
        {t.back}
      </a>
    </>
  )
}
