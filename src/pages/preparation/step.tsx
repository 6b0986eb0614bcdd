import { getPreparation, saveAnswers } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { countShared } from '../../db/sharing.ts'
import type { Deps } from '../../deps.ts'
import { beginsSitting } from '../../domain/draft.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import type { Parsed } from '../../questions/faces.ts'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { type Answer, isAutosave } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { goOn } from './onward.ts'
import { savedAnswer } from './saved.ts'
import { StepOfPreparation, type StepShown } from './step-page.tsx'
import { type StepVisit, visitStep } from './step-visit.ts'
import { openTheirs } from './theirs.ts'
import { parseStep, typedOf } from './typed-answers.ts'

async function shown({ tx, c, deps, talk, step }: StepVisit): Promise<StepShown> {
  const own = await getPreparation(tx, deps.keys, deps.random, talk, step.questions)
  return { frame: frameOf(c, deps), talk, step, own, shared: await countShared(tx, talk) }
}

export async function showStep(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const here = await visitStep(tx, me, c, deps)
  const theirs = preparationOpen(here.talk.status) ? await openTheirs(here) : undefined
  return page(c, <StepOfPreparation {...(await shown(here))} theirs={theirs} />)
}

/** A save, by button or by script. Next and "hellere tale" save too: nothing typed is ever left on the page. */
export async function saveStep(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const here = await visitStep(tx, me, c, deps)
  const { talk, step } = here
  if (!preparationOpen(talk.status)) return refusedLate(here)
  const parsed = parseStep(form, talk, step)
  if ([...parsed.values()].some(each => 'faults' in each)) return faulty(here, parsed)
  const typed = typedOf(parsed, form)
  const { kept, lastSavedAt } = await saveAnswers(tx, deps.keys, deps.random, talk, typed, c.var.now)
  if (beginsSitting(lastSavedAt, c.var.now))
    await saveAs(tx, deps, me, c, { events: [{ what: 'preparation-written', conversation: talk.id }] })
  if (isAutosave(c)) return savedAnswer(c, typed, kept)
  const isStale = [...kept.values()].some(({ outcome }) => outcome === 'both')
  return isStale ? { conflict: <StepOfPreparation {...(await shown(here))} /> } : goOn(here, form)
}

function refusedLate({ c, talk }: StepVisit): Answer {
  if (isAutosave(c)) return { data: { said: texts[c.var.language].closed }, status: 422 }
  return { to: urls.preparation({ id: talk.id }) }
}

async function faulty(here: StepVisit, parsed: Map<string, Parsed>): Promise<Answer> {
  const { c } = here
  if (isAutosave(c)) return { data: { said: texts[c.var.language].tooLong }, status: 422 }
  return { show: <StepOfPreparation {...(await shown(here))} parsed={parsed} />, status: 422 }
}
