import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { localDateOf } from '../domain/day.ts'
import { sayDate } from '../domain/day-words.ts'
import { isNoticed, type Layer, layers } from '../domain/retention.ts'
import { LinkLine } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { urls } from '../urls.ts'
import { deletion } from '../words/deletion.ts'
import type { Language } from '../words/words.ts'

type Props = { talks: readonly Conversation[]; now: Date; language: Language; link?: boolean | undefined }

/** T25 on the page, from fourteen days before: what goes and when, as the mail said it, and of which talk. Nothing where nothing goes. */
export function SoonDeleted({ talks, now, language, link }: Props) {
  const t = deletion[language]
  const lines = soon(talks, now).map(({ layer, on, talk }) => {
    const { heldOn } = talk
    const which = heldOn ? t.ofTalk(sayDate(heldOn, language)) : t.ofTalkWith(firstName(otherIn(talk).name))
    return `${t.what[layer]}: ${sayDate(on, language)} ${which}`
  })
  if (lines.length === 0) return null
  return (
    <Notice kind="amber" title={t.soon}>
      <ul class="plain-list">
        {[...new Set(lines)].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t.soonText}</p>
      {link && <LinkLine href={urls.ownData()}>{t.fetch}</LinkLine>}
    </Notice>
  )
}

type Soon = { layer: Layer; on: string; talk: Conversation }

function soon(talks: readonly Conversation[], now: Date): Soon[] {
  const today = localDateOf(now)
  return talks
    .flatMap(talk =>
      layers.flatMap(layer => {
        const on = talk.deletesOn[layer]
        const isThere = layer !== 'plan' || hasPlan(talk)
        return on !== undefined && isThere && isNoticed(on, today) ? [{ layer, on, talk }] : []
      }),
    )
    .toSorted((one, other) => one.on.localeCompare(other.on))
}

// A plan is written in the talk; one that was called off before has a shelf for it, and nothing on the shelf.
const hasPlan = ({ begunAt, heldOn }: Conversation) => begunAt !== null || heldOn !== null
