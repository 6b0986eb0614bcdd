import type { VNode } from 'preact'
import { transaction } from '../db/database.ts'
import { claimKey, rememberOutcome } from '../db/idempotency.ts'
import type { Tx } from '../db/query.ts'
import type { Deps } from '../deps.ts'
import { shell } from '../words/shell.ts'
import { refusalPage } from './answers.tsx'
import type { Me, PageContext } from './context.ts'
import { type Form, type FormRefusal, isForAnother, keyOf, readForm } from './form.ts'
import { readerMark } from './guard.ts'
import { page } from './page.tsx'

/**
 * What a handler answers. `to`: saved, go on there. `show`: nothing is saved, and the page comes again with what was
 * typed. `conflict`: a page too, and what was written is kept. `data` is for our own script; with 422 nothing is saved.
 * `once`: saved, and the page holds what is kept nowhere; a second submit is led to `afterwards`.
 */
export type Answer =
  | { to: string }
  | { show: VNode; status: 200 | 409 | 422 }
  | { conflict: VNode; status?: 409 | 422 }
  | { once: VNode; afterwards: string }
  | { data: Record<string, unknown>; status: 200 | 409 | 422 }

/** Carries an answer out of a transaction that is to be rolled back. */
class NothingSaved extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('nothing saved')
    this.answer = answer
  }
}

/** Our script's save while somebody writes. Its versions make a second one harmless, so it carries no key. */
export const isAutosave = (c: PageContext) => c.req.header('accept') === 'application/json'

/**
 * A POST of somebody signed in, as one transaction of theirs: find, decide, save, answer. The form's hidden key makes
 * a second submit give the first one's answer.
 */
export async function submission(
  c: PageContext,
  deps: Deps,
  me: Me,
  work: (tx: Tx, form: Form) => Promise<Answer>,
): Promise<Response> {
  const form = await readForm(c)
  return 'refused' in form ? refusalPage(c, form) : submitted(c, deps, me, form, tx => work(tx, form))
}

/** As {@link submission}, for a form that has been read already. */
export async function submitted(
  c: PageContext,
  deps: Deps,
  me: Me,
  form: Form,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Response> {
  const key = keyOf(form)
  if (key === undefined && !isAutosave(c)) return refusalPage(c, missingKey)
  if (isForAnother(key, readerMark(me))) return forAnother(c)
  const answer = await transaction(deps.db.party, { session: me.token }, async tx => {
    const given =
      key === undefined || isAutosave(c) ? await work(tx) : await once(tx, me, key, c.var.now, () => work(tx))
    if (savesNothing(given)) throw new NothingSaved(given)
    return given
  }).catch(unsaved)
  return answered(c, answer)
}

/** What the one before typed is neither saved in another's name nor shown to them. */
function forAnother(c: PageContext): Response | Promise<Response> {
  if (!isAutosave(c)) return refusalPage(c, { refused: 'another-reader', status: 409 })
  return c.json({ said: shell[c.var.language].anotherReader.text }, 422)
}

const missingKey: FormRefusal = { refused: 'malformed', status: 400 }

async function once(tx: Tx, me: Me, key: string, now: Date, work: () => Promise<Answer>): Promise<Answer> {
  const claim = await claimKey(tx, me, key, now)
  if (claim.earlier !== undefined) return { to: claim.earlier }
  const answer = await work()
  if ('to' in answer) await rememberOutcome(tx, me, key, answer.to)
  if ('once' in answer) await rememberOutcome(tx, me, key, answer.afterwards)
  return answer
}

const savesNothing = (answer: Answer) => 'show' in answer || ('data' in answer && answer.status === 422)

function unsaved(fault: unknown): Answer {
  if (fault instanceof NothingSaved) return fault.answer
  throw fault
}

function answered(c: PageContext, answer: Answer): Response | Promise<Response> {
  if ('to' in answer) return c.redirect(answer.to, 303)
  if ('show' in answer) return page(c, answer.show, answer.status)
  if ('once' in answer) return page(c, answer.once)
  if ('data' in answer) return c.json(answer.data, answer.status)
  return page(c, answer.conflict, answer.status ?? 409)
}
