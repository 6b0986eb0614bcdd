import { sayComing } from '../domain/day-words.ts'
import { Notice } from '../ui/notice.tsx'
import { heldLetter } from '../words/outbox.ts'
import type { Language } from '../words/words.ts'

type Props = {
  goes: Date | undefined
  to: string
  /** When the talk is: a letter that goes after it is no use. */
  startsAt: Date | null
  now: Date
  language: Language
}

/** Said where word was given that waits for a decent hour: »Mette får besked mandag kl. 7.00«; an invitation is a letter. */
export function HeldLetter({ goes, to, startsAt, now, language, invites }: Props & { invites?: boolean }) {
  if (!goes) return null
  const t = heldLetter[language]
  const when = sayComing(goes, now, language)
  const isAfter = startsAt !== null && startsAt <= goes
  return (
    <Notice kind={isAfter ? 'amber' : 'info'} spoken>
      <p>{isAfter ? t.toldAfter(to, when) : invites ? t.goesTo(to, when) : t.toldAt(to, when)}</p>
    </Notice>
  )
}

type Told = Omit<Props, 'to' | 'startsAt'>

/** »Mette har fået besked«, or when she will be, while the letter waits. */
export function sayTold(name: string, { goes, now, language }: Told): string {
  const t = heldLetter[language]
  return goes ? t.toldAt(name, sayComing(goes, now, language)) : t.told(name)
}
