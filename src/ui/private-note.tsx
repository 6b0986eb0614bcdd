import { control, FieldError, type FieldProps, Hint } from './field.tsx'
import { ChevronIcon, LockIcon } from './icons.tsx'
import { TextArea } from './text-area.tsx'

type PrivateNoteProps = FieldProps & {
  /** "1 note", only when there is one: then the line gets its plum ground. */
  count?: string | undefined
  value?: string | undefined
  maxLength?: number | undefined
  lang?: string | undefined
  open?: boolean | undefined
}

/** A note nobody else can open, folded. `label` is the line itself: "Note kun for dig". A fault opens it. */
export function PrivateNote({ count, value, maxLength, lang, open, ...field }: PrivateNoteProps) {
  const own = control(field)
  return (
    <details class={count ? 'private-note filled' : 'private-note'} open={open || field.error !== undefined}>
      <summary>
        <LockIcon />
        <span id={`${own.id}-label`}>{field.label}</span>
        {count && <span class="count">{count}</span>}
        <ChevronIcon />
      </summary>
      <div class="field shelf-field shelf-own">
        <p class="shelf-word note-word" aria-hidden="true">
          <LockIcon />
          {field.label}
        </p>
        <Hint id={own.id} hint={field.hint} />
        <TextArea
          {...own}
          aria-labelledby={`${own.id}-label`}
          value={value}
          maxLength={maxLength}
          lang={lang}
        />
        <FieldError id={own.id} error={field.error} />
      </div>
    </details>
  )
}
