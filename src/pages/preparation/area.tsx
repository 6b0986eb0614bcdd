import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { reads, rehearses, writes } from '../talks.ts'
import { showCrib } from './crib.tsx'
import { showPreparation } from './list.tsx'
import { share, showPreview, showShared, takeBack } from './sharing.tsx'
import { saveStep, showStep } from './step.tsx'

/** Private preparation in short steps, the preview of what the other would see, and Del. */
export const preparation: Area = (app, deps) => {
  app.get(urls.preparation.pattern, reads(deps, showPreparation))
  app.get(urls.step.pattern, reads(deps, showStep))
  app.post(urls.step.pattern, writes(deps, saveStep))
  app.get(urls.crib.pattern, reads(deps, showCrib))
  app.get(urls.sharing.pattern, rehearses(deps, showPreview))
  app.post(urls.sharing.pattern, writes(deps, share))
  app.get(urls.shared.pattern, reads(deps, showShared))
  app.get(urls.unsharing.pattern, c => c.redirect(urls.preparation({ id: c.req.param('id') }), 303))
  app.post(
    urls.unsharing.pattern,
    writes(deps, (tx, _, me, c) => takeBack(tx, me, c, deps)),
  )
}
