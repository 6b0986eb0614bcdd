import { answerTypeFor, type Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Pick, Source, Typed } from '../../domain/draft.ts'
import { askedOn } from '../../domain/themes.ts'
import { questionTypes } from '../../questions/all.ts'
import type { Parsed } from '../../questions/faces.ts'
import { type Form, keyOf } from '../form.ts'

/** Each question of the step as it was sent, by id: its answer, or its faults with what was typed. */
export function parseStep(form: Form, talk: Conversation, step: Step): Map<string, Parsed> {
  return new Map(
    askedOn(talk.form, step, talk.role).map(question => {
      const type = answerTypeFor(talk.form, question, talk.role)
      return [question.id, questionTypes[type].parse(question.id, form)]
    }),
  )
}

/** What is to be kept, with the page it was typed on and the choice between several texts, if one was made. */
export function typedOf(parsed: Map<string, Parsed>, form: Form): Map<string, Typed> {
  const source = sourceOf(form)
  const typed = new Map<string, Typed>()
  for (const [id, each] of parsed)
    if ('answer' in each) typed.set(id, { ...each, source, pick: pickOf(form.text(`${id}.pick`)) })
  return typed
}

// The form's key is new on every opened page; our script counts its saves. Without script there is one.
const sourceOf = (form: Form): Source => ({
  page: keyOf(form) ?? '',
  turn: Number(/^\d{1,9}$/.exec(form.text('turn'))?.[0] ?? 0),
})

function pickOf(text: string): Pick | undefined {
  const [, other] = /^other-(\d{1,4})$/.exec(text) ?? []
  if (other !== undefined) return { other: Number(other) }
  return text === 'field' || text === 'all' ? text : undefined
}
