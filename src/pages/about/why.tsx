import { type Concept, formsOf, type Purpose as Purposes } from '../../domain/concept.ts'
import { Fold } from '../../ui/fold.tsx'
import { about } from '../../words/about.ts'
import type { Language } from '../../words/words.ts'
import { Purpose } from '../purpose.tsx'
import { inWords, sayMeaning } from '../quote.ts'

type Part = Purposes['parts'][number]

/** The definitions and purposes in the concept's own words; what all its kinds share stands once. */
export function Why({
  concept,
  chairs,
  language,
}: {
  concept: Concept
  chairs: boolean
  language: Language
}) {
  const t = about[language]
  const say = inWords(language)
  const forms = formsOf(concept)
  const shared = sharedParts(forms.map(({ purpose }) => purpose))
  const isOwn = (part: Part) => !shared.some(other => sameText(other, part))
  const [first] = forms
  return (
    <section>
      <h2>{t.why}</h2>
      {forms.map(({ label, definition, purpose, host }) => (
        <Fold key={label.short} label={t.what(label.short)} open={chairs && host === 'board-chair'}>
          <p>{definition ? say(definition) : sayMeaning(label, language)}</p>
          <Purpose purpose={{ ...purpose, parts: purpose.parts.filter(isOwn) }} language={language} />
        </Fold>
      ))}
      {first && shared.length > 0 && (
        <Fold label={say(first.purpose.title)}>
          <Purpose purpose={{ ...first.purpose, parts: shared }} language={language} />
        </Fold>
      )}
      <Fold label={t.concept}>
        {(concept.intro ?? []).map(quote => (
          <p key={quote.da}>{say(quote)}</p>
        ))}
        <p>{t.version(concept.name, concept.version)}</p>
        {forms.some(({ draft }) => draft) && <p>{t.draft}</p>}
      </Fold>
    </section>
  )
}

const sameText = (one: Part, other: Part) => JSON.stringify(one) === JSON.stringify(other)

/** What every one of several purposes says. One alone shares nothing. */
function sharedParts([first, ...others]: readonly Purposes[]): readonly Part[] {
  if (!first || others.length === 0) return []
  return first.parts.filter(part => others.every(({ parts }) => parts.some(each => sameText(each, part))))
}
