import { getConversation, holdConversation } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { getPreparation, markShared, type OwnPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getShared, readAsOther, shareAnswers, unshareAnswers } from '../../db/sharing.ts'
import { getSentThemes, sendThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import type { SharedAnswer } from '../../domain/answer.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { preparationOpen, takingBackOpen } from '../../domain/lifecycle.ts'
import { changedSince, listShareable, type Shareable, shareSelection } from '../../domain/preparation.ts'
import { hopeQuestion } from '../../domain/themes.ts'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { PreviewPage } from './preview-page.tsx'
import { SharedNowPage } from './shared-now-page.tsx'
import { SharedPage } from './shared-page.tsx'
import { getTelling, type Telling, type Unsent } from './telling.ts'

type Ticked = (item: Shareable) => boolean
type Here = { tx: Tx; c: PageContext; deps: Deps; talk: Conversation }
type Copies = ReadonlyMap<string, SharedAnswer>

export async function showPreview(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const here = { tx, c, deps, talk }
  if (!preparationOpen(talk.status)) return page(c, await sharedNow(here, nothingOffered))
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const offered = listShareable(talk.form, own, talk.role, new Set(shared.keys()))
  const telling = await getTelling(tx, deps, talk, own)
  const ticked: Ticked = item => item.ticked
  return page(c, await looked(here, own, shared, { offered, ticked, telling, sends: true }))
}

type Offer = {
  offered: readonly Shareable[]
  ticked: Ticked
  telling: Telling
  /** Whether the themes and the hope go along. */
  sends: boolean
  error?: string | undefined
}
const nothingOffered = {
  offered: [],
  changed: [],
  ticked: () => false,
  telling: { sent: undefined, unsent: undefined },
  sends: false,
}

/** Before Del what the other would read; after it what they read now, and apart from it what has changed since. */
async function looked(here: Here, own: OwnPreparation, shared: Copies, offer: Offer) {
  if (shared.size === 0) return rehearsed(here, offer)
  const { form, role } = here.talk
  return sharedNow(here, { ...offer, changed: changedSince(form, own, role, shared).map(({ id }) => id) })
}

async function sharedNow(here: Here, { telling, ...offer }: Offer & { changed: readonly string[] }) {
  const { c, deps, talk } = here
  const read = await readByOther(here)
  return <SharedNowPage frame={frameOf(c, deps)} talk={talk} {...read} {...offer} unsent={telling.unsent} />
}

/** Exactly what the other party's own policy gives them. */
async function readByOther({ tx, deps, talk }: Here) {
  await readAsOther(tx, talk)
  const seen = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const sent = await getSentThemes(tx, deps.keys, deps.random, talk)
  return { seen, told: sent.get(meIn(talk).id) }
}

// The frame of the preview holds what the other party's own policy gives: the copies are made, read as the other, and
// rolled back with the transaction.
async function rehearsed(here: Here, { ticked, telling, ...offer }: Offer) {
  const { tx, c, deps, talk } = here
  const copies = offer.offered
    .filter(ticked)
    .map(({ question, answer }) => ({ question: question.id, answer }))
  await shareAnswers(tx, deps.keys, deps.random, talk, copies, c.var.now)
  if (telling.unsent && offer.sends) await tell(here, telling.unsent)
  const read = await readByOther(here)
  return <PreviewPage frame={frameOf(c, deps)} talk={talk} {...offer} {...telling} {...read} />
}

const tell = ({ tx, c, deps, talk }: Here, { themes, hope }: Unsent) =>
  sendThemes(tx, deps.keys, deps.random, talk, { themes, hope }, c.var.now)

/** Del, the themes alone, or the preview again with other ticks. Only what was just seen is shared. */
export async function share(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const t = texts[c.var.language].preview
  const talk = await holdConversation(tx, me, idOf(c))
  if (!preparationOpen(talk.status)) return { to: urls.conversation({ id: talk.id }) }
  const here = { tx, c, deps, talk }
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const telling = await getTelling(tx, deps, talk, own)
  const offer = { ...offerOf(form, talk, own), telling }
  const again = async (error?: string): Promise<Answer> => ({
    show: await looked(here, own, shared, { ...offer, error }),
    status: error ? 422 : 200,
  })
  const wish = form.text('do')
  if (wish !== 'share' && wish !== 'themes') return again()
  const chosen = chosenIn(form, talk, own, telling.unsent)
  if ('refused' in chosen) return again(chosen.refused === 'nothing-chosen' ? t.nothing : t.changed)
  const events = wish === 'share' ? await copy(here, shared, chosen.answers) : []
  if (chosen.tells) await tell(here, chosen.tells)
  const all = [...events, ...(chosen.tells ? (['themes-sent'] as const) : [])]
  await saveAs(tx, deps, me, c, { events: all.map(what => ({ what, conversation: talk.id })) })
  return { to: urls.shared({ id: talk.id }) }
}

const isTicked = (form: Form, id: string) => form.text(`share.${id}`) === 'yes'

const offerOf = (form: Form, talk: Conversation, own: OwnPreparation) => ({
  offered: listShareable(talk.form, own, talk.role),
  ticked: ({ question }: Shareable) => isTicked(form, question.id),
  sends: isTicked(form, 'themes'),
})

/** What is ticked, answers and themes, if all of it still reads as it was shown. */
function chosenIn(form: Form, talk: Conversation, own: OwnPreparation, unsent: Unsent | undefined) {
  const sends = isTicked(form, 'themes')
  if (sends && unsent?.version !== form.text('themes.version'))
    return { refused: 'changed-since-preview' as const }
  const chosen = shareSelection(talk.form, own, talk.role, versionsOf(form, talk, own))
  const tells = sends ? unsent : undefined
  if (!('refused' in chosen)) return { answers: chosen.shared, tells }
  return tells && chosen.refused === 'nothing-chosen' ? { answers: [], tells } : chosen
}

type Copied = Parameters<typeof shareAnswers>[4]

/** The answers as they are shared from now on, and what to call what happened. */
async function copy({ tx, c, deps, talk }: Here, before: Copies, anew: Copied) {
  if (anew.length === 0 && (before.size === 0 || !takingBackOpen(talk))) return []
  const copies = [...anew, ...stayingShared(talk, before, anew)]
  await shareAnswers(tx, deps.keys, deps.random, talk, copies, c.var.now)
  await markShared(tx, talk, anew.length > 0 ? c.var.now : null)
  return [anew.length > 0 ? ('preparation-shared' as const) : ('preparation-taken-back' as const)]
}

/** Once the talk has begun nothing is taken back: what was shared and not shared anew stays as it is. */
function stayingShared(talk: Conversation, shared: Copies, anew: Copied) {
  if (takingBackOpen(talk)) return []
  const stays = [...shared].filter(([id]) => !anew.some(({ question }) => question === id))
  return stays.map(([question, answer]) => ({ question, answer }))
}

function versionsOf(form: Form, talk: Conversation, own: OwnPreparation): Map<string, number> {
  const offered = listShareable(talk.form, own, talk.role)
  const ticked = offered.filter(({ question }) => isTicked(form, question.id))
  return new Map(ticked.map(({ question }) => [question.id, Number(form.text(`${question.id}.version`))]))
}

export async function showShared(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const count = (await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)).size
  const hopeId = hopeQuestion(talk.form)?.id ?? ''
  const own = await getPreparation(tx, deps.keys, deps.random, talk, [hopeId])
  const telling = await getTelling(tx, deps, talk, own)
  if (count === 0 && !telling.sent) return c.redirect(urls.preparation({ id: talk.id }), 303)
  const house = await getHouse(tx)
  const shown = { house, talk, count, now: c.var.now, ...telling }
  return page(c, <SharedPage frame={frameOf(c, deps)} {...shown} />)
}

/** Taking back deletes the copies; it can be done until the talk begins. */
export async function takeBack(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const to = urls.preparation({ id: talk.id })
  if (!takingBackOpen(talk)) return { to }
  if ((await unshareAnswers(tx, talk)) === 0) return { to }
  await markShared(tx, talk, null)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'preparation-taken-back', conversation: talk.id }],
  })
  return { to }
}
