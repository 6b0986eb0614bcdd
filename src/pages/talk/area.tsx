import type { Deps } from '../../deps.ts'
import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import type { Form } from '../form.ts'
import type { Answer } from '../submission.ts'
import { reads, writes } from '../talks.ts'
import { begin, showTalk } from './begin.tsx'
import { end, showEnding } from './ending.tsx'
import { agreeToMeetAgain } from './meet-again.tsx'
import { takeOver } from './pen.ts'
import { actOnPoint, addPoint, savePlan, showPlan } from './plan.tsx'
import { remove, showRemoval } from './removal.tsx'
import { getTopic, saveTopic, showTopic } from './topic.tsx'
import { hold, look, type Visit } from './visit.ts'

/** The talk itself: its course, its topics, who writes, the plan, and its end. */
export const talk: Area = (app, deps) => {
  app.get(urls.talk.pattern, shows(deps, showTalk))
  app.post(urls.talk.pattern, saves(deps, begin))
  app.get(urls.topic.pattern, shows(deps, showTopic))
  app.post(
    urls.topic.pattern,
    saves(deps, (visit, form) =>
      saveTopic(visit, form, getTopic(visit.talk, visit.c.req.param('step') ?? ''), false),
    ),
  )
  app.post(urls.pen.pattern, saves(deps, takeOver))
  app.get(urls.planDraft.pattern, shows(deps, showPlan))
  app.post(
    urls.planDraft.pattern,
    saves(deps, (visit, form) => savePlan(visit, form, false)),
  )
  app.post(
    urls.points.pattern,
    saves(deps, (visit, form) => savePlan(visit, form, false, addPoint)),
  )
  app.post(
    urls.point.pattern,
    saves(deps, (visit, form) => savePlan(visit, form, false, actOnPoint)),
  )
  app.get(urls.pointRemoval.pattern, shows(deps, showRemoval))
  app.post(urls.pointRemoval.pattern, saves(deps, remove))
  app.get(urls.ending.pattern, shows(deps, showEnding))
  app.post(urls.ending.pattern, saves(deps, end))
  app.get(urls.meetAgain.pattern, c => c.redirect(urls.ending({ id: c.req.param('id') }), 303))
  app.post(urls.meetAgain.pattern, saves(deps, agreeToMeetAgain))
}

const shows = (deps: Deps, show: (visit: Visit) => Response | Promise<Response>) =>
  reads(deps, async (tx, me, c) => show(await look({ tx, me, c, deps })))

/** Everything written in a talk is written one after the other: the conversation's row is held. */
const saves = (deps: Deps, write: (visit: Visit, form: Form) => Promise<Answer>) =>
  writes(deps, async (tx, form, me, c) => write(await hold({ tx, me, c, deps }), form))
