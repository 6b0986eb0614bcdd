import { addClosing, listClosings, listMyHouses, removeClosing } from '../../db/closed-weeks.ts'
import { getHouse } from '../../db/house.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { ClosedWeeksPage } from './closed-weeks-page.tsx'
import { readClosing, typedClosing } from './typed.ts'

/** »Lukkedage«: read by all, written by leaders and administrators for their own houses. */
export const closedWeeks: Area = (app, deps) => {
  app.get(
    urls.closedWeeks.pattern,
    reads(deps, async (tx, me, c) => page(c, <ClosedWeeksPage {...(await shown(tx, me, c, deps))} />)),
  )
  app.post(urls.closedWeeks.pattern, writes(deps, write))
}

async function shown(tx: Tx, me: Me, c: PageContext, deps: Deps) {
  return {
    frame: frameOf(c, deps),
    house: await getHouse(tx),
    mine: await listMyHouses(tx),
    closings: await listClosings(tx, me, localDateOf(c.var.now)),
  }
}

async function write(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const all = await shown(tx, me, c, deps)
  if (all.mine.length === 0) return { to: urls.closedWeeks() }
  if (form.has('remove')) {
    await removeClosing(tx, me, form.text('remove'))
    return { to: urls.closedWeeks() }
  }
  const typed = typedClosing(form)
  const read = readClosing(typed, all.mine, localDateOf(c.var.now))
  if ('faults' in read)
    return { show: <ClosedWeeksPage {...all} typed={typed} faults={read.faults} />, status: 422 }
  await addClosing(tx, deps.random, me, read)
  return { to: urls.closedWeeks() }
}
