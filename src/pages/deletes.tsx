import type { Conversation } from '../domain/conversation.ts'
import { sayDate } from '../domain/day-words.ts'
import type { Layer } from '../domain/retention.ts'
import { deletion } from '../words/deletion.ts'
import type { Language } from '../words/words.ts'

type Props = {
  talk: Pick<Conversation, 'deletesOn' | 'periods'>
  layer: Layer
  language: Language
  /** What goes, where more than one kind of text stands near: »Det, du har delt«. */
  what?: string | undefined
}

/** When the text above goes (experience.md §4): its own day, and the rule in words until it has one. */
export function Deletes({ talk, layer, language, what }: Props) {
  const said = sayDeletion({ talk, layer, language })
  return <p class="hint">{what ? `${what}: ${said.slice(0, 1).toLowerCase()}${said.slice(1)}` : said}</p>
}

const periodOf = { own: 'ownDays', talk: 'talkMonths', plan: 'planMonths' } as const

export function sayDeletion({ talk, layer, language }: Omit<Props, 'what'>): string {
  const t = deletion[language]
  const on = talk.deletesOn[layer]
  if (on === undefined) return t.rule[layer](talk.periods[periodOf[layer]])
  // With next year's plan closed the talk's texts go before that.
  return layer === 'talk' ? t.latest(sayDate(on, language)) : t.on(sayDate(on, language))
}
