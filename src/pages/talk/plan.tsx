import { getConclusions } from '../../db/conclusions.ts'
import { listPoints, orderPoints, writePoint } from '../../db/plans.ts'
import { localDateOf } from '../../domain/day.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { pointsPlace } from '../../domain/pen.ts'
import { emptyPoint, isEmptyPoint, moved, type Point, pointFrom, pointTexts } from '../../domain/point.ts'
import { urls } from '../../urls.ts'
import { sayCompetence } from '../../words/papers.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { type Answer, isAutosave } from '../submission.ts'
import { planNews } from './news.ts'
import { PlanPage } from './plan-page.tsx'
import { type SavedPlan, writePlan } from './plan-saving.ts'
import { loadPlan } from './plan-shown.ts'
import { pointMark, prefixOf, typedPoints } from './point-form.ts'
import { sayOddDate } from './point-words.ts'
import { marksOf, savedAnswer, statusOf, versionsOf } from './saved.ts'
import { turnTime } from './time.ts'
import { placeOf } from './topic-saving.ts'
import { roomIsOpen, tell, type Visit } from './visit.ts'
import { type Sitting, sitDown } from './writing.ts'

export async function showPlan(visit: Visit): Promise<Response> {
  const { c, talk } = visit
  if (!roomIsOpen(talk)) return c.redirect(urls.talk({ id: talk.id }), 303)
  if (isAutosave(c)) return c.json(await planNews(visit))
  const turned = turnTime(c, urls.planDraft({ id: talk.id }))
  return turned ?? page(c, <PlanPage {...(await loadPlan(visit))} asksAbout={c.req.query('dato')} />)
}

/** What a button on the plan's page does when everything typed is saved: it changes rows and says where to go. */
type Act = (visit: Visit, form: Form) => Promise<{ to: string; happened: string[] }>

/** The plan's page is one form: every button saves all of it first, so nothing typed is ever left behind. */
export async function savePlan(visit: Visit, form: Form, takes: boolean, act: Act = stay): Promise<Answer> {
  const { tx, c, talk } = visit
  if (!roomIsOpen(talk)) return { to: urls.talk({ id: talk.id }) }
  if (!writingOpen(talk.status)) return planTooLate(visit, form)
  const sitting = await sitDown(tx, talk, c.var.now, takes)
  const saved = await writePlan(visit, form, sitting)
  const refused = saved.refused.size + saved.refusedPoints.size > 0
  const blocked = act !== stay && !sitting.mayWrite
  const done = refused || blocked ? undefined : await act(visit, form)
  await tell(visit, [...(done?.happened ?? []), ...(await kept(saved, sitting, form, takes || act !== stay))])
  if (isAutosave(c)) return autosaved(visit, saved)
  if (done) return { to: saved.asksAbout ? askingAbout(talk.id, saved.asksAbout.id) : done.to }
  const { refusedPoints } = saved
  const shown = await loadPlan(visit)
  return {
    conflict: <PlanPage {...shown} refused={saved.refused} refusedPoints={refusedPoints} blocked={blocked} />,
    status: statusOf(refusalsOf(saved)),
  }
}

const kept = async (saved: SavedPlan, sitting: Sitting, form: Form, acts: boolean) => {
  const { written, points } = saved
  if (!sitting.mayWrite || !(acts || written.size + points.size > 0)) return []
  return sitting.keepPen((points.size === 0 && placeOf(form, saved)) || pointsPlace)
}

const askingAbout = (id: string, point: string) =>
  `${urls.planDraft({ id })}?dato=${point}#${prefixOf(point)}.until`

const stay: Act = async ({ talk }, form) => ({
  to: form.text('do') === 'end' ? endOf(talk) : urls.planDraft({ id: talk.id }),
  happened: [],
})

const endOf = ({ id, status }: Visit['talk']) =>
  status === 'held' ? urls.freezing({ id }) : urls.ending({ id })

/** »Tilføj punkt«, or »Gør til punkt« from a conclusion. An empty point that is there already is taken up first. */
export const addPoint: Act = async ({ tx, c, deps, talk }, form) => {
  const { keys, random } = deps
  const points = await listPoints(tx, keys, talk)
  const from = form.text('from')
  const conclusion = from && (await getConclusions(tx, keys, talk)).get(from)?.text
  const empty = points.find(({ point }) => isEmptyPoint(point))
  const point = conclusion ? pointFrom(conclusion, points) : emptyPoint
  const place = (id: string) => `${urls.planDraft({ id: talk.id })}#${prefixOf(id)}.what`
  if (!point || (from && !conclusion)) return { to: urls.planDraft({ id: talk.id }), happened: [] }
  if (empty && !conclusion) return { to: place(empty.id), happened: [] }
  const placed = empty
    ? { ...empty, version: empty.version + 1, point }
    : { id: random.shownId(), version: 1, point }
  await writePoint(tx, keys, random, talk, placed, c.var.now)
  return { to: place(placed.id), happened: ['point-added'] }
}

/** A point's own buttons: up, down, and the way to its removal. */
export const actOnPoint: Act = async ({ tx, c, deps, talk }, form) => {
  const id = c.req.param('point') ?? ''
  const wish = form.text('do')
  const ids = (await listPoints(tx, deps.keys, talk)).map(point => point.id)
  const plan = urls.planDraft({ id: talk.id })
  if (!ids.includes(id)) return { to: plan, happened: [] }
  if (wish === 'remove') return { to: urls.pointRemoval({ id: talk.id, point: id }), happened: [] }
  if (wish === 'up' || wish === 'down') await orderPoints(tx, talk, moved(ids, id, wish === 'up' ? -1 : 1))
  return { to: `${plan}#${prefixOf(id)}.what`, happened: [] }
}

const refusalsOf = ({ refused, refusedPoints }: SavedPlan) => [...refused.values(), ...refusedPoints.values()]

function autosaved(visit: Visit, saved: SavedPlan): Answer {
  const { c, talk } = visit
  const today = localDateOf(c.var.now)
  const asked = saved.asksAbout && sayOddDate(talk.form, saved.asksAbout.point, today, c.var.language)
  const versions = { ...versionsOf(saved.written), ...versionsOf(saved.points, prefixOf) }
  const points = [...saved.points.values()].map(({ id, version, point }) => [
    prefixOf(id),
    pointMark(version, point),
  ])
  const marks = { ...marksOf(saved.written), ...Object.fromEntries(points) }
  return savedAnswer(visit, { versions, marks }, refusalsOf(saved), asked)
}

/** The other has locked the text meanwhile: what was typed is shown, so that nothing is lost. */
async function planTooLate(visit: Visit, form: Form): Promise<Answer> {
  const touched = typedPoints(form, visit.talk.form).filter(({ untouched }) => !untouched)
  const texts = touched.flatMap(({ point }) => saidIn(visit, point))
  const year = form.text('year.text')
  const shown = await loadPlan(visit)
  const known = [
    ...[...shown.conclusions.values()].map(({ text }) => text),
    ...shown.points.flatMap(({ point }) => saidIn(visit, point)),
  ]
  const late = [year, ...texts].filter(text => text !== '' && !known.includes(text))
  return { conflict: <PlanPage {...shown} late={late} /> }
}

/** Everything a point says. */
const saidIn = ({ c, talk }: Visit, point: Point): string[] => [
  ...pointTexts.map(name => point[name]),
  sayCompetence(point, talk.form.competences, c.var.language) ?? '',
]
