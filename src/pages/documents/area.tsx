import { getConversation, holdConversation } from '../../db/conversations.ts'
import { fillSlot, listLockedSlots } from '../../db/document-links.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { DocumentSlot } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import {
  findFillable,
  hasDocuments,
  judgeDocument,
  type SlotContent,
  type TypedDocument,
} from '../../domain/documents.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { urls } from '../../urls.ts'
import { type Area, idOf, type Me, type PageContext } from '../context.ts'
import { type Form, versionIn } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { reads, writes } from '../talks.ts'
import { DocumentsPage } from './documents-page.tsx'
import { documentsShown } from './shown.ts'
import type { Retyped } from './slot-form.tsx'

/** The papers one may want at hand, as links; either of the two puts them there. */
export const documentSlots: Area = (app, deps) => {
  app.get(urls.documentSlots.pattern, reads(deps, show))
  app.post(urls.documentSlot.pattern, writes(deps, fill))
  app.get(urls.documentSlot.pattern, c => c.redirect(urls.documentSlots({ id: c.req.param('id') }), 303))
}

/** A kind of talk without such papers has no such page: one is led to the talk. */
async function show(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  if (!hasDocuments(talk.form)) return c.redirect(urls.conversation({ id: talk.id }), 303)
  return page(c, <DocumentsPage {...(await documentsShown(tx, me, c, deps, talk))} />)
}

async function fill(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const slot = findFillable(talk.form, c.req.param('slot') ?? '')
  if (!slot) throw new Unseen()
  const back = { to: `${urls.documentSlots({ id: talk.id })}#${slot.id}` }
  const again = async (status: 409 | 422, why: Partial<Retyped> = {}): Promise<Answer> => {
    const retyped = { slot: slot.id, typed: typedIn(form), faults: [], ...why }
    const shown = await documentsShown(tx, me, c, deps, talk)
    return { show: <DocumentsPage {...shown} retyped={retyped} />, status }
  }
  // What was typed on a page from before the closing is not kept, and not lost.
  if (isOver(talk.status)) return form.text('do') === 'save' ? again(409) : back
  const content = wanted(form, slot)
  if ('faults' in content) return again(422, content)
  if ((await listLockedSlots(tx, talk)).includes(slot.id)) return again(409)
  if (!(await kept(tx, form, c, deps, talk, slot, content))) return again(409, { meanwhile: true })
  await saveAs(tx, deps, me, c, { events: [{ what: 'document-slot-filled', conversation: talk.id }] })
  return back
}

const typedIn = (form: Form): TypedDocument => ({
  title: form.text('title'),
  link: form.text('link'),
  dated: form.text('dated'),
  opens: form.text('opens'),
})

/** The job description is written on its own page: here it can only be passed over. */
const wanted = (form: Form, { of }: DocumentSlot) =>
  form.text('do') === 'not-relevant' || of === 'post'
    ? { kind: 'not-relevant' as const }
    : judgeDocument(typedIn(form))

const kept = (
  tx: Tx,
  form: Form,
  c: PageContext,
  { keys, random }: Deps,
  talk: Conversation,
  { id }: DocumentSlot,
  content: SlotContent,
) => fillSlot(tx, keys, random, talk, { slot: id, seen: versionIn(form, 'version'), content }, c.var.now)
