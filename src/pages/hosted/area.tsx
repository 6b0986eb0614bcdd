import { listFirstSignIns } from '../../db/address-changes.ts'
import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findConcept, listHosted, listLed } from '../../db/invitations.ts'
import { listDecided } from '../../db/job-decisions.ts'
import type { Tx } from '../../db/query.ts'
import { getStandings } from '../../db/standing.ts'
import type { Deps } from '../../deps.ts'
import { isYearly } from '../../domain/hosted-year.ts'
import { proposalsIn, usesJobs } from '../../domain/job-description.ts'
import { promisesIn } from '../../domain/plan-life.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { listHostedPlans } from '../plan/promises.tsx'
import { frameOf, reads, writes } from '../talks.ts'
import { HostedPage } from './hosted-page.tsx'
import { sendSameThemes, showQueue } from './queue.tsx'

/** The host's year: who, where it stands, one thing to do, and what is promised. */
export const hosted: Area = (app, deps) => {
  app.get(urls.hosted.pattern, reads(deps, showHosted))
  app.get(urls.queue.pattern, reads(deps, showQueue))
  app.post(urls.queue.pattern, writes(deps, sendSameThemes))
}

async function showHosted(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const house = await getHouse(tx)
  const concept = await findConcept(tx, me)
  const led = await listHosted(tx, me, concept)
  const leadsOthers = led.length === 0 && (await listLed(tx, me)).length > 0
  const talks = (await listConversations(tx, me)).filter(talk => talk.role === 'host')
  const standings = await getStandings(tx, me, talks)
  const plans = await listHostedPlans(tx, deps, talks)
  const { open: promises } = promisesIn(plans)
  const proposals = proposalsIn(plans, await listDecided(tx))
  const yearly = concept !== undefined && isYearly(concept)
  const signedIn = await listFirstSignIns(tx)
  const shown = {
    frame: frameOf(c, deps),
    house,
    signedIn,
    led,
    leadsOthers,
    talks,
    standings,
    promises,
    proposals,
    yearly,
    jobs: usesJobs(concept),
    now: c.var.now,
  }
  return page(c, <HostedPage {...shown} />)
}
