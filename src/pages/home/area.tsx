import { listMyAddresses } from '../../db/address-changes.ts'
import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findHeldLetter } from '../../db/mails.ts'
import type { Tx } from '../../db/query.ts'
import { isUntouched } from '../../db/setup.ts'
import { getStandings } from '../../db/standing.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { urls } from '../../urls.ts'
import { openFrame } from '../answers.tsx'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { FirstVisitPage } from './first-visit-page.tsx'
import { HomePage, mostUrgent } from './home-page.tsx'
import { findToInvite } from './to-invite.tsx'

/** Min side: what now? Where nothing is set up yet, the two doors. */
export const home: Area = (app, deps) => {
  const mine = reads(deps, showHome)
  app.get(urls.home.pattern, async c => {
    if (!c.var.me && !c.var.demo && (await isUntouched(deps.db)))
      return page(c, <FirstVisitPage frame={openFrame(c, deps.installation)} />)
    return mine(c)
  })
}

async function showHome(tx: Tx, me: Me, c: PageContext, deps: Deps) {
  const house = await getHouse(tx)
  const talks = await listConversations(tx, me)
  const standings = await getStandings(tx, me, talks)
  const byUrgency = mostUrgent(talks, standings, c.var.now)
  const [first] = byUrgency
  const goes = first && (await findHeldLetter(tx, first, c.var.now))
  const addresses = await listMyAddresses(tx)
  const toInvite = house.hosts ? await findToInvite(tx, me, talks, localDateOf(c.var.now)) : undefined
  const shown = { house, talks, byUrgency, standings, me, goes, addresses, toInvite }
  return page(c, <HomePage frame={frameOf(c, deps)} {...shown} now={c.var.now} />)
}
