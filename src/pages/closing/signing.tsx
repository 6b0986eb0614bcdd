import { changeConversation, getConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { voidRecord } from '../../db/records.ts'
import type { Deps } from '../../deps.ts'
import { correct } from '../../domain/record/signing.ts'
import { urls } from '../../urls.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { type Answer, isAutosave } from '../submission.ts'
import { changedText } from './changed-text.tsx'
import { closingOf, signerOf, standingOf } from './closing.ts'
import { closingPage } from './closing-page.tsx'
import { elsewhere } from './freezing.tsx'

/** What one reads at the closing: the choice, the wait for the other, or that it is done. */
export async function showSigning(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  if (isAutosave(c)) return c.json({ state: await standingOf(tx, talk) })
  const closing = await closingOf(tx, deps, talk)
  const shown = await closingPage(tx, c, deps, closing)
  return shown ? page(c, shown) : c.redirect(urls.conversation({ id: talk.id }), 303)
}

/** T12: back to writing. What was answered to this version counts no longer and stays in the log. */
export async function correctText(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const closing = await closingOf(tx, deps, talk)
  const decided = correct(signerOf(closing), Number(form.text('version')))
  if ('refused' in decided) {
    if (decided.refused === 'text-changed') return changedText(tx, me, c, deps, closing)
    return { to: talk.status === 'held' ? urls.planDraft({ id: talk.id }) : elsewhere(talk) }
  }
  if (closing.record) await voidRecord(tx, talk, closing.record.version, c.var.now)
  await changeConversation(tx, talk, { status: decided.status })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'text-corrected', conversation: talk.id, ids: { version: form.text('version') } }],
  })
  return { to: urls.planDraft({ id: talk.id }) }
}
