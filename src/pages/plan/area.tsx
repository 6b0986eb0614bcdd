import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { talksWithPlans } from '../../domain/plan-life.ts'
import { urls } from '../../urls.ts'
import { type Area, idOf, type Me, type PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads, writes } from '../talks.ts'
import { markPlan, showPlan } from './plan.tsx'
import { PlansPage } from './plans-page.tsx'
import { markPromise, showPromises } from './promises.tsx'
import { declineProposal } from './proposal.tsx'

/** The plan after the closing: what became of it, and what the host has promised. */
export const plan: Area = (app, deps) => {
  app.get(urls.plan.pattern, reads(deps, showPlan))
  app.post(urls.pointMarks.pattern, writes(deps, markPlan))
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  app.get(urls.pointMarks.pattern, c => c.redirect(urls.plan({ id: idOf(c) }), 303))
  app.get(urls.plans.pattern, reads(deps, showPlans))
  app.post(urls.jobProposal.pattern, writes(deps, declineProposal))
  app.get(urls.jobProposal.pattern, c => c.redirect(urls.plan({ id: idOf(c) }), 303))
}

export const promises: Area = (app, deps) => {
  app.get(urls.promises.pattern, reads(deps, showPromises))
  app.post(urls.promiseMarks.pattern, writes(deps, markPromise))
  app.get(urls.promiseMarks.pattern, c => c.redirect(urls.promises(), 303))
}

async function showPlans(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talks = talksWithPlans(await listConversations(tx, me))
  return page(c, <PlansPage frame={frameOf(c, deps)} house={await getHouse(tx)} talks={talks} />)
}
