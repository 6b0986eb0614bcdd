import type { VNode } from 'preact'
import { saveAnswers } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { emptyAnswer } from '../../domain/answer.ts'
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
import { goOn } from './onward.ts'
import { savedAnswer } from './saved.ts'
import { loadShort } from './short.tsx'
import { ShortPage, type ShortShown } from './short-page.tsx'
import { StepOfPreparation } from './step-page.tsx'
import { loadStep, type StepVisit, visitStep } from './step-visit.ts'
import { openTheirs } from './theirs.ts'
import { lateTheme, saveThemes } from './themes.ts'
import { parseStep, typedOf } from './typed-answers.ts'

export async function showStep(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const here = await visitStep(tx, me, c, deps)
  const { talk, step } = here
  if (talk.form.short?.step === step.slug) return c.redirect(urls.preparation({ id: talk.id }), 303)
  const theirs = preparationOpen(talk.status) ? await openTheirs(here) : undefined
  return page(c, <StepOfPreparation {...(await loadStep(here))} theirs={theirs} />)
}

/** A save, by button or by script. Next and "hellere tale" save too: nothing typed is ever left on the page. */
export async function saveStep(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const here = await visitStep(tx, me, c, deps)
  const { talk, step } = here
  if (!preparationOpen(talk.status)) return refusedLate(here, form)
  const parsed = parseStep(form, talk, step)
  if ([...parsed.values()].some(each => 'faults' in each)) return faulty(here, form, parsed)
  const typed = typedOf(parsed, form)
  const { kept, lastSavedAt } = await saveAnswers(
    tx,
    deps.keys,
    deps.random,
    talk,
    { step: step.slug, typed },
    c.var.now,
  )
  if (beginsSitting(lastSavedAt, c.var.now))
    await saveAs(tx, deps, me, c, { events: [{ what: 'preparation-written', conversation: talk.id }] })
  if (isAutosave(c)) return savedAnswer(c, typed, kept)
  const isStale = [...kept.values()].some(({ outcome }) => outcome === 'both')
  if (isStale) return { conflict: await pageOf(here, { typed: form.text('theme.words') }) }
  const late = lateTheme(here, form)
  if (late !== undefined) return { conflict: await pageOf(here, { lateTheme: late }) }
  const themes = await saveThemes(here, form)
  if (themes === undefined) return goOn(here, form)
  return 'themeFault' in themes ? { conflict: await pageOf(here, themes), status: 422 } : themes
}

/** The page the step stands on: the short one with its themes, or the step's own. */
async function pageOf(here: StepVisit, extra: Partial<ShortShown>): Promise<VNode> {
  if (here.talk.form.short?.step !== here.step.slug)
    return <StepOfPreparation {...(await loadStep(here))} {...extra} />
  return <ShortPage {...(await loadShort(here))} {...extra} />
}

/** Held meanwhile: nothing is saved any more, and what was typed anew is shown for copying. */
async function refusedLate(here: StepVisit, form: Form): Promise<Answer> {
  const { c, talk, step } = here
  if (isAutosave(c)) return { data: { said: texts[c.var.language].closed(false) }, status: 422 }
  const shown = await loadStep(here)
  const saved = (id: string) => shown.own.written.get(id)?.answer ?? emptyAnswer
  const late = [...parseStep(form, talk, step)].flatMap(([id, parsed]) => {
    const typed = 'faults' in parsed ? parsed.typed : parsed.answer
    return [typed.keywords, typed.note].filter(
      text => ![saved(id).keywords, saved(id).note, ''].includes(text),
    )
  })
  if (late.length === 0) return { to: urls.preparation({ id: talk.id }) }
  return { conflict: <StepOfPreparation {...shown} late={late} /> }
}

async function faulty(here: StepVisit, form: Form, parsed: Map<string, Parsed>): Promise<Answer> {
  const { c } = here
  if (isAutosave(c)) return { data: { said: texts[c.var.language].tooLong }, status: 422 }
  return { show: await pageOf(here, { parsed, typed: form.text('theme.words') }), status: 422 }
}
