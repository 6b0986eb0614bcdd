import { getConversation } from '../../db/conversations.ts'
import { getPreparation, markSteps, type OwnPreparation, saveAnswers } from '../../db/preparations.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { countShared } from '../../db/sharing.ts'
import type { Deps } from '../../deps.ts'
import { findStep, nextStep, type Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import { isInStep, type Kept, type Typed } from '../../domain/draft.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { finishStep, passStep } from '../../domain/preparation.ts'
import type { Parsed } from '../../questions/faces.ts'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { type Answer, isAutosave } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { StepOfPreparation } from './step-page.tsx'
import { parseStep, typedOf } from './typed-answers.ts'

type Place = { talk: Conversation; step: Step }

async function placeOf(tx: Tx, me: Me, c: PageContext): Promise<Place> {
  const talk = await getConversation(tx, me, c.req.param('id') ?? '')
  const step = findStep(talk.form, c.req.param('step') ?? '')
  if (!step) throw new Unseen()
  return { talk, step }
}

export async function showStep(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const place = await placeOf(tx, me, c)
  const own = await getPreparation(tx, deps.keys, deps.random, place.talk, place.step.questions)
  const shared = await countShared(tx, place.talk)
  return page(c, <StepOfPreparation frame={frameOf(c, deps)} {...place} own={own} shared={shared} />)
}

/** A save, by button or by script. Next and "hellere tale" save too: nothing typed is ever left on the page. */
export async function saveStep(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const { talk, step } = await placeOf(tx, me, c)
  if (!preparationOpen(talk.status)) return refusedLate(c, talk)
  const parsed = parseStep(form, talk, step)
  if ([...parsed.values()].some(each => 'faults' in each)) return faulty(tx, c, deps, { talk, step }, parsed)
  const typed = typedOf(parsed, form)
  const kept = await saveAnswers(tx, deps.keys, deps.random, talk, typed, c.var.now)
  const stale = [...kept.values()].some(each => each.outcome === 'both')
  if (isAutosave(c)) return saved(c, typed, kept, stale)
  if (stale) return bothShown(tx, c, deps, { talk, step })
  return goOn(tx, form, c, deps, { talk, step })
}

// A page is told the version of what it shows, and of nothing else: else its next save would write over unseen text.
function saved(c: PageContext, typed: Map<string, Typed>, kept: Map<string, Kept>, stale: boolean): Answer {
  const t = texts[c.var.language]
  const shown = [...typed].flatMap(([id, each]) => {
    const its = kept.get(id)
    return its && isInStep(its, each) ? [[id, its.draft.version]] : []
  })
  const said = stale ? t.stale : t.savedAt(sayTime(localTimeOf(c.var.now), c.var.language))
  return { data: { said, versions: Object.fromEntries(shown) }, status: stale ? 409 : 200 }
}

function refusedLate(c: PageContext, talk: Conversation): Answer {
  if (isAutosave(c)) return { data: { said: texts[c.var.language].closed }, status: 422 }
  return { to: urls.preparation({ id: talk.id }) }
}

async function faulty(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  place: Place,
  parsed: Map<string, Parsed>,
): Promise<Answer> {
  if (isAutosave(c)) return { data: { said: texts[c.var.language].tooLong }, status: 422 }
  const own = await getPreparation(tx, deps.keys, deps.random, place.talk, place.step.questions)
  const shared = await countShared(tx, place.talk)
  const shown = (
    <StepOfPreparation frame={frameOf(c, deps)} {...place} own={own} shared={shared} parsed={parsed} />
  )
  return { show: shown, status: 422 }
}

async function bothShown(tx: Tx, c: PageContext, deps: Deps, place: Place): Promise<Answer> {
  const own = await getPreparation(tx, deps.keys, deps.random, place.talk, place.step.questions)
  const shared = await countShared(tx, place.talk)
  return { conflict: <StepOfPreparation frame={frameOf(c, deps)} {...place} own={own} shared={shared} /> }
}

async function goOn(tx: Tx, form: Form, c: PageContext, deps: Deps, { talk, step }: Place): Promise<Answer> {
  const wish = form.text('do')
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const here = { to: urls.step({ id: talk.id, step: step.slug }) }
  if (wish !== 'next' && wish !== 'talk') return mark(tx, c, talk, step, own.finishedSteps, here)
  const passed = wish === 'talk' ? finishStep(talk.form, own, step.slug) : passStep(talk.form, own, step.slug)
  if ('refused' in passed) return here
  return mark(tx, c, talk, step, passed.finishedSteps, { to: afterStep(talk, step) })
}

async function mark(
  tx: Tx,
  c: PageContext,
  talk: Conversation,
  step: Step,
  finishedSteps: OwnPreparation['finishedSteps'],
  answer: Answer,
): Promise<Answer> {
  await markSteps(tx, talk, { finishedSteps, lastStep: step.slug }, c.var.now)
  return answer
}

function afterStep(talk: Conversation, step: Step): string {
  const next = nextStep(talk.form, step.slug)
  return next ? urls.step({ id: talk.id, step: next.slug }) : urls.preparation({ id: talk.id })
}
