import type { Form } from '../../domain/concept.ts'
import { shapesOf, usualShape } from '../../domain/sitting.ts'
import { Checkbox, RadioList } from '../../ui/choices.tsx'
import type { FormError } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { planning } from '../../words/invitation.ts'
import { several } from '../../words/planning-several.ts'
import { shapeWords } from '../../words/shapes.ts'
import type { Frame } from '../shell.tsx'
import { errorFor } from './planning-errors.ts'
import type { CommonForm } from './planning-form.ts'

type Part = { frame: Frame; typed: CommonForm; errors: readonly FormError[] }

/** How long; another length than the concept's is meant twice. */
export function Length({ frame, form, typed, errors }: Part & { form: Form }) {
  const t = planning[frame.language]
  const unusual = errorFor('lengthMeant', errors)
  const offered = form.durationMinutes.offered.map(n => ({ value: String(n), label: t.minutes(n) }))
  const choices = [...offered, { value: 'other', label: t.otherLength }]
  return (
    <div class="with-choice">
      <RadioList name="length" legend={t.length} inline choices={choices} value={typed.length} />
      <div class="if-chosen">
        <TextField
          name="otherLength"
          label={t.otherLengthField}
          width="short"
          inputMode="numeric"
          value={typed.otherLength}
          error={errorFor('otherLength', errors)}
        />
      </div>
      {unusual && (
        <Notice kind="amber">
          <p>{unusual}</p>
          <Checkbox name="lengthMeant" label={t.lengthMeant(typed.minutes)} checked={false} />
        </Notice>
      )}
    </div>
  )
}

/** S0-22: one talk, with a follow-up, or several small ones; folded, since most hold one. */
export function ShapeOf({ frame, form, typed }: Omit<Part, 'errors'> & { form: Form }) {
  const t = shapeWords[frame.language]
  const shapes = shapesOf(form)
  if (shapes.length === 0) return null
  return (
    <Fold label={t.title} note={t.names[typed.shape]} open={typed.shape !== usualShape(form)}>
      <RadioList
        name="shape"
        legend={t.legend}
        hint={t.hint}
        value={typed.shape}
        choices={shapes.map(value => ({ value, label: t.names[value] }))}
      />
    </Fold>
  )
}

/** A place, a walk, or later. */
export function Place({ frame, typed, errors }: Part) {
  const t = planning[frame.language]
  const choices = [
    { value: 'here', label: t.placeHere },
    { value: 'walk', label: several[frame.language].walk },
    { value: 'later', label: t.placeLater },
  ]
  const error = errorFor('place', errors)
  return (
    <div class="with-choice">
      <RadioList
        name="where"
        legend={t.place}
        hint={t.placeHint}
        inline
        choices={choices}
        value={typed.where}
      />
      <div class="if-chosen">
        <TextField name="place" label={t.placeField} value={typed.placeTyped} error={error} />
      </div>
    </div>
  )
}
