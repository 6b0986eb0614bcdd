import { changeConversation, getConversation } from '../../db/conversations.ts'
import { beginConversation, findConcept, type Led, writeGreeting } from '../../db/invitations.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { getShelf } from '../../db/shelves.ts'
import type { Deps } from '../../deps.ts'
import type { Form, Kind, Shape } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { kindFor } from '../../domain/kind.ts'
import type { Me, PageContext } from '../context.ts'

/** What is the same for everybody who is invited at once. */
type Wish = { minutes: number; shape: Shape; place: string | null; greeting: string }

/** The talk this host holds with them; for somebody whose talk is another's there is no such page. */
export async function formFor(tx: Tx, me: Me, led: Led): Promise<{ kind: Kind; form: Form }> {
  const concept = await findConcept(tx, me)
  const kind = concept && kindFor(concept, led)
  const form = kind && concept.kinds[kind]
  if (!form) throw new Unseen()
  return { kind, form }
}

/** T1: the talk stands with its parties, its shelves and the host's line; its times are offered next. None when they have one. */
export async function beginInvited(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  { post, kind }: { post: string; kind: Kind },
  { minutes, shape, place, greeting }: Wish,
): Promise<Conversation | undefined> {
  const id = deps.random.shownId()
  if (!(await beginConversation(tx, { id, kind, post, minutes, place }))) return undefined
  const talk = await getConversation(tx, me, id)
  await makeShelves(tx, deps, me, id)
  if (greeting) await writeGreeting(tx, deps.keys, deps.random, talk, greeting)
  await changeConversation(tx, talk, { status: 'invited', invited_at: c.var.now, shape })
  return talk
}

/** What one invitation leaves behind. */
export const invitedTrace = ({ id, participant }: Conversation) => ({
  event: { what: 'invited', conversation: id, ids: { participant: participant.id } },
  mail: { to: participant.id, kind: 'invitation' as const, conversation: id },
})

// Both shared shelves stand from the first day, so that no later writer has to make one.
async function makeShelves(tx: Tx, deps: Deps, me: Me, conversation: string) {
  for (const scope of ['talk', 'plan'] as const)
    await getShelf(tx, deps.keys, deps.random, { organisation: me.organisation, conversation, scope })
}
