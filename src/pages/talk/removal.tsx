import { listPoints, removePoint } from '../../db/plans.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { pointsPlace } from '../../domain/pen.ts'
import type { PlacedPoint } from '../../domain/point.ts'
import { urls } from '../../urls.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import type { Answer } from '../submission.ts'
import { RemovalPage } from './removal-page.tsx'
import { roomOf, tell, type Visit } from './visit.ts'
import { sitDown } from './writing.ts'

const pointOf = async ({ tx, c, deps, talk }: Visit): Promise<PlacedPoint | undefined> =>
  (await listPoints(tx, deps.keys, talk)).find(({ id }) => id === c.req.param('point'))

export async function showRemoval(visit: Visit): Promise<Response> {
  const { c, talk } = visit
  const placed = await pointOf(visit)
  if (!placed || !writingOpen(talk.status)) return c.redirect(urls.planDraft({ id: talk.id }), 303)
  return page(c, <RemovalPage {...roomOf(visit)} placed={placed} />)
}

/** Takes out the point that was shown; not one that has changed since, and not while the other writes. */
export async function remove(visit: Visit, form: Form): Promise<Answer> {
  const { tx, c, talk } = visit
  const to = urls.planDraft({ id: talk.id })
  const placed = await pointOf(visit)
  if (!placed || !writingOpen(talk.status)) return { to }
  const sitting = await sitDown(tx, talk, c.var.now, form.text('do') === 'take')
  const isChanged = form.text('version') !== String(placed.version)
  if (isChanged || !sitting.mayWrite)
    return {
      show: (
        <RemovalPage {...roomOf(visit)} placed={placed} refused={isChanged ? 'changed' : 'otherWrites'} />
      ),
      status: 409,
    }
  await removePoint(tx, talk, placed.id)
  await tell(visit, ['point-removed', ...(await sitting.keepPen(pointsPlace))])
  return { to }
}
