import { transaction } from '../../db/database.ts'
import { findCodeRequest, proveAddress } from '../../db/door.ts'
import { chooseLanguage } from '../../db/languages.ts'
import { endSession } from '../../db/sessions.ts'
import type { Deps } from '../../deps.ts'
import { addressOf, day } from '../../domain/door.ts'
import { newToken, tokenHash } from '../../trust/codes.ts'
import { urls } from '../../urls.ts'
import { signIn as texts } from '../../words/sign-in.ts'
import { openFrame, refusalPage } from '../answers.tsx'
import type { Area, PageContext } from '../context.ts'
import { dropCookie, readCookie, writeCookie } from '../cookies.ts'
import { type Form, readForm } from '../form.ts'
import { readerMark } from '../guard.ts'
import { speak } from '../language.ts'
import { page } from '../page.tsx'
import { pageBefore, rememberWay, signInAgain } from '../way-back.ts'
import { CodePage } from './code-page.tsx'
import { requestCode, tryTypedCode } from './codes.ts'
import { entranceOf, goIn, isShared, openSession } from './entering.ts'
import { SignInPage } from './sign-in-page.tsx'

const inSeconds = (span: number) => Math.floor(span / 1000)

/** The door: a mailed code in, and out again (walls §4). */
export const signIn: Area = (app, deps) => {
  app.get(urls.signIn.pattern, c =>
    page(c, <SignInPage frame={openFrame(c, deps.installation)} ended={c.req.query('slut')} />),
  )

  app.post(urls.signIn.pattern, async c => {
    const form = await readForm(c)
    if ('refused' in form) return refusalPage(c, form)
    return askForCode(c, deps, form)
  })

  app.get(urls.signInCode.pattern, c => showCodePage(c, deps))

  app.post(urls.signInCode.pattern, async c => {
    const form = await readForm(c)
    if ('refused' in form) return refusalPage(c, form)
    return enter(c, deps, form)
  })

  app.post(urls.signOut.pattern, async c => {
    const form = await readForm(c)
    const reader = 'text' in form && form.text('why') === 'tid' ? form.text('reader') : undefined
    return goOut(c, deps, reader)
  })

  app.post(urls.language.pattern, async c => {
    const form = await readForm(c)
    if ('refused' in form) return refusalPage(c, form)
    const back = returnPath(c, deps)
    // Whoever stands at the door is not the one who has forgotten to sign out.
    const me = back.startsWith(urls.signIn()) ? undefined : c.var.me
    speak(c, form.text('language'), me && readerMark(me))
    const { language } = c.var
    if (me) await transaction(deps.db.party, { session: me.token }, tx => chooseLanguage(tx, me, language))
    return c.redirect(back, 303)
  })
}

/** Whom the page itself has signed out is told so, and comes back to it: `reader` is their mark. The next one does not. */
async function goOut(c: PageContext, deps: Deps, reader: string | undefined) {
  const token = readCookie(c, 'session')
  if (token) await transaction(deps.db.door, {}, tx => endSession(tx, tokenHash(token)))
  dropCookie(c, 'session')
  const back = reader && pageBefore(c)
  if (back) rememberWay(c, back, reader)
  else dropCookie(c, 'return')
  c.header('Clear-Site-Data', '"cache"')
  return c.redirect(reader === undefined ? `${urls.signIn()}?slut=selv` : signInAgain, 303)
}

// Back to the page the switch stood on, if it is ours. A path that begins with two slashes would name another host.
function returnPath(c: PageContext, deps: Deps) {
  const from = URL.parse(c.req.header('referer') ?? '')
  return from?.origin === deps.origin ? `/${from.pathname.replace(/^\/+/, '')}${from.search}` : urls.home()
}

async function askForCode(c: PageContext, deps: Deps, form: Form) {
  const t = texts[c.var.language]
  const frame = openFrame(c, deps.installation)
  const typed = form.text('address')
  const address = addressOf(typed)
  if (address === undefined)
    return page(c, <SignInPage frame={frame} typed={typed} error={t.badAddress} />, 422)
  const browser = newToken(deps.random)
  const asked = await transaction(deps.db.door, {}, tx => requestCode(tx, c, deps, address, browser))
  if ('refused' in asked) return page(c, <SignInPage frame={frame} typed={typed} error={t.tooMany} />, 429)
  writeCookie(c, 'browser', browser, inSeconds(day))
  return c.redirect(urls.signInCode(), 303)
}

// The address is read from this browser's own request, so that it never stands in an address bar or a log.
async function showCodePage(c: PageContext, deps: Deps, error?: string) {
  const browser = readCookie(c, 'browser')
  const asked =
    browser && (await transaction(deps.db.door, {}, tx => findCodeRequest(tx, tokenHash(browser))))
  if (!asked) return c.redirect(urls.signIn(), 303)
  const frame = openFrame(c, deps.installation)
  const shared = await isShared(c, deps)
  return page(c, <CodePage frame={frame} request={asked} shared={shared} error={error} />, error ? 422 : 200)
}

async function enter(c: PageContext, deps: Deps, form: Form) {
  const t = texts[c.var.language]
  const entrance = entranceOf(c, deps)
  const entered = await transaction(deps.db.door, {}, async tx => {
    const who = await tryTypedCode(tx, c, deps, form.text('code'))
    if ('refused' in who) return who
    await proveAddress(tx, who.organisation, who.person, c.var.now)
    return openSession(tx, c, who, entrance, form.text('remember') === 'yes')
  })
  if ('refused' in entered) {
    return showCodePage(c, deps, entered.refused === 'wrong' ? t.wrong : t.old)
  }
  dropCookie(c, 'browser')
  return goIn(c, entrance, entered)
}
