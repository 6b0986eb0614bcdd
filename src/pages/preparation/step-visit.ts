import { getConversation } from '../../db/conversations.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { findStep, type Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Me, PageContext } from '../context.ts'

/** One person at one step of their preparation, inside their transaction. */
export type StepVisit = { tx: Tx; me: Me; c: PageContext; deps: Deps; talk: Conversation; step: Step }

/** The step the address names; unknown ones, and those of others, are {@link Unseen}. */
export async function visitStep(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<StepVisit> {
  const talk = await getConversation(tx, me, c.req.param('id') ?? '')
  const step = findStep(talk.form, c.req.param('step') ?? '')
  if (!step) throw new Unseen()
  return { tx, me, c, deps, talk, step }
}
