import type { Kept } from '../../db/own-data.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayTalkTime } from '../../domain/day-words.ts'
import { layers } from '../../domain/retention.ts'
import type { Chapter, Row } from '../../outside/own-data-file.tsx'
import { home } from '../../words/home.ts'
import { ownData } from '../../words/own-data.ts'
import type { Language } from '../../words/words.ts'
import { sayDeletion } from '../deletes.tsx'
import { row, section } from './chapters.ts'
import { jointSections, type Ours } from './joint-chapter.ts'
import { type Mine, ownSections } from './own-chapter.ts'

type Told = { talk: Conversation; mine: Mine; ours: Ours; kept: readonly Kept[]; language: Language }

/** One talk: when it was, how long its texts are kept, and the texts. */
export function talkChapter({ talk, mine, ours, kept, language }: Told): Chapter {
  const title = nameOf(talk, language)
  const head = section(title, [...facts(talk, language), ...ends(talk, kept, language)])
  return {
    title,
    sections: [...head, ...ownSections(talk, mine, language), ...jointSections(talk, ours, language)],
  }
}

export const nameOf = (talk: Conversation, language: Language) =>
  ownData[language].talk(talk.form.label.short, firstName(otherIn(talk).name))

function facts(talk: Conversation, language: Language): Row[] {
  const t = ownData[language]
  const when = talk.startsAt && sayTalkTime(talk.startsAt, talk.minutes, language)
  return [
    ...row(t.house, talk.house === talk.unit ? talk.house : `${talk.house}, ${talk.unit}`),
    ...row(t.status, home[language].status[talk.status]),
    ...row(t.appointment, when && [when, talk.place].filter(Boolean).join(', ')),
    ...row(t.held, talk.heldOn && sayDate(talk.heldOn, language)),
    ...row(t.closed, talk.closedAt && sayDate(localDateOf(talk.closedAt), language)),
  ]
}

function ends(talk: Conversation, kept: readonly Kept[], language: Language): Row[] {
  const t = ownData[language]
  return layers.flatMap(layer => {
    const here = kept.find(each => each.layer === layer)
    if (!here) return []
    const gone = here.deletedOn && t.gone(sayDate(here.deletedOn, language))
    return row(t.deletes[layer], gone ?? sayDeletion({ talk, layer, language }))
  })
}
