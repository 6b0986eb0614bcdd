import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import { getUnreached, listOutbox, type OutboxFilter } from '../../db/outbox.ts'
import { Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { frameOf, reads } from '../talks.ts'
import { filters, OutboxPage } from './outbox-page.tsx'

const pageLength = 25
const mostNames = 100

/** The administrator's view of the letters: whether they get through, and nothing of what they say. */
export const outbox: Area = (app, deps) => {
  app.get(
    urls.outbox.pattern,
    reads(deps, async (tx, me, c) => {
      const house = await getHouse(tx)
      if (!house.administrator) throw new Unseen()
      const shown = await shownFor(deps, me, c)
      return page(c, <OutboxPage frame={frameOf(c, deps)} house={house} now={c.var.now} {...shown} />)
    }),
  )
}

// The office's own role reads them: a party's sees only letters about its own conversations, and those not at all.
async function shownFor(deps: Deps, me: Me, c: PageContext) {
  const filter = filterIn(c)
  const number = Math.min(Math.max(Math.trunc(Number(c.req.query('side'))) || 1, 1), 10_000)
  const skipped = (number - 1) * pageLength
  return transaction(deps.db.office, { session: me.token }, async office => {
    const lines = await listOutbox(office, filter, { most: pageLength + 1, skipped })
    const unreached = await getUnreached(office, mostNames)
    return { filter, number, lines: lines.slice(0, pageLength), more: lines.length > pageLength, unreached }
  })
}

const filterIn = (c: PageContext): OutboxFilter =>
  filters.find(({ slug }) => slug === c.req.query('vis'))?.filter ?? 'all'
