import { type Concept, type Form, kinds, questionsOf } from '../../domain/concept.ts'
import type { Choice } from '../../ui/choices.tsx'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

/** A concept to choose: its name, its mark, title and year (S3-01), and each of its forms in a line. */
export function conceptChoice(concept: Concept, language: Language): Choice {
  return {
    value: concept.id,
    label: <span lang="da">{concept.name}</span>,
    hint: `${concept.mark}. ${concept.title.da}, ${concept.year}. ${conceptLines(concept, language)}`,
  }
}

/** What its talks are, in a sentence or two for each kind. */
function conceptLines(concept: Concept, language: Language): string {
  return kinds
    .flatMap(kind => concept.kinds[kind] ?? [])
    .map(form => setup[language].conceptLine(shapeOf(form)))
    .join(' ')
}

const shapeOf = (form: Form) => ({
  kinds: form.label.short,
  questions: questionsOf(form).length,
  minutes: form.durationMinutes.offered,
  yearly: form.yearly,
  closing: form.closing,
})
