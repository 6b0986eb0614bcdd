import type { Representative } from '../../db/follow-ups.ts'
import { Link } from '../../ui/link.tsx'
import { followUp as texts } from '../../words/follow-up.ts'
import type { Language } from '../../words/words.ts'

type Props = { people: readonly Representative[]; language: Language }

/** All of the house's TR and AMR: a link opens one's own mail, and nothing is stored (T16, D17). */
export function Representatives({ people, language }: Props) {
  const t = texts[language]
  if (people.length === 0) return <p class="hint">{t.noRepresentatives}</p>
  return (
    <div class="day-act">
      <h3>{t.representatives}</h3>
      <ul class="plain-list">
        {people.map(({ name, duty, address }) => (
          <li key={`${name} ${duty}`}>
            {address ? <Link href={`mailto:${address}`}>{name}</Link> : name} ({t[duty]})
          </li>
        ))}
      </ul>
      <p class="hint">{t.mailHint}</p>
    </div>
  )
}
