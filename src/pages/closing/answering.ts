import { holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { addSignature } from '../../db/signatures.ts'
import type { Deps } from '../../deps.ts'
import { isFresh } from '../../domain/door.ts'
import { choices, type Signing, sign } from '../../domain/record/signing.ts'
import { cleanText } from '../../domain/text.ts'
import { urls } from '../../urls.ts'
import { refusalPage } from '../answers.tsx'
import { idOf, type Me, type PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { signedIn } from '../guard.ts'
import { saveAs } from '../save-as.ts'
import { type Answer, submitted } from '../submission.ts'
import { close } from './close.ts'
import { type Closing, closingOf, signerOf } from './closing.ts'
import type { CodeFault } from './code-page.ts'
import { takeCode } from './fresh-code.ts'
import { refusedAnswer, unchosen } from './refused-answer.tsx'

/**
 * One's own answer to the frozen text, with a fresh code where the concept signs (T13, T14). A code in the form is taken
 * first, outside the conversation's transaction: it is the door's, and with it the session goes on under a new token.
 */
export const submitAnswer = (deps: Deps) => async (c: PageContext) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  const taken = await takeCode(c, deps, me, form)
  if (!('refused' in taken)) return submitted(c, deps, taken, form, tx => answer(tx, form, taken, c, deps))
  const { refused } = taken
  if (refused === 'gone') return c.redirect(urls.signing({ id: idOf(c) }), 303)
  return submitted(c, deps, me, form, tx => answer(tx, form, me, c, deps, refused))
}

async function answer(
  tx: Tx,
  form: Form,
  me: Me,
  c: PageContext,
  deps: Deps,
  code?: CodeFault,
): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const closing = await closingOf(tx, deps, talk)
  const choice = choices.find(each => each === form.text('choice'))
  if (!choice) return unchosen(tx, c, deps, closing)
  const wish = {
    choice,
    version: Number(form.text('version')),
    remark: cleanText(form.text('remark')),
    fresh: isFresh(me.freshCodeAt, c.var.now),
  }
  const decided = sign(signerOf(closing), wish)
  if ('refused' in decided) return refusedAnswer(tx, form, me, c, deps, { closing, wish, ...decided, code })
  await keep(tx, me, c, deps, closing, decided)
  return { to: urls.signing({ id: talk.id }) }
}

async function keep(tx: Tx, me: Me, c: PageContext, deps: Deps, { talk, record }: Closing, signing: Signing) {
  if (record) await addSignature(tx, deps.keys, deps.random, talk, record.version, signing, c.var.now)
  await saveAs(tx, deps, me, c, { events: [{ what: 'text-answered', conversation: talk.id }] })
  if (signing.status !== 'closing') await close(tx, me, c, deps, talk, signing.status)
}
