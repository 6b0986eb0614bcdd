import { type Concept, kinds, questionsOf } from '../../domain/concept.ts'
import { isHeldHere } from '../../domain/kind.ts'
import type { Choice } from '../../ui/choices.tsx'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

/** A concept to choose: its name, its mark, title and year (S3-01), and what its talks are. */
export function conceptChoice(concept: Concept, language: Language): Choice {
  return {
    value: concept.id,
    label: <span lang="da">{concept.name}</span>,
    hint: `${concept.mark}. ${concept.title.da}, ${concept.year}. ${talksOf(concept, language)}`,
  }
}

/** Who holds which of them, what cannot be held here, and what they have in common. */
function talksOf(concept: Concept, language: Language): string {
  const t = setup[language].talks
  const forms = kinds.flatMap(kind => {
    const form = concept.kinds[kind]
    return form ? [{ ...form, kind }] : []
  })
  const held = forms.filter(({ kind }) => isHeldHere(kind))
  const [first, another] = held
  return [
    first && !another && t.questions(questionsOf(first).length),
    first &&
      t.shape({ minutes: first.durationMinutes.offered, yearly: first.yearly, closing: first.closing }),
    t.heldBy(held.map(({ label, host }) => t.by(label.short, t.holders[host]))),
    ...forms.filter(({ kind }) => !isHeldHere(kind)).map(({ label }) => t.notHere(label.short)),
  ]
    .filter(Boolean)
    .join(' ')
}
