import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { reads, writes } from '../talks.ts'
import { ask, showFollowUp } from './asking.tsx'
import { hold } from './holding.ts'
import { move, showLater } from './moving.tsx'
import { offer, pick } from './offering.tsx'

const forms = [
  [urls.followUp, ask],
  [urls.followUpTimes, offer],
  [urls.followUpTime, pick],
  [urls.followUpLater, move],
  [urls.followUpHeld, hold],
] as const

/** »Bed om en opfølgning«: asked for, given times, picked, held (T16). */
export const followUp: Area = (app, deps) => {
  app.get(urls.followUp.pattern, reads(deps, showFollowUp))
  app.get(urls.followUpLater.pattern, reads(deps, showLater))
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [urls.followUpTimes, urls.followUpTime, urls.followUpHeld])
    app.get(pattern, c => c.redirect(urls.followUp({ id: c.req.param('id') ?? '' }), 303))
  for (const [{ pattern }, work] of forms) app.post(pattern, writes(deps, work))
}
