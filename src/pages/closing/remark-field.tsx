import type { Conversation } from '../../domain/conversation.ts'
import { ShelfField } from '../../ui/shelf-field.tsx'
import { closing } from '../../words/closing.ts'
import type { Language } from '../../words/words.ts'
import { Deletes } from '../deletes.tsx'

type Props = {
  language: Language
  talk: Conversation
  hint?: string
  value?: string | undefined
  error?: string | undefined
}

/** One's own words beside the plan: unseen until one closes, and from then on as they were written. */
export function RemarkField({ language, talk, hint, value, error }: Props) {
  const t = closing[language].remark
  return (
    <>
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
      <Deletes talk={talk} layer="plan" language={language} />
    </>
  )
}

/** A remark that was not taken: shown, so that it can be used elsewhere. */
export function UnsentRemark({ remark, language }: { remark: string | undefined; language: Language }) {
  if (!remark) return null
  return (
    <>
      <p>{closing[language].freezing.remarkKept}</p>
      <p class="written">{remark}</p>
    </>
  )
}
