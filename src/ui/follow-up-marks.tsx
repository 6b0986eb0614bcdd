type Props = {
  /** How many days in all, the first and the last included. */
  days: number
  /** Which of them today is, from 0; past the end when the deadline has passed. */
  today: number
  /** "8. sept." and "22. sept." under the ends, and "I dag" between them. */
  from: string
  to: string
  now: string
}

const most = 29

/** The days as marks: gone is filled, today a heavy ring, the deadline a diamond. The sentence above carries it all. */
export function FollowUpMarks({ days, today, from, to, now }: Props) {
  if (days > most) return null
  const kind = (at: number) =>
    at === days - 1 ? 'deadline' : at < today ? 'gone' : at === today ? 'today' : 'ahead'
  return (
    <div class="follow-up-marks" aria-hidden="true">
      <p class="day-marks">
        {Array.from({ length: days }, (_, at) => (
          <span key={at} class={`day-mark ${kind(at)}`} />
        ))}
      </p>
      <p class="day-ends">
        <span>{from}</span>
        {today > 0 && today < days - 1 && <b>{now}</b>}
        <span>{to}</span>
      </p>
    </div>
  )
}
