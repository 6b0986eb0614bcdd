import type { VNode } from 'preact'
import { transaction } from '../db/database.ts'
import { claimKey, rememberOutcome } from '../db/idempotency.ts'
import type { Tx } from '../db/query.ts'
import type { Deps } from '../deps.ts'
import { refusalPage } from './answers.tsx'
import type { Me, PageContext } from './context.ts'
import { type Form, type FormRefusal, keyOf, readForm } from './form.ts'
import { page } from './page.tsx'

/**
 * What a handler answers: go on to another page, or show one again with what was typed. A page means that nothing
 * was saved: the transaction is rolled back. `conflict` shows a page and keeps what was written.
 */
export type Answer = { to: string } | { show: VNode; status: 409 | 422 } | { conflict: VNode }

class Shown extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('nothing saved')
    this.answer = answer
  }
}

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
  if ('refused' in form) return refusalPage(c, form)
  const key = keyOf(form)
  if (key === undefined) return refusalPage(c, missingKey)
  const answer = await once(deps, me, key, c.var.now, tx => work(tx, form)).catch(shown)
  return answered(c, answer)
}

const missingKey: FormRefusal = { refused: 'malformed', status: 400 }

async function once(
  deps: Deps,
  me: Me,
  key: string,
  now: Date,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  return transaction(deps.db.party, { session: me.token }, async tx => {
    const claim = await claimKey(tx, me, key, now)
    if (claim.earlier !== undefined) return { to: claim.earlier }
    const answer = await work(tx)
    if ('show' in answer) throw new Shown(answer)
    if ('to' in answer) await rememberOutcome(tx, me, key, answer.to)
    return answer
  })
}

function shown(fault: unknown): Answer {
  if (fault instanceof Shown) return fault.answer
  throw fault
}

function answered(c: PageContext, answer: Answer): Response | Promise<Response> {
  if ('to' in answer) return c.redirect(answer.to, 303)
  if ('show' in answer) return page(c, answer.show, answer.status)
  return page(c, answer.conflict, 409)
}
