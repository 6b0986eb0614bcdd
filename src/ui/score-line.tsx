import type { Person } from './person-mark.tsx'

const scores = [1, 2, 3, 4, 5, 6] as const
const first = 7.5
const step = 42

type ScoreLineProps = {
  who: Person
  chosen: number
  /** "5 af 6": the score in words; the line itself is silent. */
  label: string
}

/** A score to read: six rings on a line, the chosen one larger and filled. The same green for 1 and for 6. */
export function ScoreLine({ who, chosen, label }: ScoreLineProps) {
  return (
    <p class="score-line">
      <svg viewBox="0 0 225 24" width="225" height="24" aria-hidden="true" focusable="false">
        <path class="score-thread" d={`M${first} 12h${5 * step}`} />
        {scores.map(score =>
          score === chosen ? (
            <Chosen key={score} who={who} x={place(score)} />
          ) : (
            <circle key={score} class="score-ring" cx={place(score)} cy="12" r="6.5" />
          ),
        )}
      </svg>
      <span>{label}</span>
    </p>
  )
}

function Chosen({ who, x }: { who: Person; x: number }) {
  if (who === 'host') return <path class="score-host" d={`M${x} 1l11 11-11 11-11-11z`} />
  return <circle class="score-participant" cx={x} cy="12" r="10" />
}

function place(score: number): number {
  return first + (score - 1) * step
}
