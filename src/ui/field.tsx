// The frame all fields share: label, help, fault, control, tied together for those who listen.
import type { ComponentChildren } from 'preact'

export type FieldProps = {
  name: string
  label: ComponentChildren
  /** The control's id; its name when left out. Errors link to it. */
  id?: string | undefined
  hint?: ComponentChildren
  error?: string | undefined
}

/** The `aria-describedby` of a control: its help, then its fault. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** What every control inside a field says about itself. */
export function control(props: FieldProps) {
  const id = props.id ?? props.name
  return {
    id,
    name: props.name,
    'aria-describedby': describedBy(id, props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const id = props.id ?? props.name
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <Hint id={id} hint={props.hint} />
      {children}
      <FieldError id={id} error={props.error} />
    </div>
  )
}

export function Hint({ id, hint }: { id: string; hint: ComponentChildren }) {
  return hint ? (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null
}

/** The sentence says what to do, under the field it is about. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p class="field-error" id={`${id}-error`}>
      {error}
    </p>
  ) : null
}
