import { control, Field, type FieldProps } from './field.tsx'

type CodeFieldProps = FieldProps & {
  /** Six for a mailed code; longer codes for unproven browsers hold letters too. */
  length?: number | undefined
  value?: string | undefined
}

/** The code from the mail: pasted or filled in by the phone itself. Spaces are the reader's to ignore. */
export function CodeField({ length = 6, value, ...field }: CodeFieldProps) {
  const digits = length === 6
  return (
    <Field {...field}>
      <input
        class={length > 10 ? 'input code wide' : 'input code'}
        type="text"
        autocomplete="one-time-code"
        inputMode={digits ? 'numeric' : 'text'}
        autocapitalize="characters"
        spellcheck={false}
        required
        size={length + 2}
        value={value}
        {...control(field)}
      />
    </Field>
  )
}
