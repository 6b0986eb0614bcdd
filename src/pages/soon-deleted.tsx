import type { Conversation } from '../domain/conversation.ts'
import { localDateOf } from '../domain/day.ts'
import { sayDate } from '../domain/day-words.ts'
import { isNoticed, type Layer, layers } from '../domain/retention.ts'
import { LinkLine } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { urls } from '../urls.ts'
import { deletion } from '../words/deletion.ts'
import type { Language } from '../words/words.ts'

type Props = { talks: readonly Conversation[]; now: Date; language: Language; link?: boolean | undefined }

/** T25 on the page, from fourteen days before: what goes and when, as the mail said it. Nothing where nothing goes. */
export function SoonDeleted({ talks, now, language, link }: Props) {
  const t = deletion[language]
  const lines = soon(talks, now).map(({ layer, on }) => `${t.what[layer]}: ${sayDate(on, language)}`)
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

function soon(talks: readonly Conversation[], now: Date): { layer: Layer; on: string }[] {
  const today = localDateOf(now)
  return talks
    .flatMap(({ deletesOn }) =>
      layers.flatMap(layer => {
        const on = deletesOn[layer]
        return on !== undefined && isNoticed(on, today) ? [{ layer, on }] : []
      }),
    )
    .toSorted((one, other) => one.on.localeCompare(other.on))
}
