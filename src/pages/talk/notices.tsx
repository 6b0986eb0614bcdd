import { type Conversation, otherIn } from '../../domain/conversation.ts'
import { isOver, writingOpen } from '../../domain/lifecycle.ts'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { TriangleIcon } from '../../ui/icons.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Language } from '../../words/words.ts'
import { otherName } from './names.ts'
import type { Room } from './room-page.tsx'

/** Where the talk stands, when it is more than under way: the other one wants to end it, or the text is locked. */
export function Standing({ frame, talk }: Room) {
  const t = texts[frame.language]
  const address = { id: talk.id }
  const said = isOver(talk.status) ? t.closed : t.frozen
  if (!writingOpen(talk.status))
    return (
      <Notice kind="info">
        <p>
          {said.text} <Link href={urls.signing(address)}>{said.link}</Link>
        </p>
      </Notice>
    )
  if (talk.status === 'held')
    return (
      <Notice kind="info">
        <p>
          {t.ending.stillOpen} <Link href={urls.freezing(address)}>{t.ending.freeze}</Link>
        </p>
      </Notice>
    )
  return (
    <div data-asks hidden={!isAsked(talk)}>
      <Notice kind="info" spoken>
        <p>
          {t.ending.asked(otherName(talk))} <Link href={urls.ending(address)}>{t.ending.answer}</Link>
        </p>
      </Notice>
    </div>
  )
}

/** The other says that the talk has been held. */
export const isAsked = (talk: Conversation): boolean =>
  talk.status === 'talking' && talk.endProposedBy === otherIn(talk).id

type Unsaved = { language: Language; errors: readonly (FormError & { soft: boolean })[] }

/**
 * What was not saved, at the top of the page, each line a link into its field. Too long is a fault to mend; the other
 * one's text or pen in the way is nobody's fault, and is said in Rav.
 */
export function NotSaved({ language, errors }: Unsaved) {
  const t = texts[language].refused
  const isSoft = errors.every(({ soft }) => soft)
  if (errors.length === 0) return null
  if (!isSoft) return <ErrorSummary title={t.title} errors={errors} />
  return (
    // biome-ignore lint/a11y/noAutofocus: the page answers a form that was just sent; what became of it comes first
    <div class="notice amber not-saved" role="alert" tabIndex={-1} autoFocus>
      <TriangleIcon />
      <h2 class="notice-title">{t.title}</h2>
      <ul class="notice-body">
        {errors.map(({ field, text }) => (
          <li key={field}>
            <Link href={`#${field}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What was typed while the other locked the text: it is not saved, and it is not lost either. */
export function LateText({ frame, late }: Room & { late?: readonly string[] }) {
  if (!late || late.length === 0) return null
  return (
    <Notice kind="amber" title={texts[frame.language].frozen.late} spoken>
      {late.map(text => (
        <p key={text} class="written">
          {text}
        </p>
      ))}
    </Notice>
  )
}
