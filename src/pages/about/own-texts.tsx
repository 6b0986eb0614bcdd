import type { Kept } from '../../db/own-data.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { sayDate } from '../../domain/day-words.ts'
import { layers } from '../../domain/retention.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { urls } from '../../urls.ts'
import { whoSees } from '../../words/about.ts'
import { home } from '../../words/home.ts'
import type { Language } from '../../words/words.ts'
import { sayDeletion } from '../deletes.tsx'

export type OwnTexts = { talks: readonly Conversation[]; kept: readonly Kept[] }
type Props = OwnTexts & { language: Language }

/** My own texts, talk by talk: who may read each, since when, and when it goes. */
export function OwnTextsPart({ talks, kept, language }: Props) {
  const t = whoSees[language]
  const here = talks.flatMap(talk => {
    const rows = rowsOf(talk, kept, language)
    return rows.length > 0 ? [{ talk, rows }] : []
  })
  return (
    <section class="full">
      <h2>{t.mine}</h2>
      {here.length === 0 && <p class="hint">{t.mineNone}</p>}
      {here.map(({ talk, rows }) => (
        <DataTable
          key={talk.id}
          caption={`${nameOf(talk, language)}: ${home[language].status[talk.status]}`}
          columns={[{ label: t.what }, { label: t.who }, { label: t.since }, { label: t.until }]}
          rows={rows}
        />
      ))}
      <div class="flow fetching">
        <p>{t.fetchText}</p>
        <ButtonLink kind="secondary" href={urls.ownData()}>
          {t.fetch}
        </ButtonLink>
      </div>
    </section>
  )
}

const nameOf = (talk: Conversation, language: Language) =>
  whoSees[language].talk(talk.form.label.short, firstName(otherIn(talk).name))

function rowsOf(talk: Conversation, kept: readonly Kept[], language: Language) {
  const t = whoSees[language]
  const other = firstName(otherIn(talk).name)
  const who = {
    own: talk.role === 'host' ? t.onlyHost(other) : t.onlyYou,
    talk: t.youAnd(other),
    plan: t.youAnd(other),
  }
  const here = kept.filter(({ conversation, deletedOn }) => conversation === talk.id && deletedOn === null)
  return layers.flatMap(layer => {
    const since = here.find(each => each.layer === layer)?.since
    if (!since) return []
    return {
      key: layer,
      cells: [t.texts[layer], who[layer], sayDate(since, language), sayDeletion({ talk, layer, language })],
    }
  })
}

/** What has been deleted, the newest first. */
export function DeletedPart({ talks, kept, language }: Props) {
  const t = whoSees[language]
  const gone = kept.flatMap(({ deletedOn, layer, conversation }) => {
    const talk = talks.find(({ id }) => id === conversation)
    return deletedOn && talk
      ? [
          {
            key: `${conversation} ${layer}`,
            text: t.goneLine(t.texts[layer], nameOf(talk, language), sayDate(deletedOn, language)),
          },
        ]
      : []
  })
  if (gone.length === 0) return null
  return (
    <section>
      <h2>{t.gone}</h2>
      <ul class="plain-list">
        {gone.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
