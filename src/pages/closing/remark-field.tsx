import { ShelfField } from '../../ui/shelf-field.tsx'
import { closing } from '../../words/closing.ts'
import type { Language } from '../../words/words.ts'

type Props = { language: Language; hint?: string; value?: string | undefined; error?: string | undefined }

/** One's own words beside the plan: unseen until one closes, and from then on as they were written. */
export function RemarkField({ language, hint, value, error }: Props) {
  const t = closing[language].remark
  return (
    <ShelfField
      name="remark"
      label={t.label}
      hint={hint ?? t.hint}
      shelf="share"
      shelfLabel={t.shelf}
      rows={4}
      value={value}
      error={error}
    />
  )
}
