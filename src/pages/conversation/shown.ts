import { findSuperseded, type Superseded } from '../../db/concepts.ts'
import { findHeldLetter, type Goes } from '../../db/mails.ts'
import type { Tx } from '../../db/query.ts'
import { getStandings, notBegun, type Standing } from '../../db/standing.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Me, PageContext } from '../context.ts'
import type { Frame } from '../shell.tsx'
import { frameOf } from '../talks.ts'
import type { PlaceTried } from './place-form.tsx'

/** One conversation's own page. */
export type ConversationShown = {
  frame: Frame
  talk: Conversation
  standing: Standing
  now: Date
  superseded: Superseded | undefined
  /** When a letter to the other goes that has been made and waits. */
  goes: Goes | undefined
  /** A place that could not be taken, as it was typed. */
  tried?: PlaceTried | undefined
}

export async function conversationShown(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
): Promise<ConversationShown> {
  const standings = await getStandings(tx, me, [talk])
  return {
    frame: frameOf(c, deps),
    talk,
    standing: standings.get(talk.id) ?? notBegun,
    now: c.var.now,
    superseded: await findSuperseded(tx, talk),
    goes: await findHeldLetter(tx, talk, c.var.now),
  }
}
