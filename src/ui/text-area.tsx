import { control, Field, type FieldProps } from './field.tsx'

type TextAreaProps = {
  id: string
  name: string
  value?: string | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  lang?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: 'true' | undefined
  'aria-labelledby'?: string | undefined
}

/**
 * The only way to a textarea. It grows with its text. A browser drops the first line break inside a textarea,
 * so a text that begins with one is given one more; else an empty first line would be lost at each save.
 */
export function TextArea({ value = '', rows = 2, ...rest }: TextAreaProps) {
  const kept = /^\r?\n/.test(value) ? `\n${value}` : value
  return <textarea class="text-area" rows={rows} autocomplete="off" value={kept} {...rest} />
}

type TextAreaFieldProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  maxLength?: number | undefined
}

/** A plain long text that stands on no shelf: an agreement, a reason. What a party writes uses `ShelfField`. */
export function TextAreaField({ value, rows, maxLength, ...field }: TextAreaFieldProps) {
  return (
    <Field {...field}>
      <TextArea {...control(field)} value={value} rows={rows} maxLength={maxLength} />
    </Field>
  )
}
