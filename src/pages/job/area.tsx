import { getHouse } from '../../db/house.ts'
import { getJobPost, listJobPosts, listJobVersions } from '../../db/job-descriptions.ts'
import type { Tx } from '../../db/query.ts'
import { getPeriods } from '../../db/retention.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { versionsOn } from '../../domain/job-description.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { searchIn } from '../search.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { openAtHand } from './at-hand.tsx'
import { JobPage } from './job-page.tsx'
import { ListPage } from './list-page.tsx'
import { addVersion, showForm } from './writing.tsx'

/** What stands for a post: read by whoever has it, written by its leader or the administrator, every version kept. */
export const jobDescriptions: Area = (app, deps) => {
  app.get(urls.jobDescriptions.pattern, reads(deps, showList))
  app.get(urls.jobDescription.pattern, reads(deps, showJob))
  app.get(urls.jobVersions.pattern, reads(deps, showForm))
  app.post(urls.jobVersions.pattern, writes(deps, addVersion))
  app.get(urls.jobAtHand.pattern, reads(deps, openAtHand))
}

async function showList(tx: Tx, _: Me, c: PageContext, deps: Deps): Promise<Response> {
  const house = await getHouse(tx)
  const search = searchIn(c)
  const posts = await listJobPosts(tx, search)
  return page(c, <ListPage frame={frameOf(c, deps)} {...{ house, search, posts }} />)
}

async function showJob(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const job = await getJobPost(tx, c.req.param('post') ?? '')
  const versions = versionsOn(await listJobVersions(tx, job.post), localDateOf(c.var.now))
  const shown = { house: await getHouse(tx), job, periods: await getPeriods(tx, me.organisation) }
  return page(c, <JobPage frame={frameOf(c, deps)} {...shown} {...versions} />)
}
