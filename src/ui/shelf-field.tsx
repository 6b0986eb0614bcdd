import { control, FieldError, type FieldProps, Hint } from './field.tsx'
import { type Shelf, shelfIcons } from './shelf.ts'
import { TextArea } from './text-area.tsx'

type ShelfFieldProps = FieldProps & {
  shelf: Shelf
  /** "Kan deles senere", "Kun for dig", "Fælles" */
  shelfLabel: string
  /** What it is to say as soon as something is typed: "Ændret, siden du delte". */
  changedLabel?: string | undefined
  value?: string | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  /** The language it is written in, so that the phone's dictation follows. */
  lang?: string | undefined
}

/** A text and where it stands, told four ways: word, icon, line and ground. */
export function ShelfField({
  shelf,
  shelfLabel,
  changedLabel,
  value,
  rows,
  maxLength,
  lang,
  ...field
}: ShelfFieldProps) {
  const { id } = control(field)
  const own = control(field)
  const described = [`${id}-shelf`, own['aria-describedby']].filter(Boolean).join(' ')
  const Icon = shelfIcons[shelf]
  return (
    <div class={`field shelf-field shelf-${shelf}`}>
      <div class="shelf-head">
        <label for={id}>{field.label}</label>
        <span class="shelf-word" id={`${id}-shelf`}>
          <Icon />
          <span data-changed={changedLabel}>{shelfLabel}</span>
        </span>
      </div>
      <Hint id={id} hint={field.hint} />
      <TextArea
        {...own}
        aria-describedby={described}
        value={value}
        rows={rows}
        maxLength={maxLength}
        lang={lang}
      />
      <FieldError id={id} error={field.error} />
    </div>
  )
}
