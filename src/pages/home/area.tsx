import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { signedIn } from '../guard.ts'
import { page } from '../page.tsx'
import { HomePage } from './home-page.tsx'

/** Min side: what now? */
export const home: Area = (app, deps) => {
  app.get(urls.home.pattern, async c => {
    const me = signedIn(c)
    if (me instanceof Response) return me
    const house = await transaction(deps.db.party, { session: me.token }, getHouse)
    const frame = { language: c.var.language, installation: deps.installation, key: deps.random.shownId() }
    return page(c, <HomePage frame={frame} house={house} />)
  })
}
