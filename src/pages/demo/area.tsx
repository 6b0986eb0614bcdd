import type { MiddlewareHandler } from 'hono'
import { findSeat } from '../../db/demo/people.ts'
import { cast } from '../../demo/cast.ts'
import type { Demo } from '../../demo/demo.ts'
import { houses } from '../../demo/houses.ts'
import { openDemoSession } from '../../demo/stage.ts'
import { demoUrls, urls } from '../../urls.ts'
import { notFoundPage } from '../answers.tsx'
import type { Area, Env } from '../context.ts'
import { dropCookie, writeCookie } from '../cookies.ts'
import { page } from '../page.tsx'
import { frameOf } from '../talks.ts'
import { OverviewPage } from './overview-page.tsx'
import { peopleAsData } from './people-as-data.ts'

/** While the story is played there is nothing to see yet. */
export const whilePlaying =
  (demo: Demo): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (demo.playing) return c.text('…', 503)
    await next()
  }

/** The demo's own pages: its people, its clock, its letters, and the way to begin again. */
export const demoPages =
  (demo: Demo): Area =>
  (app, deps) => {
    app.get(demoUrls.demo.pattern, c => page(c, <OverviewPage frame={frameOf(c, deps)} />))
    app.get(demoUrls.demoPeople.pattern, c => c.json(peopleAsData(c.var.language)))
    app.post(demoUrls.demoPerson.pattern, async c => {
      const someone = cast.find(({ id }) => id === c.req.param('person'))
      const seat = someone && (await findSeat(demo.store, houses[someone.house].name, someone.number))
      if (!seat) return notFoundPage(c)
      writeCookie(c, 'session', await openDemoSession(demo, seat))
      dropCookie(c, 'return')
      return c.redirect(urls.home(), 303)
    })
  }
