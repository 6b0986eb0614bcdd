import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { several } from '../../../words/planning-several.ts'
import { errorFor } from '../planning-errors.ts'
import { personField } from './several-form.ts'
import type { Invitable, SeveralShown } from './several-shown.ts'

type Props = Pick<SeveralShown, 'frame' | 'led' | 'declined' | 'typed'> & {
  errors: NonNullable<SeveralShown['errors']>
}

/** Everybody without a talk under way, each a tick; those who have had theirs this year stand apart. */
export function People(props: Props) {
  const { frame, led, typed, errors } = props
  const t = several[frame.language]
  const [had, others] = [led.filter(each => each.had), led.filter(each => !each.had)]
  const error = errorFor('people', errors)
  const help = typed.people.length > 0 ? t.peopleHelp : t.peopleNone
  const hint = others.length > 0 ? help : t.allHad
  return (
    <fieldset class="field" id="people" aria-describedby={error ? 'people-error' : undefined}>
      <legend>{t.people}</legend>
      <p class="hint">{hint}</p>
      {others.length > 2 && (
        <p class="choose-all">
          <Button kind="text" name="do" value="none">
            {t.chooseNone}
          </Button>
          <Button kind="text" name="do" value="all">
            {t.chooseAll}
          </Button>
        </p>
      )}
      <Ticks {...props} those={others} />
      {had.length > 0 && (
        <Fold
          label={t.had}
          note={String(had.length)}
          open={had.some(({ post }) => typed.people.includes(post))}
        >
          <p class="hint">{t.hadHelp}</p>
          <Ticks {...props} those={had} />
        </Fold>
      )}
      <FieldError id="people" error={error} />
    </fieldset>
  )
}

function Ticks({ frame, led, declined, typed, those }: Props & { those: readonly Invitable[] }) {
  const kinds = new Set(led.map(({ kind }) => kind))
  const units = new Set(led.map(({ unit }) => unit))
  return (
    <div class="tick-columns">
      {those.map(({ post, person, name, unit, form }) => (
        <Checkbox
          key={post}
          name={personField(post)}
          label={name}
          hint={hintOf(
            declined.includes(person) ? several[frame.language].declined : units.size > 1 ? unit : '',
            kinds.size > 1 ? form.label.short : '',
          )}
          checked={typed.people.includes(post)}
        />
      ))}
    </div>
  )
}

const hintOf = (...parts: readonly string[]) => parts.filter(Boolean).join(', ')
