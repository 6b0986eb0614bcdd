import { readFile } from 'node:fs/promises'
import { transaction } from '../../db/database.ts'
import { rememberHeads } from '../../db/intake/intakes.ts'
import { addOrganisation, listTakenAddresses } from '../../db/organisation.ts'
import type { Tx } from '../../db/query.ts'
import {
  finishSetup,
  holdSetup,
  isSettingUp,
  isSetUp,
  isUntouched,
  organisationOfSetup,
  setupHours,
  useSetupCode,
} from '../../db/setup.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { isOfHeads, isOfWhole } from '../../domain/organisation/faults.ts'
import { newToken } from '../../trust/codes.ts'
import { urls } from '../../urls.ts'
import { notFoundPage, openFrame, refusalPage } from '../answers.tsx'
import type { Area, PageContext } from '../context.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import { type Form, readForm } from '../form.ts'
import { speak } from '../language.ts'
import { page } from '../page.tsx'
import { CodePage, MadePage } from './code-page.tsx'
import { availableConcepts } from './concepts.ts'
import { DetailsPage } from './details-page.tsx'
import { DonePage } from './done-page.tsx'
import { HeadsPage } from './heads-page.tsx'
import { letGo } from './held.ts'
import { addressesIn, judge, type Wrong } from './judgement.ts'
import { PreviewPage } from './preview-page.tsx'
import { findTyped, forgetTyped, rememberTyped } from './remembered.ts'
import { bodyLimit, type People, readTyped, type Typed } from './typed.ts'

/**
 * The setup door: the terminal's code, one page to fill in, a look-through that stores nothing, and the organisation
 * all at once or not at all. Without the code there is the form for it and nothing else.
 */
export const setup: Area = (app, deps) => {
  app.get(urls.setup.pattern, async c => {
    const token = await openSetup(c, deps)
    if (!token) return showDoor(c, deps)
    const found = findTyped(c)
    return showDetails(c, deps, found?.typed ?? (await emptyForm(c)), { fileAgain: found?.hadRows })
  })

  app.post(urls.setupCode.pattern, async c => {
    const form = await readForm(c)
    return 'refused' in form ? refusalPage(c, form) : enter(c, deps, form)
  })

  app.post(urls.setupPreview.pattern, c => withForm(c, deps, (token, form) => preview(c, deps, token, form)))
  app.post(urls.setupOrganisation.pattern, c =>
    withForm(c, deps, (token, form) => make(c, deps, token, form)),
  )

  app.get(urls.setupOrganisation.pattern, async c => {
    const token = readCookie(c, 'setup')
    if (!token || !(await isSetUp(deps.db, token))) return c.redirect(urls.setup(), 303)
    return page(c, <DonePage frame={openFrame(c, deps.installation)} />)
  })

  // A browser that reloads the answer to a form, or comes back to it with another language.
  for (const { pattern } of [urls.setupCode, urls.setupPreview]) {
    app.get(pattern, c => c.redirect(urls.setup(), 303))
  }

  app.get(urls.setupExample.pattern, async c => ((await openSetup(c, deps)) ? example(c) : notFoundPage(c)))
}

/** This browser's proof, while its setup is open. */
async function openSetup(c: PageContext, deps: Deps): Promise<string | undefined> {
  const token = readCookie(c, 'setup')
  const open = token && (await transaction(deps.db.office, { setup: token }, isSettingUp))
  return open ? token : undefined
}

/** The form for the code, as long as there is one that could fit. */
async function showDoor(c: PageContext, deps: Deps, { wrong = false } = {}) {
  const frame = openFrame(c, deps.installation)
  const status = wrong ? 422 : 200
  if (!(await isUntouched(deps.db))) return page(c, <MadePage frame={frame} />, status)
  return page(c, <CodePage frame={frame} wrong={wrong} />, status)
}

async function enter(c: PageContext, deps: Deps, form: Form) {
  const token = newToken(deps.random)
  if (!(await useSetupCode(deps.db, form.text('code'), token))) {
    return showDoor(c, deps, { wrong: true })
  }
  writeCookie(c, 'setup', token, setupHours * 3600)
  forgetTyped(c)
  return c.redirect(urls.setup(), 303)
}

/** Reads the form for whoever's setup is open. One that is finished leads to its end, any other to the code. */
async function withForm(
  c: PageContext,
  deps: Deps,
  work: (token: string, form: Form) => Promise<Response>,
): Promise<Response> {
  const token = await openSetup(c, deps)
  if (!token) return c.redirect(urls.setupOrganisation(), 303)
  const form = await readForm(c, bodyLimit)
  return 'refused' in form ? refusalPage(c, form) : work(token, form)
}

async function preview(c: PageContext, deps: Deps, token: string, form: Form) {
  if (form.has('spoken')) speak(c, form.text('spoken'))
  const { typed, people } = await readTyped(form, givenOf(c, token))
  rememberTyped(c, typed, !('missing' in people && people.missing === 'noFile'))
  if (form.has('mend')) return showDetails(c, deps, typed)
  if (isOfColumns(form) && hasHeads(people)) return showHeads(c, deps, typed, people)
  const judged = await transaction(deps.db.office, { setup: token }, tx =>
    judgeIn(tx, c, deps, typed, people),
  )
  if ('wrong' in judged)
    return showWrong(c, deps, typed, { people, wrong: judged.wrong, quiet: isOnlySpoken(form) })
  if (isOnlySpoken(form)) return showDetails(c, deps, typed)
  const frame = openFrame(c, deps.installation)
  return page(c, <PreviewPage frame={frame} typed={typed} ready={judged.ready} />)
}

const givenOf = (c: PageContext, token: string) => ({
  token,
  present: c.var.language,
  today: localDateOf(c.var.now),
})

/** Another language was chosen on a form that nobody has looked through yet: it is not judged. */
const isOnlySpoken = (form: Form) => form.has('spoken') && form.text('shown') === 'form'

/** What the columns mean is to be said, or was being said when another language was chosen. */
const isOfColumns = (form: Form) =>
  form.has('columns') || (form.has('spoken') && form.text('shown') === 'heads')

async function make(c: PageContext, deps: Deps, token: string, form: Form) {
  const { typed, people } = await readTyped(form, givenOf(c, token))
  const id = organisationOfSetup(token)
  const wrong = await transaction(deps.db.office, { setup: token }, async tx => {
    if (!(await holdSetup(tx, token))) return undefined // a second submit: the first has made it
    const judged = await judgeIn(tx, c, deps, typed, people)
    if ('wrong' in judged) return judged.wrong
    await addOrganisation(tx, deps.random, { ...judged.ready.made, id }, c.var.now)
    await rememberHeads(tx, id, typed.meant)
    await finishSetup(tx)
    return undefined
  })
  if (wrong) return showWrong(c, deps, typed, { people, wrong })
  forgetTyped(c)
  letGo(id)
  return c.redirect(urls.setupOrganisation(), 303)
}

async function judgeIn(tx: Tx, c: PageContext, deps: Deps, typed: Typed, people: People) {
  const taken = await listTakenAddresses(tx, addressesIn(typed, people))
  return judge(typed, people, {
    concepts: await availableConcepts(),
    taken: new Set(taken),
    spoken: c.var.language,
    today: localDateOf(c.var.now),
    newId: deps.random.shownId,
  })
}

const noFile = { rows: '', held: '', meant: new Map() }

async function emptyForm(c: PageContext): Promise<Typed> {
  const [concept, another] = await availableConcepts()
  const only = another === undefined ? (concept?.id ?? '') : ''
  return { name: '', language: c.var.language, concept: only, yourName: '', address: '', ...noFile }
}

type Shown = { people: People; wrong: Wrong; quiet?: boolean }

/** Heads that nobody knows are asked about; all else that is wrong is told, unless that was not asked for. */
function showWrong(c: PageContext, deps: Deps, typed: Typed, { people, wrong, quiet = false }: Shown) {
  if (!quiet && wrong.faults.some(isOfHeads) && hasHeads(people)) return showHeads(c, deps, typed, people)
  // Personal numbers are always told.
  const isTold = !quiet || wrong.faults.some(isOfWhole)
  return showDetails(c, deps, typed, { wrong: isTold ? wrong : undefined, hasHeads: hasHeads(people) })
}

type WithHeads = Extract<People, { heads: unknown }>

/** Of what is no table, or may not be here at all, there are none to be said anything of. */
const hasHeads = (people: People): people is WithHeads => 'heads' in people && people.heads.length > 0

function showHeads(c: PageContext, deps: Deps, typed: Typed, people: WithHeads) {
  const faults = 'faults' in people ? people.faults.filter(isOfHeads) : []
  const shown = { frame: openFrame(c, deps.installation), typed, heads: people.heads, faults }
  return page(c, <HeadsPage {...shown} />, faults.length > 0 ? 422 : 200)
}

type Why = Pick<Parameters<typeof DetailsPage>[0], 'wrong' | 'fileAgain' | 'hasHeads'>

async function showDetails(c: PageContext, deps: Deps, typed: Typed, why: Why = {}) {
  const shown = { frame: openFrame(c, deps.installation), concepts: await availableConcepts(), typed }
  return page(c, <DetailsPage {...shown} {...why} />, why.wrong ? 422 : 200)
}

// With a byte order mark, by which spreadsheets know their æøå.
async function example(c: PageContext) {
  const text = await readFile('demo/ringkoebing-skjern.csv', 'utf8')
  return c.body(`\uFEFF${text}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="medarbejdere.csv"',
  })
}
