import { findStep } from '../../domain/concept.ts'
import { urls } from '../../urls.ts'
import type { Form } from '../form.ts'
import type { Answer } from '../submission.ts'
import { savePlan } from './plan.tsx'
import { saveTopic } from './topic.tsx'
import type { Visit } from './visit.ts'

/**
 * The button that takes the pen over, at once and from anybody. It stands in the page's own form and names the page's
 * `place`, so what is typed there is saved with it.
 */
export async function takeOver(visit: Visit, form: Form): Promise<Answer> {
  const { talk } = visit
  const place = form.text('place')
  if (place === 'plan') return savePlan(visit, form, true)
  const topic = findStep(talk.form, place)
  return topic ? saveTopic(visit, form, topic, true) : { to: urls.talk({ id: talk.id }) }
}
