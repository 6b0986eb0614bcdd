import type { Context } from 'hono'
import { rehearsal, transaction } from '../db/database.ts'
import type { Tx } from '../db/query.ts'
import type { Deps } from '../deps.ts'
import { demoOf } from './answers.tsx'
import type { Env, Me, PageContext } from './context.ts'
import type { Form } from './form.ts'
import { keyFor } from './form.ts'
import { readerMark, signedIn } from './guard.ts'
import type { Frame } from './shell.tsx'
import { type Answer, submission } from './submission.ts'

/** The frame of a signed-in page: its language and a fresh key for its forms. */
export const frameOf = (c: PageContext, deps: Deps): Frame => ({
  language: c.var.language,
  installation: deps.installation,
  ...demoOf(c),
  key: c.var.me ? keyFor(readerMark(c.var.me), deps.random.shownId()) : deps.random.shownId(),
  ...(c.var.me && { device: c.var.me.device, reader: readerMark(c.var.me) }),
})

type Reading = (tx: Tx, me: Me, c: PageContext, deps: Deps) => Promise<Response>
type Writing = (tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps) => Promise<Answer>

/** A page of somebody signed in, read in one transaction of theirs. The work is handed all it may need. */
export const reads = (deps: Deps, work: Reading) => async (c: Context<Env>) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  return transaction(deps.db.party, { session: me.token }, tx => work(tx, me, c, deps))
}

/** As {@link reads}, and rolled back: what it writes on the way is only to be looked at. */
export const rehearses = (deps: Deps, work: Reading) => async (c: Context<Env>) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  return rehearsal(deps.db.party, { session: me.token }, tx => work(tx, me, c, deps))
}

/** A submitted form of somebody signed in. */
export const writes = (deps: Deps, work: Writing) => async (c: Context<Env>) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  return submission(c, deps, me, (tx, form) => work(tx, form, me, c, deps))
}
