import { control, Field, type FieldProps } from './field.tsx'

type InputProps = FieldProps & { value?: string | undefined; required?: boolean | undefined }

type TextFieldProps = InputProps & {
  autocomplete?: 'name' | 'given-name' | 'organization' | 'off' | undefined
  inputMode?: 'numeric' | 'email' | undefined
  maxLength?: number | undefined
  /** How long the answer is expected to be, so that the box says it too. */
  width?: 'short' | 'name' | undefined
}

/** One line of text. */
export function TextField({ autocomplete, inputMode, maxLength, width, ...field }: TextFieldProps) {
  const own = { ...input(field, width), autocomplete, inputMode, maxLength }
  return (
    <Field {...field}>
      <input type="text" {...own} />
    </Field>
  )
}

/** The reader's own mail address: the browser may fill it in. */
export function EmailField(field: InputProps) {
  return (
    <Field {...field}>
      <input type="email" autocomplete="email" spellcheck={false} {...input(field)} />
    </Field>
  )
}

type RangeProps = InputProps & { min?: string | undefined; max?: string | undefined }

/** A day as the browser's own date field; values are `YYYY-MM-DD`. */
export function DateField({ min, max, ...field }: RangeProps) {
  return (
    <Field {...field}>
      <input type="date" min={min} max={max} {...input(field, 'half')} />
    </Field>
  )
}

/** A time of day as the browser's own field; values are `HH:MM`. */
export function TimeField({ min, max, ...field }: RangeProps) {
  return (
    <Field {...field}>
      <input type="time" min={min} max={max} {...input(field, 'half')} />
    </Field>
  )
}

function input(field: InputProps, width?: 'short' | 'half' | 'name') {
  const { value, required } = field
  return { ...control(field), class: width ? `input ${width}` : 'input', value, required }
}
