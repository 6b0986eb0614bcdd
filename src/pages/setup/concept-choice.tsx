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
    hint: `${concept.mark}. ${titleOf(concept)}${talksOf(concept, language)}`,
  }
}

/** Title and year (S3-01), where the concept's own name does not end with them. */
function titleOf({ name, title, year }: Concept): string {
  return name.endsWith(`${title.da} ${year}`) ? '' : `${title.da}, ${year}. `
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
    concept.kinds.mus ? undefined : t.forAll,
    ...forms.filter(({ kind }) => !isHeldHere(kind)).map(({ label }) => t.notHere(label.short)),
  ]
    .filter(Boolean)
    .join(' ')
}
