import { getPreparation, markSteps } from '../../db/preparations.ts'
import { nextStep, type Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { finishStep, passStep } from '../../domain/preparation.ts'
import { urls } from '../../urls.ts'
import type { Form } from '../form.ts'
import type { Answer } from '../submission.ts'
import type { StepVisit } from './step-visit.ts'

/** Where a pressed button leads, once everything is saved: on, with the step marked as done, or to the same page. */
export async function goOn(here: StepVisit, form: Form): Promise<Answer> {
  const { tx, c, deps, talk, step } = here
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const wish = form.text('do')
  const passed = passedBy(wish, here, own)
  const finishedSteps = 'refused' in passed ? own.finishedSteps : passed.finishedSteps
  await markSteps(tx, talk, { finishedSteps, lastStep: step.slug }, c.var.now)
  if (wish === 'look') return { to: urls.sharing({ id: talk.id }) }
  return { to: isOnward(wish) ? after(talk, step) : urls.step({ id: talk.id, step: step.slug }) }
}

const isOnward = (wish: string) => wish === 'next' || wish === 'talk'

function passedBy(wish: string, { talk, step }: StepVisit, own: Parameters<typeof passStep>[1]) {
  if (wish === 'talk') return finishStep(talk.form, own, step.slug)
  return wish === 'next' || wish === 'look' ? passStep(talk.form, own, step.slug) : own
}

function after(talk: Conversation, step: Step): string {
  if (talk.form.short?.step === step.slug) return urls.conversation({ id: talk.id })
  const next = nextStep(talk.form, step.slug)
  return next ? urls.step({ id: talk.id, step: next.slug }) : urls.preparation({ id: talk.id })
}
