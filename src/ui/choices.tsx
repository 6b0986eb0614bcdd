import type { ComponentChildren } from 'preact'
import { control, describedBy, FieldError, type FieldProps, Hint } from './field.tsx'

export type Choice = { value: string; label: ComponentChildren; hint?: string | undefined }

type RadioListProps = Omit<FieldProps, 'label'> & {
  /** The question; `large` says it in the serif of a question asked. */
  legend: string
  large?: boolean | undefined
  choices: readonly Choice[]
  value?: string | undefined
  /** Beside each other when they are two or three short words. */
  inline?: boolean | undefined
}

/** One of few, as native radios. An error's link leads to the first of them. */
export function RadioList({ legend, large, choices, value, inline, ...field }: RadioListProps) {
  const id = field.id ?? field.name
  const group = `${id}-group`
  return (
    <fieldset class="field" aria-describedby={describedBy(group, field)}>
      <legend class={large ? 'question-text' : undefined}>{legend}</legend>
      <Hint id={group} hint={field.hint} />
      <div class={inline ? 'choices inline' : 'choices'}>
        {choices.map((choice, i) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            id={i === 0 ? id : `${id}-${i + 1}`}
            name={field.name}
            checked={choice.value === value}
            invalid={field.error !== undefined}
            {...choice}
          />
        ))}
      </div>
      <FieldError id={group} error={field.error} />
    </fieldset>
  )
}

type CheckboxProps = FieldProps & { value?: string | undefined; checked?: boolean | undefined }

/** One yes. `value` is what is sent when it is ticked: `yes` when left out. */
export function Checkbox({ label, value = 'yes', checked, ...field }: CheckboxProps) {
  const { id } = control({ ...field, label })
  return (
    <div class="field">
      <ChoiceRow
        type="checkbox"
        id={id}
        name={field.name}
        value={value}
        label={label}
        hint={field.hint}
        checked={checked}
        invalid={field.error !== undefined}
        error={field.error}
      />
      <FieldError id={id} error={field.error} />
    </div>
  )
}

type ChoiceRowProps = {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  checked?: boolean | undefined
  invalid?: boolean | undefined
  error?: string | undefined
}

/** A native control of 44 × 44 with its words beside it; the help under the words. */
function ChoiceRow({ type, id, name, value, label, hint, checked, invalid, error }: ChoiceRowProps) {
  return (
    <div class="choice">
      <input
        class={type}
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={invalid ? 'true' : undefined}
      />
      <div class="choice-words">
        <label for={id}>{label}</label>
        <Hint id={id} hint={hint} />
      </div>
    </div>
  )
}
