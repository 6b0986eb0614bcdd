import { getConversation, holdConversation } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findLivePlan, writeMark } from '../../db/live-plans.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { type About, type LivePlan, type MarkWish, markPoint, pointStates } from '../../domain/plan-life.ts'
import { urls } from '../../urls.ts'
import { plan as texts } from '../../words/plan.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { followUpShown } from '../follow-up/shown.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { PlanPage } from './plan-page.tsx'
import { findProposal } from './proposal.tsx'
import { anchorOf } from './rows.ts'

/** The plan as it stands now; before the closing one is led to the conversation. */
export async function showPlan(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  if (!isOver(talk.status)) return c.redirect(urls.conversation({ id: talk.id }), 303)
  const live = await findLivePlan(tx, deps.keys, talk)
  return page(c, await planPage(tx, c, deps, talk, live))
}

async function planPage(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  live: LivePlan | undefined,
  notice?: string,
) {
  const shown = await followUpShown(tx, c, deps, talk)
  const proposal = await findProposal(tx, live)
  return <PlanPage {...shown} {...{ house: await getHouse(tx), live, notice, proposal }} />
}

/** S0-43: a tick, no tick, or put aside; by either of the two, and seen by both. */
export async function markPlan(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  if (!isOver(talk.status)) return { to: urls.conversation({ id: talk.id }) }
  const live = await findLivePlan(tx, deps.keys, talk)
  const wish = wishIn(form)
  if (!live || !wish) return { to: urls.plan({ id: talk.id }) }
  const outcome = await keepMark(tx, me, c, deps, live, wish, 'point')
  if (outcome !== 'stale') return { to: `${urls.plan({ id: talk.id })}#${anchorOf(wish.point)}` }
  const { changed } = texts[c.var.language]
  return { conflict: await planPage(tx, c, deps, talk, live, changed) }
}

export type PlacedWish = MarkWish & { point: number }

/** What the form asks for; nothing when it names no state or no number. */
export function wishIn(form: Form): PlacedWish | undefined {
  const state = pointStates.find(each => each === form.text('state'))
  const [point, version] = [form.text('point'), form.text('version')]
  if (!state || !/^\d{1,3}$/.test(point) || !/^\d{1,6}$/.test(version)) return undefined
  return { state, point: Number(point), version: Number(version) }
}

/** Decides and writes a mark; `stale` when the other has changed it meanwhile. */
export async function keepMark(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  live: LivePlan,
  wish: PlacedWish,
  about: About,
): Promise<'kept' | 'same' | 'stale'> {
  const found = live.points[wish.point]
  const now = about === 'point' ? found?.standing : found?.promise
  if (!now) throw new Unseen()
  const decided = markPoint(now, wish)
  if ('refused' in decided) return decided.refused
  const place = { point: wish.point, about }
  await writeMark(tx, deps.keys, deps.random, live, place, decided, localDateOf(c.var.now))
  await saveAs(tx, deps, me, c, { events: [{ what: `${about}-marked`, conversation: live.talk.id }] })
  return 'kept'
}
