import { getConversation, holdConversation } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { getPreparation, markShared, type OwnPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getShared, readAsOther, shareAnswers, unshareAnswers } from '../../db/sharing.ts'
import type { Deps } from '../../deps.ts'
import type { SharedAnswer } from '../../domain/answer.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { preparationOpen, takingBackOpen } from '../../domain/lifecycle.ts'
import { changedSince, listShareable, type Shareable, shareSelection } from '../../domain/preparation.ts'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { PreviewPage } from './preview-page.tsx'
import { SharedNowPage } from './shared-now-page.tsx'
import { SharedPage } from './shared-page.tsx'

type Ticked = (item: Shareable) => boolean

export async function showPreview(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, c.req.param('id') ?? '')
  if (!preparationOpen(talk.status)) return page(c, await sharedNow(tx, c, deps, talk, nothingOffered))
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const offered = listShareable(talk.form, own, talk.role, new Set(shared.keys()))
  return page(c, await looked(tx, c, deps, talk, own, { shared, offered, ticked: item => item.ticked }))
}

type Offer = { offered: readonly Shareable[]; ticked: Ticked; error?: string | undefined }
const nothingOffered = { offered: [], changed: [], ticked: () => false }

/** Before Del what the other would read; after it what they read now, and apart from it what has changed since. */
async function looked(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  own: OwnPreparation,
  { shared, ...offer }: Offer & { shared: ReadonlyMap<string, SharedAnswer> },
) {
  if (shared.size === 0) return rehearsed(tx, c, deps, talk, offer.offered, offer.ticked, offer.error)
  const changed = changedSince(talk.form, own, talk.role, shared).map(({ id }) => id)
  return sharedNow(tx, c, deps, talk, { ...offer, changed })
}

async function sharedNow(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  offer: Offer & { changed: readonly string[] },
) {
  await readAsOther(tx, talk)
  const seen = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  return <SharedNowPage frame={frameOf(c, deps)} talk={talk} seen={seen} {...offer} />
}

// The frame of the preview holds what the other party's own policy gives: the copies are made, read as the other, and
// rolled back with the transaction.
async function rehearsed(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  offered: readonly Shareable[],
  ticked: Ticked,
  error?: string,
) {
  const copies = offered.filter(ticked).map(({ question, answer }) => ({ question: question.id, answer }))
  await shareAnswers(tx, deps.keys, deps.random, talk, copies, c.var.now)
  await readAsOther(tx, talk)
  const seen = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  return <PreviewPage frame={frameOf(c, deps)} talk={talk} offered={offered} seen={seen} error={error} />
}

/** Del, or the preview again with other ticks. Only what was just seen is shared. */
export async function share(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const t = texts[c.var.language].preview
  const talk = await holdConversation(tx, me, c.req.param('id') ?? '')
  if (!preparationOpen(talk.status)) return { to: urls.conversation({ id: talk.id }) }
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const ticked: Ticked = ({ question }) => form.text(`share.${question.id}`) === 'yes'
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const offered = listShareable(talk.form, own, talk.role)
  const again = async (error?: string): Promise<Answer> => ({
    show: await looked(tx, c, deps, talk, own, { shared, offered, ticked, error }),
    status: error ? 422 : 200,
  })
  if (form.text('do') !== 'share') return again()
  const chosen = shareSelection(talk.form, own, talk.role, versionsOf(form, talk, own))
  if ('refused' in chosen) return again(chosen.refused === 'nothing-chosen' ? t.nothing : t.changed)
  const copies = [...chosen.shared, ...stayingShared(talk, shared, chosen.shared)]
  await shareAnswers(tx, deps.keys, deps.random, talk, copies, c.var.now)
  await markShared(tx, talk, c.var.now)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'preparation-shared', conversation: talk.id }],
  })
  return { to: urls.shared({ id: talk.id }) }
}

/** Once the talk has begun nothing is taken back: what was shared and not shared anew stays as it is. */
function stayingShared(
  talk: Conversation,
  shared: ReadonlyMap<string, SharedAnswer>,
  anew: readonly { question: string }[],
) {
  if (takingBackOpen(talk)) return []
  const stays = [...shared].filter(([id]) => !anew.some(({ question }) => question === id))
  return stays.map(([question, answer]) => ({ question, answer }))
}

function versionsOf(form: Form, talk: Conversation, own: OwnPreparation): Map<string, number> {
  const offered = listShareable(talk.form, own, talk.role)
  const ticked = offered.filter(({ question }) => form.text(`share.${question.id}`) === 'yes')
  return new Map(ticked.map(({ question }) => [question.id, Number(form.text(`${question.id}.version`))]))
}

export async function showShared(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, c.req.param('id') ?? '')
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  if (shared.size === 0) return c.redirect(urls.preparation({ id: talk.id }), 303)
  const house = await getHouse(tx)
  return page(c, <SharedPage frame={frameOf(c, deps)} house={house} talk={talk} count={shared.size} />)
}

/** Taking back deletes the copies; it can be done until the talk begins. */
export async function takeBack(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, c.req.param('id') ?? '')
  const to = urls.preparation({ id: talk.id })
  if (!takingBackOpen(talk)) return { to }
  if ((await unshareAnswers(tx, talk)) === 0) return { to }
  await markShared(tx, talk, null)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'preparation-taken-back', conversation: talk.id }],
  })
  return { to }
}
