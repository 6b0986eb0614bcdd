import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findHeldLetter } from '../../db/mails.ts'
import { getStandings } from '../../db/standing.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { HomePage, mostUrgent } from './home-page.tsx'

/** Min side: what now? */
export const home: Area = (app, deps) => {
  app.get(
    urls.home.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      const talks = await listConversations(tx, me)
      const standings = await getStandings(tx, me, talks)
      const byUrgency = mostUrgent(talks, standings, c.var.now)
      const [first] = byUrgency
      const goes = first && (await findHeldLetter(tx, first, c.var.now))
      const { now } = c.var
      const shown = { house, talks, byUrgency, standings, me, goes, now }
      return page(c, <HomePage frame={frameOf(c, deps)} {...shown} />)
    }),
  )
}
