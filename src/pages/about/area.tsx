import { listMyAddresses } from '../../db/address-changes.ts'
import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { findConcept } from '../../db/invitations.ts'
import { listKept } from '../../db/own-data.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { listReadings } from '../../db/readings.ts'
import { chooseHelper, countLocked, findHelper, listColleagues, listOwnSlips } from '../../db/slips.ts'
import { usesJobs } from '../../domain/job-description.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { AboutPage } from './about-page.tsx'
import type { Way } from './ways.tsx'
import { WhoSeesPage } from './who-sees-page.tsx'

/** What the talks are, and who can see what: one click from everywhere. */
export const trustPages: Area = (app, deps) => {
  app.get(
    urls.about.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      const concept = await findConcept(tx, me)
      return page(c, <AboutPage frame={frameOf(c, deps)} house={house} concept={concept} />)
    }),
  )
  app.get(
    urls.whoSees.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      const own = { talks: await listConversations(tx, me), kept: await listKept(tx, me) }
      const jobs = usesJobs(await findConcept(tx, me))
      const read = { house, jobs, readings: await listReadings(tx) }
      const shown = { ...read, way: await wayOf(tx, me, c), now: c.var.now }
      return page(c, <WhoSeesPage frame={frameOf(c, deps)} {...shown} {...own} />)
    }),
  )
  app.get(urls.helper.pattern, c => c.redirect(urls.whoSees(), 303))
  app.post(
    urls.helper.pattern,
    writes(deps, async (tx, form, me, c) => {
      const helper = form.text('helper')
      const colleagues = await listColleagues(tx)
      const chosen = colleagues.find(({ id }) => id === helper)
      if (helper !== '' && !chosen) throw new Unseen()
      await chooseHelper(tx, chosen?.id)
      await saveAs(tx, deps, me, c, { events: [{ what: 'helper-chosen', ids: chosen ? { helper } : {} }] })
      return { to: `${urls.whoSees()}?valgt=ja#vej-ind` }
    }),
  )
}

async function wayOf(tx: Tx, me: Me, c: PageContext): Promise<Way> {
  return {
    slips: await listOwnSlips(tx),
    colleagues: await listColleagues(tx),
    helper: await findHelper(tx),
    opensFrom: me.textsFrom,
    locked: await countLocked(tx),
    addresses: await listMyAddresses(tx),
    answered: c.req.query('svaret') === 'ja',
    saved: c.req.query('valgt') === 'ja',
  }
}
