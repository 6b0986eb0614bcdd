import { Hono } from 'hono'
import { Unseen } from './db/query.ts'
import { SealBroken } from './db/shelves.ts'
import type { Demo } from './demo/demo.ts'
import type { Deps } from './deps.ts'
import { trustPages } from './pages/about/area.tsx'
import { newAddress } from './pages/address/area.tsx'
import { brokenPage, notFoundPage, sealBrokenPage } from './pages/answers.tsx'
import { assets } from './pages/assets.ts'
import { demandBylaws } from './pages/bylaws.ts'
import { closedWeeks } from './pages/closed-weeks/area.tsx'
import { closing } from './pages/closing/area.tsx'
import type { App, Area, Env } from './pages/context.ts'
import { conversation } from './pages/conversation/area.tsx'
import { demoPages, whilePlaying } from './pages/demo/area.tsx'
import { documentSlots } from './pages/documents/area.tsx'
import { followUp } from './pages/follow-up/area.tsx'
import { basics, recognised, sameOrigin, secured } from './pages/guard.ts'
import { health } from './pages/health.ts'
import { home } from './pages/home/area.tsx'
import { hosted } from './pages/hosted/area.tsx'
import { intake } from './pages/intake/area.tsx'
import { invitation } from './pages/invitation/area.tsx'
import { jobDescriptions } from './pages/job/area.tsx'
import { newTime } from './pages/new-time/area.tsx'
import { outbox } from './pages/outbox/area.tsx'
import { ownDataPages } from './pages/own-data/area.tsx'
import { plan, promises } from './pages/plan/area.tsx'
import { planning } from './pages/planning/area.tsx'
import { preparation } from './pages/preparation/area.tsx'
import { roles } from './pages/roles/area.tsx'
import { setup } from './pages/setup/area.tsx'
import { signIn } from './pages/sign-in/area.tsx'
import { pinSignIn } from './pages/sign-in/pin-area.tsx'
import { slips } from './pages/slips/area.tsx'
import { talk } from './pages/talk/area.tsx'
import { tally } from './pages/tally.ts'

/** Every page area, in the order of a conversation. */
const areas: readonly Area[] = [
  setup,
  signIn,
  pinSignIn,
  home,
  hosted,
  planning,
  conversation,
  invitation,
  newTime,
  preparation,
  talk,
  closing,
  plan,
  promises,
  followUp,
  closedWeeks,
  jobDescriptions,
  documentSlots,
  trustPages,
  ownDataPages,
  newAddress,
  intake,
  slips,
  outbox,
  roles,
]

/**
 * The whole system as one function from request to answer. Assets and health come before the doors that look for a
 * session; everything else is asked who is there. A demo's own pages are served where there is a demo and nowhere else.
 * Throws when an address is in no bylaw.
 */
export function createApp(deps: Deps, demo?: Demo): App {
  const app: App = new Hono<Env>({ strict: true })
  app.use(basics(deps), secured(deps))
  health(app, deps)
  assets(app, deps)
  if (demo) app.use(whilePlaying(demo))
  app.use(sameOrigin(deps), recognised(deps))
  for (const area of areas) area(app, deps)
  if (demo) demoPages(demo)(app, deps)
  demandBylaws(app)
  app.notFound(notFoundPage)
  app.onError((fault, c) => {
    if (fault instanceof Unseen) return notFoundPage(c)
    deps.say(tally(fault, c.var.requestId))
    return fault instanceof SealBroken ? sealBrokenPage(c, fault) : brokenPage(c)
  })
  return app
}
