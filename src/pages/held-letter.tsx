import { sayComing } from '../domain/day-words.ts'
import { Notice } from '../ui/notice.tsx'
import { heldLetter } from '../words/outbox.ts'
import type { Language } from '../words/words.ts'

type Props = { goes: Date | undefined; to?: string; now: Date; language: Language }

/** Said where a letter was made that waits for a decent hour: »Brevet sendes mandag kl. 7.00«. */
export function HeldLetter({ goes, to, now, language }: Props) {
  if (!goes) return null
  const t = heldLetter[language]
  const when = sayComing(goes, now, language)
  return (
    <Notice kind="info" spoken>
      <p>{to ? t.goesTo(to, when) : t.goes(when)}</p>
    </Notice>
  )
}
