import { changeConversation, getConversation, holdConversation } from '../../db/conversations.ts'
import { getJointText } from '../../db/joint-text.ts'
import type { Tx } from '../../db/query.ts'
import { findVoided, freezeRecord, getConcept } from '../../db/records.ts'
import { logReading } from '../../db/sharing.ts'
import { getSentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import type { Concept, Role } from '../../domain/concept.ts'
import { type Conversation, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { freeze, gapsIn, type JointText } from '../../domain/record/freezing.ts'
import { jobOutcomes, proposalLimit, type RecordParts } from '../../domain/record.ts'
import { cleanText, tooLong } from '../../domain/text.ts'
import { urls } from '../../urls.ts'
import { closing as texts } from '../../words/closing.ts'
import { withAllWritten, withThemes } from '../agenda.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { findStandingJob } from '../job/standing.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { type Answer, isAutosave } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { closingOf } from './closing.ts'
import { closingPage } from './closing-page.tsx'
import { FreezingPage, type FreezingShown } from './freezing-page.tsx'

/** The page before the text is frozen; once it is, the way goes on to reading it. */
export async function showFreezing(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await themed(tx, deps, await getConversation(tx, me, idOf(c)))
  if (isAutosave(c)) return c.json({ state: talk.status })
  if (talk.status !== 'held') return c.redirect(elsewhere(talk), 303)
  return page(c, <FreezingPage {...(await freezingShown(tx, talk, c, deps))} />)
}

const themed = async (tx: Tx, deps: Deps, talk: Conversation) =>
  withThemes(talk, await getSentThemes(tx, deps.keys, deps.random, talk))

/** T11. Either may; the other is told by mail and reads the same text. */
export async function freezeText(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const held = await holdConversation(tx, me, idOf(c))
  const job = jobIn(form)
  if (held.status !== 'held') return tooLate(tx, c, deps, held, job.proposal)
  const talk = await themed(tx, deps, held)
  const concept = await getConcept(tx, talk)
  const text = { ...(await getJointText(tx, deps.keys, deps.random, talk)), ...job }
  if (tooLong(job.proposal, proposalLimit)) {
    const shown = await freezingShown(tx, talk, c, deps)
    return { conflict: <FreezingPage {...shown} {...job} proposalTooLong />, status: 422 }
  }
  const decided = freeze(
    withAllWritten(talk, text.conclusions),
    concept,
    text,
    form.text('gaps') === 'seen',
    localDateOf(c.var.now),
  )
  if ('refused' in decided) {
    if (decided.refused === 'not-now' || decided.refused === 'not-yours') return { to: elsewhere(talk) }
    const shown = await freezingShown(tx, talk, c, deps)
    return { conflict: <FreezingPage {...shown} {...(job.job && job)} />, status: 422 }
  }
  const version = await freezeRecord(tx, deps.keys, deps.random, talk, decided.parts, c.var.now)
  await changeConversation(tx, talk, { status: decided.status })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'text-frozen', conversation: talk.id, ids: { version: String(version) } }],
    mails: [{ to: otherIn(talk).id, kind: 'to-sign', conversation: talk.id }],
  })
  return { to: urls.signing({ id: talk.id }) }
}

/** The other has locked the text meanwhile. A proposal that is not in it is shown again, to be used elsewhere. */
async function tooLate(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  proposal: string,
): Promise<Answer> {
  const to = elsewhere(talk)
  if (proposal === '') return { to }
  const closing = await closingOf(tx, deps, talk)
  if (closing.record?.plan?.jobProposal === proposal) return { to }
  const notice = texts[c.var.language].job.late(proposal)
  const shown = await closingPage(tx, c, deps, closing, { notice })
  return shown ? { show: shown, status: 409 } : { to }
}

/** What came of the job description; whoever writes what they propose proposes a change. */
function jobIn(form: Form) {
  const proposal = cleanText(form.text('proposal')).trim()
  const chosen = jobOutcomes.find(outcome => outcome === form.text('job'))
  return { job: chosen ?? (proposal ? ('change' as const) : undefined), proposal }
}

/**
 * All the page needs to show the text as it stands now. Keywords the other has ticked are theirs until the text is
 * frozen, so opening them is logged in the transaction that shows them, which must then be kept (walls §5).
 */
export async function freezingShown(
  tx: Tx,
  talk: Conversation,
  c: PageContext,
  deps: Deps,
): Promise<FreezingShown> {
  const { keys, random } = deps
  const all = shownOf(talk, await getConcept(tx, talk), await getJointText(tx, keys, random, talk), c, deps)
  if (all.parts && quotesOther(all.parts, talk.role))
    await logReading(tx, random, talk, 'preparation', localDateOf(c.var.now), c.var.now)
  if (!talk.form.jobDescription) return all
  const before = (await findVoided(tx, keys, talk))?.plan
  const hasDescription = (await findStandingJob(tx, talk, localDateOf(c.var.now))) !== undefined
  return { ...all, hasDescription, job: before?.jobDescription, proposal: before?.jobProposal }
}

const quotesOther = ({ talk: { bands } }: RecordParts, me: Role): boolean =>
  bands.some(({ sections }) =>
    sections.some(({ rows }) => rows.some(({ keywords }) => keywords.some(({ by }) => by !== me))),
  )

function shownOf(
  talk: Conversation,
  concept: Concept,
  text: JointText,
  c: PageContext,
  deps: Deps,
): FreezingShown {
  const would = freeze(withAllWritten(talk, text.conclusions), concept, text, true)
  return {
    frame: frameOf(c, deps),
    talk,
    parts: 'parts' in would ? would.parts : undefined,
    gaps: gapsIn(text.points, talk.form, localDateOf(c.var.now)),
  }
}

/** Where one is sent whose page is about another time of the conversation. */
export function elsewhere({ id, status }: Conversation): string {
  return status === 'closing' || isOver(status) ? urls.signing({ id }) : urls.conversation({ id })
}
