import type { OwnPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getMyThemes, getSentThemes, type SentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { hopeQuestion, isUnsent, type Told, themesOpen } from '../../domain/themes.ts'
import { opening } from '../../words/counts.ts'
import { listed } from '../../words/listed.ts'
import { themes as texts } from '../../words/themes.ts'
import type { Language } from '../../words/words.ts'

/** Chosen or hoped for, and not sent as it reads by now. `version` names what was seen: only that is sent. */
export type Unsent = Told & { readonly version: string }

/** My themes and hope beside the answers: as the other has them, and what they do not have yet. */
export type Telling = { sent: SentThemes | undefined; unsent: Unsent | undefined }

export async function getTelling(
  tx: Tx,
  deps: Deps,
  talk: Conversation,
  own: Pick<OwnPreparation, 'written'>,
): Promise<Telling> {
  const sent = (await getSentThemes(tx, deps.keys, deps.random, talk)).get(meIn(talk).id)
  if (!talk.form.themes || !themesOpen(talk)) return { sent, unsent: undefined }
  const { themes, version } = await getMyThemes(tx, deps.keys, deps.random, talk)
  const hope = own.written.get(hopeQuestion(talk.form)?.id ?? '')
  const told = { themes, hope: hope?.answer.keywords ?? '' }
  const unsent = isUnsent(told, sent) ? { ...told, version: `${version}-${hope?.version ?? 0}` } : undefined
  return { sent, unsent }
}

/** »dine temaer«, »dit håb«, each as it is there. */
export function yoursOf({ themes, hope }: Told, language: Language): string[] {
  const t = texts[language].yours
  const ofThemes = themes.length === 0 ? [] : [themes.length === 1 ? t.theme : t.themes]
  return [...ofThemes, ...(hope === '' ? [] : [t.hope])]
}

/** »Dine temaer og dit håb« */
export const toldTitle = (told: Told, language: Language): string =>
  opening(listed(language, yoursOf(told, language)))
