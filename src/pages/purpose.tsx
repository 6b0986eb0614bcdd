import type { Purpose as Purposes } from '../domain/concept.ts'
import type { Language } from '../words/words.ts'
import { inWords } from './quote.ts'

/** Why the organisation holds the talks, in the concept's own words. */
export function Purpose({ purpose, language }: { purpose: Purposes; language: Language }) {
  const say = inWords(language)
  return (
    <>
      {purpose.parts.map(part =>
        'text' in part ? (
          <p key={part.text.da}>{say(part.text)}</p>
        ) : (
          <ul key={part.list[0]?.da}>
            {part.list.map(item => (
              <li key={item.da}>{say(item)}</li>
            ))}
          </ul>
        ),
      )}
    </>
  )
}
