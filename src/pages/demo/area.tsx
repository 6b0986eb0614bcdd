import type { MiddlewareHandler } from 'hono'
import { listLetters } from '../../db/demo/letters.ts'
import { findNextDeadline } from '../../db/demo/time.ts'
import { cast } from '../../demo/cast.ts'
import type { Demo } from '../../demo/demo.ts'
import { findCastSeat } from '../../demo/scenes.ts'
import { openDemoSession } from '../../demo/stage.ts'
import { demoUrls, urls } from '../../urls.ts'
import { notFoundPage, openFrame, refusalPage } from '../answers.tsx'
import type { Area, Env, PageContext } from '../context.ts'
import { dropCookie, writeCookie } from '../cookies.ts'
import { readForm } from '../form.ts'
import { page } from '../page.tsx'
import { isOurs } from '../way-back.ts'
import { moveClock } from './clock.ts'
import { keepEnglish } from './english.ts'
import { LettersPage } from './letters-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { peopleAsData } from './people-as-data.ts'
import { PlayingPage, ResetPage } from './reset-page.tsx'
import { showScene, takeSeats } from './scene.tsx'

const lettersShown = 100

/** While the story is played there is nobody to be yet; the page comes again by itself. */
export const whilePlaying =
  (demo: Demo): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!demo.playing) return next()
    // What was sent is not sent again: it leads to the people.
    c.header('Refresh', c.req.method === 'GET' ? '2' : `2; url=${demoUrls.demo()}`)
    return page(c, <PlayingPage frame={openFrame(c, 'demo')} />, 503)
  }

/** The demo's own pages: its people, two of them side by side, its clock, its letters, and the way to begin again. */
export const demoPages =
  (demo: Demo): Area =>
  (app, deps) => {
    app.get(demoUrls.demo.pattern, c => showOverview(c, demo))
    app.get(demoUrls.demoPeople.pattern, c => c.json(peopleAsData(c.var.language)))
    app.post(demoUrls.demoPerson.pattern, c => become(c, demo))
    app.get(demoUrls.demoScene.pattern, c => showScene(c, demo))
    app.post(demoUrls.demoScene.pattern, c => takeSeats(c, demo))
    app.get(demoUrls.demoTime.pattern, c => c.redirect(demoUrls.demo(), 303))
    app.post(demoUrls.demoTime.pattern, c => moveClock(c, demo))
    app.get(demoUrls.demoReset.pattern, c => page(c, <ResetPage frame={openFrame(c, 'demo')} />))
    app.post(demoUrls.demoReset.pattern, c => {
      demo.begin().catch(fault => deps.say(`demo: ${fault}`))
      return c.redirect(demoUrls.demo(), 303)
    })
    app.get(demoUrls.demoLetters.pattern, async c => {
      const letters = await listLetters(demo.store, lettersShown)
      const shown = { letters, origin: deps.origin, most: lettersShown }
      return page(c, <LettersPage frame={openFrame(c, 'demo')} {...shown} />)
    })
  }

async function showOverview(c: PageContext, { store }: Demo) {
  const shown = {
    now: c.var.now,
    deadline: await findNextDeadline(store),
    moved: c.req.query('ur') === 'flyttet',
  }
  const frame = openFrame(c, 'demo')
  const here = frame.demo && { demo: { ...frame.demo, here: true } }
  return page(c, <OverviewPage frame={{ ...frame, ...here }} {...shown} />)
}

/** Signs in as the one that was chosen, and goes to their Min side, or where a letter of theirs leads. */
async function become(c: PageContext, demo: Demo) {
  const form = await readForm(c)
  if ('refused' in form && form.status === 413) return refusalPage(c, form)
  const someone = cast.find(({ id }) => id === c.req.param('person'))
  const seat = someone && (await findCastSeat(demo.store, someone.id))
  if (!seat) return notFoundPage(c)
  writeCookie(c, 'session', await openDemoSession(demo, seat))
  keepEnglish(c, c.var.jar)
  dropCookie(c, 'return')
  const to = 'refused' in form ? '' : form.text('to')
  return c.redirect(isOurs(to) ? to : urls.home(), 303)
}
