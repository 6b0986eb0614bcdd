import type { Tx } from '../db/query.ts'
import { logReading } from '../db/sharing.ts'
import { getSentThemes, type SentThemes } from '../db/themes.ts'
import type { Deps } from '../deps.ts'
import { type AgendaItem, agendaOf, withAgenda, withUnnamed } from '../domain/agenda.ts'
import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { localDateOf } from '../domain/day.ts'
import { yearLine } from '../domain/joint.ts'
import { listed } from '../words/listed.ts'
import { themes as texts } from '../words/themes.ts'

/** What each of the two has sent, by who they are. */
export type Sent = ReadonlyMap<string, SentThemes>

/**
 * What each has sent, opened to be shown. That I read what the other sent is written down in the same transaction: no
 * row, no text (walls §5).
 */
export async function openSentThemes(tx: Tx, deps: Deps, talk: Conversation, now: Date): Promise<Sent> {
  const sent = await getSentThemes(tx, deps.keys, deps.random, talk)
  if (sent.has(otherIn(talk).id)) await logReading(tx, deps.random, talk, 'themes', localDateOf(now), now)
  return sent
}

/** The conversation with what its two have sent each other as topics of the talk. */
export function withThemes(talk: Conversation, sent: Sent): Conversation {
  const agenda = agendaOf({
    host: sent.get(talk.host.id)?.themes ?? [],
    participant: sent.get(talk.participant.id)?.themes ?? [],
  })
  const head = { da: texts.da.title, en: texts.en.title }
  return { ...talk, form: withAgenda(talk.form, agenda, { head, broughtBy: item => broughtBy(talk, item) }) }
}

/** The conversation with a row for every written conclusion, also on a theme that this reader cannot see. */
export function withAllWritten(talk: Conversation, conclusions: ReadonlyMap<string, string>): Conversation {
  const written = [...conclusions].filter(([id, text]) => id !== yearLine && text.trim() !== '')
  const head = { da: texts.da.title, en: texts.en.title }
  const unnamed = { da: texts.da.unnamed, en: texts.en.unnamed }
  const form = withUnnamed(
    talk.form,
    written.map(([id]) => id),
    head,
    unnamed,
  )
  return { ...talk, form }
}

function broughtBy(talk: Conversation, { by }: AgendaItem) {
  const names = by.map(role => firstName(talk[role].name))
  return { da: texts.da.brought(listed('da', names)), en: texts.en.brought(listed('en', names)) }
}
