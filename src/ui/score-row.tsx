import { FieldError } from './field.tsx'

const scores = [1, 2, 3, 4, 5, 6] as const

type ScoreRowProps = {
  name: string
  id?: string | undefined
  chosen?: number | undefined
  /** "lavest" and "højest": shown as "1 lavest" and "6 højest", and heard with the numbers. */
  low: string
  high: string
  /** "Fjern mit svar" */
  clear: string
  /** "Svaret er fjernet", said by the same control once it is pressed. */
  cleared: string
  error?: string | undefined
}

/**
 * S3-27: one to six as native radios, inside a `Question`. Nothing is chosen beforehand. Taking the answer back is a
 * seventh radio with an empty value, so that it works without script; it shows once something is chosen.
 */
export function ScoreRow({ name, id = name, chosen, low, high, clear, cleared, error }: ScoreRowProps) {
  return (
    <div class="score">
      <div class="score-boxes">
        {scores.map(score => (
          <div class="score-box" key={score}>
            <input
              type="radio"
              id={score === 1 ? id : `${id}-${score}`}
              name={name}
              value={String(score)}
              checked={score === chosen}
              aria-describedby={error ? `${id}-error` : undefined}
            />
            <label for={score === 1 ? id : `${id}-${score}`}>
              {score}
              {score === 1 && <span class="heard"> {low}</span>}
              {score === 6 && <span class="heard"> {high}</span>}
            </label>
          </div>
        ))}
      </div>
      <div class="score-ends">
        <span aria-hidden="true">1 {low}</span>
        <span class="score-clear">
          <input type="radio" id={`${id}-none`} name={name} value="" />
          <label for={`${id}-none`}>
            <span class="clear">{clear}</span>
            <span class="cleared">{cleared}</span>
          </label>
        </span>
        <span aria-hidden="true">6 {high}</span>
      </div>
      <FieldError id={id} error={error} />
    </div>
  )
}
