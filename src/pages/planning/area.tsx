import { changeConversation, getConversation } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import {
  beginConversation,
  findConcept,
  getLed,
  type Led,
  listStandingTimes,
  offerTimes,
  writeGreeting,
} from '../../db/invitations.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { getShelf } from '../../db/shelves.ts'
import type { Deps } from '../../deps.ts'
import { invite } from '../../domain/invitation.ts'
import { kindFor } from '../../domain/kind.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { faultsOf } from './planning-faults.ts'
import { readPlanning, unfilled } from './planning-form.ts'
import { PlanningPage } from './planning-page.tsx'

/** A host plans one talk: its length, times, place and a line in the letter. */
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

  app.post(
    urls.planning.pattern,
    writes(deps, (tx, form, me, c) => sendInvitation(tx, form, me, c, deps)),
  )
}

const postOf = (c: PageContext) => c.req.param('post') ?? ''

/** The talk this host holds with them; for somebody whose talk is another's there is no such page. */
async function formFor(tx: Tx, me: Me, led: Led) {
  const concept = await findConcept(tx, me)
  const kind = concept && kindFor(concept, led)
  const form = kind && concept.kinds[kind]
  if (!form) throw new Unseen()
  return { kind, form }
}

async function sendInvitation(tx: Tx, sent: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const led = await getLed(tx, me, postOf(c))
  const { kind, form } = await formFor(tx, me, led)
  if (led.open) return { to: urls.invitation({ id: led.open }) }
  const typed = readPlanning(sent, form)
  const standing = await listStandingTimes(tx, me, c.var.now)
  const times = typed.times.map(time => time.instant)
  const decided = invite(form, { ...typed, times, standing }, c.var.now)
  const faults = faultsOf(typed, 'refusals' in decided ? decided.refusals : [])
  if (faults.length > 0 || 'refusals' in decided) {
    const house = await getHouse(tx)
    return {
      show: (
        <PlanningPage
          frame={frameOf(c, deps)}
          house={house}
          led={led}
          form={form}
          typed={typed}
          faults={faults}
        />
      ),
      status: 422,
    }
  }
  const id = deps.random.shownId()
  await beginConversation(tx, { id, kind, post: led.post, minutes: typed.minutes, place: typed.place })
  const talk = await getConversation(tx, me, id)
  await makeShelves(tx, deps, me, id)
  await offerTimes(tx, deps.random, talk, decided.times)
  if (typed.greeting) await writeGreeting(tx, deps.keys, deps.random, talk, typed.greeting)
  await changeConversation(tx, talk, { status: 'invited', invited_at: c.var.now })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'invited', conversation: id, ids: { participant: led.person } }],
    mails: [{ to: led.person, kind: 'invitation', conversation: id }],
  })
  return { to: urls.invitation({ id }) }
}

// Both shared shelves stand from the first day, so that no later writer has to make one.
async function makeShelves(tx: Tx, deps: Deps, me: Me, conversation: string) {
  for (const scope of ['talk', 'plan'] as const)
    await getShelf(tx, deps.keys, deps.random, { organisation: me.organisation, conversation, scope })
}
