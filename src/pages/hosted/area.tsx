import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { listHosted } from '../../db/invitations.ts'
import { getStandings } from '../../db/standing.ts'
import { localDateOf } from '../../domain/day.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { HostedPage } from './hosted-page.tsx'

/** The host's year: who, where it stands, one thing to do. */
export const hosted: Area = (app, deps) => {
  app.get(
    urls.hosted.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      const led = await listHosted(tx, me)
      const talks = (await listConversations(tx, me)).filter(talk => talk.role === 'host')
      const standings = await getStandings(tx, me, talks)
      const year = Number(localDateOf(c.var.now).slice(0, 4))
      const shown = { led, talks, standings, year, now: c.var.now }
      return page(c, <HostedPage frame={frameOf(c, deps)} house={house} {...shown} />)
    }),
  )
}
