import { getHouse } from '../../db/house.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { getSlipPerson, listSlipPeople, makeSlip, makesSlips } from '../../db/slips.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { endOf, inGroups, lastDayOfSlip } from '../../domain/slip.ts'
import { newSlipCode } from '../../trust/codes.ts'
import { urls } from '../../urls.ts'
import { slips as texts } from '../../words/slips.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { searchIn } from '../search.ts'
import { slipHash } from '../sign-in/pins.ts'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { MadePage } from './made-page.tsx'
import { SlipsPage } from './slips-page.tsx'

/** Slips for those without mail: by the administrator, or by a helper somebody has picked; never by their host. */
export const slips: Area = (app, deps) => {
  app.get(
    urls.slips.pattern,
    reads(deps, async (tx, _, c) => page(c, await listPage(tx, c, deps))),
  )
  app.get(urls.slipFor.pattern, c => c.redirect(urls.slips(), 303))
  app.post(
    urls.slipFor.pattern,
    writes(deps, (tx, _, me, c) => make(tx, me, c, deps)),
  )
}

async function listPage(tx: Tx, c: PageContext, deps: Deps, refusal?: string) {
  if (!(await makesSlips(tx))) throw new Unseen()
  const house = await getHouse(tx)
  const search = searchIn(c)
  const people = await listSlipPeople(tx, search)
  const shown = { house, search, people, refusal, now: c.var.now }
  return <SlipsPage frame={frameOf(c, deps)} {...shown} />
}

// The code is on the answer and nowhere else: the database keeps its hash.
async function make(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const { now } = c.var
  const person = c.req.param('person') ?? ''
  const { name, may } = await getSlipPerson(tx, person)
  if (may === 'host' || may === 'self') return refused(tx, c, deps, may, name)
  const [id, code] = [deps.random.shownId(), newSlipCode(deps.random)]
  const until = lastDayOfSlip(localDateOf(now))
  const expiresAt = endOf(until, now)
  const suffix = newSlipCode(deps.random).slice(0, 3)
  const login = await makeSlip(tx, { id, person, codeHash: slipHash(id, code), expiresAt, suffix })
  await saveAs(tx, deps, me, c, { events: [{ what: 'slip-made', ids: { person } }] })
  const house = await getHouse(tx)
  const slip = { name, login, code: inGroups(code), until, maker: house.name, on: localDateOf(now) }
  const address = `${deps.origin}${urls.signInSlip()}`
  return {
    once: <MadePage frame={frameOf(c, deps)} house={house} slip={slip} address={address} />,
    afterwards: urls.slips(),
  }
}

async function refused(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  why: 'host' | 'self',
  name: string,
): Promise<Answer> {
  const t = texts[c.var.language]
  return { show: await listPage(tx, c, deps, why === 'self' ? t.self : t.host(name)), status: 422 }
}
