import { listMyAddresses } from '../../db/address-changes.ts'
import { getConclusions } from '../../db/conclusions.ts'
import { listConversations } from '../../db/conversations.ts'
import { getDocuments } from '../../db/document-links.ts'
import { listFollowUpLines } from '../../db/follow-ups.ts'
import { findGreeting } from '../../db/invitations.ts'
import { listJobPosts, listJobVersions } from '../../db/job-descriptions.ts'
import { findLivePlan } from '../../db/live-plans.ts'
import { findMe, listHappened, listKept } from '../../db/own-data.ts'
import { listPoints } from '../../db/plans.ts'
import { getPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { listReadings } from '../../db/readings.ts'
import { findRecord } from '../../db/records.ts'
import { getShared } from '../../db/sharing.ts'
import { SealBroken } from '../../db/shelves.ts'
import { listSignatures } from '../../db/signatures.ts'
import { getMyThemes, getSentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import type { JobVersion } from '../../domain/job-description.ts'
import { isOver } from '../../domain/lifecycle.ts'
import type { Chapter } from '../../outside/own-data-file.tsx'
import type { Language } from '../../words/words.ts'
import { type Sent, withThemes } from '../agenda.ts'
import type { Me } from '../context.ts'
import type { Ours } from './joint-chapter.ts'
import { meChapter, traceChapters } from './me-chapter.ts'
import type { Mine } from './own-chapter.ts'
import { talkChapter } from './talk-chapter.ts'

// Everything of whoever asks, by the functions their own pages use and under the same policies: what I wrote, and what we
// wrote together. What the other wrote alone is asked for by nothing here.

export async function chaptersOf(tx: Tx, me: Me, deps: Deps, language: Language): Promise<Chapter[]> {
  const talks = await listConversations(tx, me)
  const kept = await listKept(tx, me)
  const about: Chapter[] = []
  for (const each of talks) {
    const sent: Sent = await unlessGone(() => getSentThemes(tx, deps.keys, deps.random, each), new Map())
    const talk = withThemes(each, sent)
    const mine = await mineIn(tx, deps, talk, sent)
    const ours = await oursIn(tx, deps, talk)
    const here = kept.filter(({ conversation }) => conversation === talk.id)
    about.push(talkChapter({ talk, mine, ours, kept: here, language }))
  }
  const traces = { talks, kept, readings: await listReadings(tx), happened: await listHappened(tx) }
  return [
    meChapter(
      { me: await findMe(tx, me), addresses: await listMyAddresses(tx), jobs: await myJobs(tx) },
      language,
    ),
    ...about,
    ...traceChapters(traces, language),
  ]
}

/** Every version of what stands for my posts. */
async function myJobs(tx: Tx): Promise<JobVersion[]> {
  const mine = (await listJobPosts(tx, '')).filter(each => each.mine)
  const versions: JobVersion[] = []
  for (const { post } of mine) versions.push(...(await listJobVersions(tx, post)))
  return versions
}

async function mineIn(tx: Tx, deps: Deps, talk: Conversation, sent: Sent): Promise<Mine> {
  const { keys, random } = deps
  const me = meIn(talk).id
  return {
    preparation: await unlessGone(() => getPreparation(tx, keys, random, talk), undefined),
    themes: await unlessGone(async () => (await getMyThemes(tx, keys, random, talk)).themes, []),
    sent: sent.get(me),
    shared: await unlessGone(() => getShared(tx, keys, random, talk, me), new Map()),
    asked: talk.role === 'participant' ? await unlessGone(() => listFollowUpLines(tx, keys, talk), []) : [],
    greeting:
      talk.role === 'host' ? await unlessGone(() => findGreeting(tx, keys, talk), undefined) : undefined,
  }
}

async function oursIn(tx: Tx, deps: Deps, talk: Conversation): Promise<Ours> {
  const { keys } = deps
  const record = await findRecord(tx, keys, 'pages', talk)
  const signatures = record ? await listSignatures(tx, keys, 'pages', talk, record.version) : []
  return {
    conclusions: await unlessGone(() => getConclusions(tx, keys, talk), new Map()),
    points: await unlessGone(() => listPoints(tx, keys, talk), []),
    documents: await unlessGone(() => getDocuments(tx, keys, deps.random, talk), new Map()),
    record,
    plan: isOver(talk.status) ? await unlessGone(() => findLivePlan(tx, keys, talk), undefined) : undefined,
    answer: signatures.find(({ person }) => person === meIn(talk).id),
  }
}

/** What is deleted, or was written before a slip that opens nothing from before, is not there. A broken seal stops it all. */
async function unlessGone<T>(work: () => Promise<T>, gone: T): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof SealBroken && ['shelf-destroyed', 'shelf-not-visible'].includes(fault.code))
      return gone
    throw fault
  }
}
