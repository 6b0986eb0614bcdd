import { getPreparation } from '../../db/preparations.ts'
import { listSharedQuestions } from '../../db/sharing.ts'
import { otherIn } from '../../domain/conversation.ts'
import { nextInQueue } from '../../domain/host-queue.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { loadQueue } from '../hosted/queue.tsx'
import { findLastPlan } from '../last-plan.tsx'
import { page } from '../page.tsx'
import { ShortPage, type ShortShown } from './short-page.tsx'
import { loadStep, type StepVisit } from './step-visit.ts'
import { openTheirs } from './theirs.ts'
import { loadThemes } from './themes.ts'

/** The short preparation, with what the other has shared on it while it is open. */
export async function showShort(here: StepVisit): Promise<Response> {
  const theirs = preparationOpen(here.talk.status) ? await openTheirs(here) : undefined
  return page(here.c, <ShortPage {...(await loadShort(here))} theirs={theirs} />)
}

export async function loadShort(here: StepVisit): Promise<ShortShown> {
  const { tx, me, deps, talk } = here
  return {
    ...(await loadStep(here)),
    ...(await loadThemes(here)),
    // All of it: the folded sections say how far one is.
    own: await getPreparation(tx, deps.keys, deps.random, talk),
    last: await findLastPlan(tx, deps, talk),
    next: talk.role === 'host' ? nextInQueue(await loadQueue(tx, me), talk.id)?.talk : undefined,
    theirSteps: await listSharedQuestions(tx, talk, otherIn(talk).id),
  }
}
