import { holdConversation, listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findLivePlan, listLivePlans } from '../../db/live-plans.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { promisesIn } from '../../domain/plan-life.ts'
import { urls } from '../../urls.ts'
import { promises as texts } from '../../words/plan.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { keepMark, wishIn } from './plan.tsx'
import { anchorOf, PromisesPage } from './promises-page.tsx'

/** The closed plans of the talks that I hold, also of earlier years: what is promised there stands until it is kept. */
export async function listHostedPlans(tx: Tx, deps: Deps, talks: readonly Conversation[]) {
  const hosted = talks.filter(({ role, status }) => role === 'host' && isOver(status))
  return listLivePlans(tx, deps.keys, hosted)
}

export async function showPromises(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  return page(c, await promisesPage(tx, me, c, deps))
}

async function promisesPage(tx: Tx, me: Me, c: PageContext, deps: Deps, notice?: string) {
  const listed = promisesIn(await listHostedPlans(tx, deps, await listConversations(tx, me)))
  const [frame, house, today] = [frameOf(c, deps), await getHouse(tx), localDateOf(c.var.now)]
  return <PromisesPage {...{ frame, house, today, notice }} {...listed} />
}

/** The host's own tick; a participant is led on, and nothing is changed. */
export async function markPromise(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const back = form.text('back') === 'year' ? urls.hosted() : urls.promises()
  const wish = wishIn(form)
  if (talk.role !== 'host' || !isOver(talk.status) || !wish || wish.state === 'dropped') return { to: back }
  const live = await findLivePlan(tx, deps.keys, talk)
  if (!live) return { to: back }
  const outcome = await keepMark(tx, me, c, deps, live, wish, 'promise')
  if (outcome !== 'stale') return { to: `${back}#${anchorOf(talk.id, wish.point)}` }
  return { conflict: await promisesPage(tx, me, c, deps, texts[c.var.language].changed) }
}
