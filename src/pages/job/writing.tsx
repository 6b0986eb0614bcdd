import { getConversation, holdConversation } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { decideOnJob, findJobDecision } from '../../db/job-decisions.ts'
import {
  addJobVersion,
  findPostOf,
  getJobPost,
  type JobPost,
  listJobVersions,
} from '../../db/job-descriptions.ts'
import { findLivePlan } from '../../db/live-plans.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import {
  judgeJob,
  mayApprove,
  proposesChange,
  type TypedJob,
  versionsOn,
} from '../../domain/job-description.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { urls } from '../../urls.ts'
import type { Me, PageContext } from '../context.ts'
import { type Form, versionIn } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { FormPage } from './form-page.tsx'

/** The post, for whoever may write its job description; for everybody else there is no such page. */
async function getWritten(tx: Tx, c: PageContext): Promise<JobPost> {
  const job = await getJobPost(tx, c.req.param('post') ?? '')
  if (job.may !== 'write') throw new Unseen()
  return job
}

/** The plan whose proposal is being approved, where I may: its talk is about this post, and I hold it. */
async function findAnswered(tx: Tx, deps: Deps, { post }: JobPost, talk: Conversation) {
  const live = await findLivePlan(tx, deps.keys, talk)
  const isOpen = live && proposesChange(live) && mayApprove(live, await findJobDecision(tx, talk))
  return isOpen && (await findPostOf(tx, talk)) === post ? live : undefined
}

export async function showForm(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const job = await getWritten(tx, c)
  const versions = await listJobVersions(tx, job.post)
  const today = localDateOf(c.var.now)
  const { current } = versionsOn(versions, today)
  const typed = { words: current?.words ?? '', link: current?.link ?? '', from: today }
  const asked = c.req.query('samtale')
  const talk = asked ? await getConversation(tx, me, asked) : undefined
  const answers = talk && (await findAnswered(tx, deps, job, talk))
  const shown = { frame: frameOf(c, deps), house: await getHouse(tx), job, typed, answers }
  return page(c, <FormPage {...shown} seen={versions[0]?.version ?? 0} />)
}

/** A new dated version; what stood before stays as it was written. Where it answers a proposal, it is the yes to it. */
export async function addVersion(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const job = await getWritten(tx, c)
  const typed: TypedJob = { words: form.text('words'), link: form.text('link'), from: form.text('from') }
  const seen = versionIn(form, 'seen')
  const asked = form.text('samtale')
  const talk = asked ? await holdConversation(tx, me, asked) : undefined
  const answers = talk && (await findAnswered(tx, deps, job, talk))
  const shown = { frame: frameOf(c, deps), house: await getHouse(tx), job, typed, answers }
  const judged = judgeJob(typed, localDateOf(c.var.now))
  if ('faults' in judged)
    return { show: <FormPage {...shown} seen={seen} faults={judged.faults} />, status: 422 }
  if (!(await addJobVersion(tx, me, job.post, seen, judged, c.var.now))) {
    const last = (await listJobVersions(tx, job.post))[0]?.version ?? 0
    return { show: <FormPage {...shown} seen={last} meanwhile />, status: 409 }
  }
  if (answers) await decideOnJob(tx, answers.talk, judged.validFrom, localDateOf(c.var.now))
  await saveAs(tx, deps, me, c, { events: happened(job, answers) })
  return { to: answers ? urls.plan({ id: answers.talk.id }) : urls.jobDescription({ post: job.post }) }
}

const happened = ({ post }: JobPost, answers: LivePlan | undefined) => [
  { what: 'job-description-written', ids: { post } },
  ...(answers ? [{ what: 'job-proposal-answered', conversation: answers.talk.id }] : []),
]
