import { changeFollowUp } from '../../db/follow-ups.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { holdFollowUp } from '../../domain/follow-up.ts'
import { urls } from '../../urls.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { holdRunning } from './offering.tsx'

/** One says that it was held, the other confirms; »Ikke endnu« takes the word off the table again. */
export async function hold(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const shown = await holdRunning(tx, me, c, deps)
  if (!('followUp' in shown)) return { to: urls.plan({ id: shown.id }) }
  const { talk, followUp, today } = shown
  const decided = form.text('do') === 'not-yet' ? takenBack : wordOf(holdFollowUp(followUp, me.person, today))
  await changeFollowUp(tx, talk, followUp.id, decided.change)
  await saveAs(tx, deps, me, c, { events: [{ what: decided.what, conversation: talk.id }] })
  return { to: urls.plan({ id: talk.id }) }
}

const takenBack = { what: 'follow-up-not-yet', change: { said_by: null, said_on: null } }

const wordOf = (decided: ReturnType<typeof holdFollowUp>) =>
  'status' in decided
    ? { what: 'follow-up-held', change: { status: decided.status, held_on: decided.heldOn } }
    : { what: 'follow-up-said-held', change: { said_by: decided.saidBy, said_on: decided.saidOn } }
