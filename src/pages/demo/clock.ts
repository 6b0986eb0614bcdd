import { findNextDeadline } from '../../db/demo/time.ts'
import { type Demo, passTime } from '../../demo/demo.ts'
import { addDays, instantOf, localDateOf, localTimeOf } from '../../domain/day.ts'
import { demoUrls } from '../../urls.ts'
import { refusalPage } from '../answers.tsx'
import type { PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { steps } from './clock-part.tsx'

/** Moves the demo's clock on: the same time of day, so many days later or on the day a follow-up is due. */
export async function moveClock(c: PageContext, demo: Demo): Promise<Response> {
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  const now = demo.clock.now()
  const day = await dayIn(form, demo)
  const to = day && instantOf(day, localTimeOf(now))
  if (!to || to <= now || demo.moving || demo.playing) return c.redirect(demoUrls.demo(), 303)
  demo.moving = true
  await passTime(demo, to).finally(() => {
    demo.moving = false
  })
  return c.redirect(`${demoUrls.demo()}?ur=flyttet`, 303)
}

async function dayIn(form: Form, { store, clock }: Demo) {
  const wish = form.text('days')
  if (wish === 'deadline') return findNextDeadline(store)
  const days = steps.find(each => String(each) === wish)
  return days && addDays(localDateOf(clock.now()), days)
}
