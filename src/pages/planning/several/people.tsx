import { Checkbox } from '../../../ui/choices.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { several } from '../../../words/planning-several.ts'
import { errorFor } from '../planning-errors.ts'
import { personField } from './several-form.ts'
import type { SeveralShown } from './several-shown.ts'

type Props = Pick<SeveralShown, 'frame' | 'led' | 'declined' | 'typed'> & {
  errors: NonNullable<SeveralShown['errors']>
}

/** Everybody without a talk under way, each a tick. */
export function People({ frame, led, declined, typed, errors }: Props) {
  const t = several[frame.language]
  const kinds = new Set(led.map(({ kind }) => kind))
  const _units = new Set(led.map(({ unit }) => unit))
  const units = new Set(led.map(({ unit }) => unit))
  const error = errorFor('people', errors)
  return (
    <fieldset class="field" id="people" aria-describedby={error ? 'people-error' : undefined}>
      <legend>{t.people}</legend>
      <p class="hint">{t.peopleHelp}</p>
      <div class="tick-columns">
        {led.map(({ post, person, name, unit, form }) => (
          <Checkbox
            key={post}
            name={personField(post)}
            label={name}
            hint={hintOf(
              declined.includes(person) ? t.declined : units.size > 1 ? unit : '',
              kinds.size > 1 ? form.label.short : '',
            )}
            checked={typed.people.includes(post)}
          />
        ))}
      </div>
      <FieldError id="people" error={error} />
    </fieldset>
  )
}

const hintOf = (...parts: readonly string[]) => parts.filter(Boolean).join(', ')
