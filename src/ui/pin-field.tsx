import { control, Field, type FieldProps } from './field.tsx'

/** Six to eight figures, drawn as dots. No password field: the browser of a shared computer must not offer to keep it. */
export function PinField(field: FieldProps) {
  return (
    <Field {...field}>
      <input
        class="input code hidden-figures"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        required
        maxLength={8}
        size={10}
        {...control(field)}
      />
    </Field>
  )
}
