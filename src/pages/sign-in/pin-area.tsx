import type { Deps } from '../../deps.ts'
import { loginOf, pinFault } from '../../domain/slip.ts'
import { urls } from '../../urls.ts'
import { pinDoor } from '../../words/slips.ts'
import { openFrame, refusalPage } from '../answers.tsx'
import type { Area, PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { page } from '../page.tsx'
import { entranceOf, goIn, isShared, openSession } from './entering.ts'
import { PinPage } from './pin-page.tsx'
import { spendSlip, tryPin } from './pins.ts'
import { type SlipError, SlipPage } from './slip-page.tsx'

/** The door for those without mail: a slip once, a PIN from then on (experience.md §4b). */
export const pinSignIn: Area = (app, deps) => {
  app.get(urls.signInPin.pattern, c => showPin(c, deps))
  app.post(urls.signInPin.pattern, async c => {
    const form = await readForm(c)
    return 'refused' in form ? refusalPage(c, form) : enterByPin(c, deps, form)
  })
  app.get(urls.signInSlip.pattern, c => showSlip(c, deps))
  app.post(urls.signInSlip.pattern, async c => {
    const form = await readForm(c)
    return 'refused' in form ? refusalPage(c, form) : enterBySlip(c, deps, form)
  })
}

const remembers = (form: Form) => form.text('remember') === 'yes'

async function enterByPin(c: PageContext, deps: Deps, form: Form) {
  const t = pinDoor[c.var.language]
  const login = loginOf(form.text('login'))
  const entrance = entranceOf(c, deps)
  const entered = await tryPin(c, deps, { login, pin: form.text('pin').trim() }, (tx, who) =>
    openSession(tx, c, who, entrance, remembers(form)),
  )
  if ('refused' in entered)
    return showPin(c, deps, { login, error: entered.refused === 'wait' ? t.wait : t.wrong })
  return goIn(c, entrance, entered)
}

async function showPin(c: PageContext, deps: Deps, typed: { login?: string; error?: string } = {}) {
  const frame = openFrame(c, deps.installation)
  const shared = await isShared(c, deps)
  return page(c, <PinPage frame={frame} shared={shared} {...typed} />, typed.error ? 422 : 200)
}

async function enterBySlip(c: PageContext, deps: Deps, form: Form) {
  const t = pinDoor[c.var.language]
  const [login, code, pin] = [loginOf(form.text('login')), form.text('code').trim(), form.text('pin').trim()]
  const fault = pinFault(pin, form.text('again').trim(), login)
  if (fault) {
    const field = fault === 'differs' ? ('again' as const) : ('pin' as const)
    return showSlip(c, deps, { login, code, error: { field, text: t.faults[fault] } })
  }
  const entrance = entranceOf(c, deps)
  const entered = await spendSlip(c, deps, { login, code, pin }, (tx, who) =>
    openSession(tx, c, who, entrance, remembers(form)),
  )
  if (!('refused' in entered)) return goIn(c, entrance, entered)
  const text = entered.refused === 'wait' ? t.wait : t.slip[entered.refused]
  return showSlip(c, deps, { login, error: { field: 'code', text } })
}

type TypedSlip = { login?: string; code?: string; error?: SlipError }

async function showSlip(c: PageContext, deps: Deps, typed: TypedSlip = {}) {
  const frame = openFrame(c, deps.installation)
  const shared = await isShared(c, deps)
  return page(c, <SlipPage frame={frame} shared={shared} {...typed} />, typed.error ? 422 : 200)
}
