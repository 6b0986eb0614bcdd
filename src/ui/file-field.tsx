import { control, Field, type FieldProps } from './field.tsx'

/** A file to send; the form must be `multipart/form-data`. `accept` as in HTML: ".csv,text/csv". */
export function FileField({
  accept,
  required,
  ...field
}: FieldProps & { accept?: string; required?: boolean }) {
  return (
    <Field {...field}>
      <input class="input file" type="file" accept={accept} required={required} {...control(field)} />
    </Field>
  )
}
