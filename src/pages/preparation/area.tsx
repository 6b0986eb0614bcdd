import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { reads, rehearses, writes } from '../talks.ts'
import { showCrib } from './crib.tsx'
import { showPreparation } from './list.tsx'
import { share, showPreview, showShared, takeBack } from './sharing.tsx'
import { saveStep, showStep } from './step.tsx'

/** Private preparation in short steps, the preview of what the other would see, and Del. */
export const preparation: Area = (app, deps) => {
  app.get(
    urls.preparation.pattern,
    reads(deps, (tx, me, c) => showPreparation(tx, me, c, deps)),
  )
  app.get(
    urls.step.pattern,
    reads(deps, (tx, me, c) => showStep(tx, me, c, deps)),
  )
  app.post(
    urls.step.pattern,
    writes(deps, (tx, form, me, c) => saveStep(tx, form, me, c, deps)),
  )
  app.get(
    urls.crib.pattern,
    reads(deps, (tx, me, c) => showCrib(tx, me, c, deps)),
  )
  app.get(
    urls.sharing.pattern,
    rehearses(deps, (tx, me, c) => showPreview(tx, me, c, deps)),
  )
  app.post(
    urls.sharing.pattern,
    writes(deps, (tx, form, me, c) => share(tx, form, me, c, deps)),
  )
  app.get(
    urls.shared.pattern,
    reads(deps, (tx, me, c) => showShared(tx, me, c, deps)),
  )
  app.get(urls.unsharing.pattern, c => c.redirect(urls.preparation({ id: c.req.param('id') }), 303))
  app.post(
    urls.unsharing.pattern,
    writes(deps, (tx, _, me, c) => takeBack(tx, me, c, deps)),
  )
}
