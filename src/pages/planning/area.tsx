import { listClosedWeeksOf } from '../../db/closed-weeks.ts'
import { getHouse } from '../../db/house.ts'
import { getLed, holdTimes, listStandingTimes, offerTimes } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { invite } from '../../domain/invitation.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { beginInvited, formFor, invitedTrace } from './inviting.ts'
import { faultsOf } from './planning-faults.ts'
import { readPlanning, unfilled } from './planning-form.ts'
import { PlanningPage } from './planning-page.tsx'
import { sendSeveral, showSeveral } from './several/several.tsx'

/** A host plans talks, one or many at once: length, times, place and a line in the letter. */
export const planning: Area = (app, deps) => {
  app.get(
    urls.planning.pattern,
    reads(deps, async (tx, me, c) => {
      const led = await getLed(tx, me, postOf(c))
      const house = await getHouse(tx)
      const { form } = await formFor(tx, me, led)
      const shown = unfilled(form)
      return page(
        c,
        <PlanningPage
          frame={frameOf(c, deps)}
          house={house}
          led={led}
          form={form}
          typed={shown}
          faults={[]}
        />,
      )
    }),
  )

  app.get(urls.planningSeveral.pattern, reads(deps, showSeveral))
  app.post(urls.planningSeveral.pattern, writes(deps, sendSeveral))
  app.post(urls.planning.pattern, writes(deps, sendInvitation))
}

const postOf = (c: PageContext) => c.req.param('post') ?? ''

async function sendInvitation(tx: Tx, sent: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  await holdTimes(tx, me)
  const led = await getLed(tx, me, postOf(c))
  const { kind, form } = await formFor(tx, me, led)
  if (led.open) return { to: urls.invitation({ id: led.open }) }
  const typed = readPlanning(sent, form, c.var.language)
  const standing = await listStandingTimes(tx, me, c.var.now)
  const times = typed.times.map(time => time.instant)
  const closed = await listClosedWeeksOf(tx, me, [led.post], localDateOf(c.var.now))
  const decided = invite(form, { ...typed, times, standing, closed }, c.var.now)
  const faults = faultsOf(typed, 'refusals' in decided ? decided.refusals : [])
  const shown = { frame: frameOf(c, deps), house: await getHouse(tx), led, form, typed }
  if (faults.length > 0 || 'refusals' in decided)
    return { show: <PlanningPage {...shown} faults={faults} />, status: 422 }
  const talk = await beginInvited(tx, me, c, deps, { post: led.post, kind }, typed)
  const name = firstName(led.name)
  if (!talk)
    return { show: <PlanningPage {...shown} faults={[{ refused: 'already-invited', name }]} />, status: 409 }
  await offerTimes(tx, deps.random, talk, decided.times)
  const { event, mail } = invitedTrace(talk)
  await saveAs(tx, deps, me, c, { events: [event], mails: [mail] })
  return { to: urls.invitation({ id: talk.id }) }
}
