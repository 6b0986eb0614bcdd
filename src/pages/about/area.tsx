import { getHouse } from '../../db/house.ts'
import { findConcept } from '../../db/invitations.ts'
import { listReadings } from '../../db/readings.ts'
import { kinds } from '../../domain/concept.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { AboutPage } from './about-page.tsx'
import { WhoSeesPage } from './who-sees-page.tsx'

/** What the talks are, and who can see what: one click from everywhere. */
export const trustPages: Area = (app, deps) => {
  app.get(
    urls.about.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      const concept = await findConcept(tx, me)
      const forms = kinds.flatMap(kind => concept?.kinds[kind] ?? [])
      return page(c, <AboutPage frame={frameOf(c, deps)} house={house} forms={forms} />)
    }),
  )
  app.get(
    urls.whoSees.pattern,
    reads(deps, async (tx, _, c) => {
      const house = await getHouse(tx)
      return page(c, <WhoSeesPage frame={frameOf(c, deps)} house={house} readings={await listReadings(tx)} />)
    }),
  )
}
