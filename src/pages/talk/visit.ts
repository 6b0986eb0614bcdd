import { getConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { getSentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { isBetween } from '../../domain/sitting.ts'
import { openSentThemes, type Sent, withThemes } from '../agenda.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { readCookie } from '../cookies.ts'
import { saveAs } from '../save-as.ts'
import { frameOf } from '../talks.ts'
import type { Room } from './room-page.tsx'

/** One request of one of the two, inside its transaction; `sent` is what the talk's themes are made of. */
export type Visit = { tx: Tx; me: Me; c: PageContext; deps: Deps; talk: Conversation; sent: Sent }

type Asked = Omit<Visit, 'talk' | 'sent'>

/** The conversation the address names, to be looked at. */
export const look = async (asked: Asked): Promise<Visit> => {
  const { tx, me, c, deps } = asked
  const talk = await getConversation(tx, me, idOf(c))
  const sent = await openSentThemes(tx, deps, talk, c.var.now)
  return { ...asked, sent, talk: withThemes(talk, sent) }
}

/** The same, held: until this transaction ends nobody else writes in it, freezes it or takes the pen. */
export const hold = async (asked: Asked): Promise<Visit> => {
  const { tx, me, c, deps } = asked
  const talk = await holdConversation(tx, me, idOf(c))
  const sent = await getSentThemes(tx, deps.keys, deps.random, talk)
  return { ...asked, sent, talk: withThemes(talk, sent) }
}

/** Writes down what happened in this conversation, in words of the event log and in the same transaction. */
export const tell = ({ tx, me, c, deps, talk }: Visit, happened: readonly string[]): Promise<void> =>
  saveAs(tx, deps, me, c, {
    events: happened.map(what => ({ what, conversation: talk.id })),
  })

export const roomOf = ({ c, deps, talk }: Visit): Room => ({
  frame: frameOf(c, deps),
  talk,
  now: c.var.now,
  timeHidden: readCookie(c, 'time') === 'hidden',
})

/** The room's pages are there from the beginning of the talk on, for reading also after it. */
export const roomIsOpen = (talk: Conversation): boolean =>
  isBetween(talk) || ['talking', 'held', 'closing', 'reopened'].includes(talk.status) || isOver(talk.status)
