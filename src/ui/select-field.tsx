import { control, Field, type FieldProps } from './field.tsx'
import { ChevronIcon } from './icons.tsx'

export type Option = { value: string; label: string }

type SelectFieldProps = FieldProps & {
  options: readonly Option[]
  value?: string | undefined
  required?: boolean | undefined
}

/** One of many. Up to six choices read better as a `RadioList`. */
export function SelectField({ options, value, required, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <div class="select">
        <select class="input" required={required} {...control(field)}>
          {options.map(option => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronIcon />
      </div>
    </Field>
  )
}
