import { type Concept, type Form, formsOf, questionsOf } from '../../domain/concept.ts'
import type { Choice } from '../../ui/choices.tsx'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

/** A concept to choose: its name, its mark, title and year (S3-01), and each of its forms in a line. */
export function conceptChoice(concept: Concept, language: Language): Choice {
  return {
    value: concept.id,
    label: <span lang="da">{concept.name}</span>,
    hint: `${concept.mark}. ${concept.title.da}, ${concept.year}. ${talksOf(concept, language)}`,
  }
}

/** What its talks are, in a line for each kind; the kind is named where there are several. */
function talksOf(concept: Concept, language: Language): string {
  const forms = formsOf(concept)
  const named = (form: Form) => (forms.length > 1 ? `${form.label.short}: ` : '')
  return forms.map(form => setup[language].conceptLine({ ...shapeOf(form), kinds: named(form) })).join(' ')
}

const shapeOf = (form: Form) => ({
  questions: questionsOf(form).length,
  minutes: form.durationMinutes.offered,
  yearly: form.yearly,
  closing: form.closing,
})
