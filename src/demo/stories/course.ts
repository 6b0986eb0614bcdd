import { addDays } from '../../domain/day.ts'
import { type Act, answer, begin, type DemoPoint, hold, invite, lock, pick, plan } from '../acts.ts'
import type { Story } from '../story.ts'

type Acts = Story['acts']

/** Invited four weeks before, with the first time picked the same day. */
export const agreed = (day: string, hour: string, place: string, greeting = ''): Acts => [
  [
    `${addDays(day, -28)} 09:15`,
    invite({ times: [`${day} ${hour}`, `${addDays(day, 1)} ${hour}`], place, greeting }),
  ],
  [`${addDays(day, -28)} 12:20`, pick()],
]

type Held = { points: readonly DemoPoint[]; year?: string; said?: readonly Act[] }

/** A talk that begins at the agreed hour and is held: what they said, the plan, and both say so. */
export const held = (day: string, hour: string, { points, year = '', said = [] }: Held): Acts => {
  const [first = ''] = hour.split(':')
  const at = (minute: string) => `${day} ${first}:${minute}`
  return [
    [at('32'), begin],
    ...said.map(act => [at('40'), act] as const),
    [at('50'), plan(points, year)],
    [at('58'), hold],
  ]
}

/** Locked an hour later and answered by both, the led one first: confirmed or signed, or how else one of them did. */
export const closed = (day: string, hour: string, choice: string, remark = '', usual = choice): Acts => {
  const at = (minute: string) => `${day} ${Number(hour.split(':')[0]) + 1}:${minute}`
  return [
    [at('05'), lock],
    [at('20'), answer('led', choice, remark)],
    [at('40'), answer('host', usual)],
  ]
}
