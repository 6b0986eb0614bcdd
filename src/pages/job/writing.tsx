import { getHouse } from '../../db/house.ts'
import { addJobVersion, getJobPost, type JobPost, listJobVersions } from '../../db/job-descriptions.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { judgeJob, type TypedJob, versionsOn } from '../../domain/job-description.ts'
import { urls } from '../../urls.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
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

export async function showForm(tx: Tx, _: Me, c: PageContext, deps: Deps): Promise<Response> {
  const job = await getWritten(tx, c)
  const versions = await listJobVersions(tx, job.post)
  const today = localDateOf(c.var.now)
  const { current } = versionsOn(versions, today)
  const typed = { words: current?.words ?? '', link: current?.link ?? '', from: today }
  const shown = { frame: frameOf(c, deps), house: await getHouse(tx), job, typed }
  return page(c, <FormPage {...shown} seen={versions[0]?.version ?? 0} />)
}

/** A new dated version; what stood before stays as it was written. */
export async function addVersion(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const job = await getWritten(tx, c)
  const typed: TypedJob = { words: form.text('words'), link: form.text('link'), from: form.text('from') }
  const seen = /^\d{1,6}$/.test(form.text('seen')) ? Number(form.text('seen')) : 0
  const shown = { frame: frameOf(c, deps), house: await getHouse(tx), job, typed }
  const judged = judgeJob(typed, localDateOf(c.var.now))
  if ('faults' in judged)
    return { show: <FormPage {...shown} seen={seen} faults={judged.faults} />, status: 422 }
  if (!(await addJobVersion(tx, me, job.post, seen, judged, c.var.now))) {
    const last = (await listJobVersions(tx, job.post))[0]?.version ?? 0
    return { show: <FormPage {...shown} seen={last} meanwhile />, status: 409 }
  }
  await saveAs(tx, deps, me, c, { events: [{ what: 'job-description-written', ids: { post: job.post } }] })
  return { to: urls.jobDescription({ post: job.post }) }
}
