import type { Goes } from '../db/mails.ts'
import { type Conversation, firstName, isInviting, otherIn } from '../domain/conversation.ts'
import { sayComing } from '../domain/day-words.ts'
import { Notice } from '../ui/notice.tsx'
import { heldLetter } from '../words/outbox.ts'
import type { Language } from '../words/words.ts'

type Props = { goes: Goes | undefined; talk: Conversation; now: Date; language: Language }

/**
 * Said where word was given that waits for a decent hour: »Mette får besked mandag kl. 7.00«; an invitation is a letter.
 * Where the other has no mail, the host learns that no letter ever goes.
 */
export function HeldLetter({ goes, talk, now, language }: Props) {
  const t = heldLetter[language]
  const name = firstName(otherIn(talk).name)
  if (goes === 'never') return isInviting(talk) ? <Unreached name={name} language={language} /> : null
  if (!goes) return null
  const when = sayComing(goes, now, language)
  const isAfter = talk.heldOn === null && talk.startsAt !== null && talk.startsAt <= goes
  return (
    <Notice kind={isAfter ? 'amber' : 'info'} spoken>
      <p>
        {isAfter ? t.toldAfter(name, when) : isInviting(talk) ? t.goesTo(name, when) : t.toldAt(name, when)}
      </p>
    </Notice>
  )
}

/** Until a time is agreed the host must know that nobody but them brings the invitation. */
function Unreached({ name, language }: { name: string; language: Language }) {
  const t = heldLetter[language]
  return (
    <Notice kind="amber">
      <p>{t.unreached(name)}</p>
      <p>{t.bySlip(name)}</p>
    </Notice>
  )
}

type Told = Pick<Props, 'goes' | 'now' | 'language'>

/** »Mette har fået besked«, or when she will be, while the letter waits; without mail she is told by nobody else. */
export function sayTold(name: string, { goes, now, language }: Told): string {
  const t = heldLetter[language]
  if (goes === 'never') return t.unreached(name)
  return goes ? t.toldAt(name, sayComing(goes, now, language)) : t.told(name)
}
