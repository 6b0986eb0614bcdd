import { readFile } from 'node:fs/promises'
import { listRefusedAddresses, type RefusedAddress } from '../../db/address-changes.ts'
import { transaction } from '../../db/database.ts'
import { getHouse, type House } from '../../db/house.ts'
import { addIntake, findNewestIntake, getIntake, type Intake } from '../../db/intake/intakes.ts'
import { Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { csvOf } from '../../outside/csv.ts'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { sayColumn, sayFault } from '../../words/setup-faults.ts'
import { notFoundPage } from '../answers.tsx'
import type { Area, Me, PageContext } from '../context.ts'
import { signedIn } from '../guard.ts'
import { page } from '../page.tsx'
import { frameOf } from '../talks.ts'
import { ChoosePage } from './choose-page.tsx'
import { chooseHeads, confirm } from './deciding.ts'
import { HeadsPage } from './heads-page.tsx'
import { type Came, receive } from './receiving.ts'
import { RunPage, standpointOf } from './run-page.tsx'
import { readIn } from './work.ts'

/** An administrator reads a file of the whole organisation in, at any time: looked through first, then put in place. */
export const intake: Area = (app, deps) => {
  app.get(
    urls.intake.pattern,
    administers(deps, async (c, me, house) => {
      const told = await inOffice(deps, me, async tx => ({
        newest: await findNewestIntake(tx, me.organisation),
        refused: await listRefusedAddresses(tx, mostRefused),
      }))
      return choose(c, deps, house, { ...told, again: c.req.query('igen') !== undefined })
    }),
  )
  app.post(
    urls.intake.pattern,
    administers(deps, (c, me, house) => take(c, deps, me, house)),
  )
  app.get(
    urls.intakeExample.pattern,
    administers(deps, c => example(c)),
  )
  app.get(
    urls.intakeRun.pattern,
    administers(deps, async (c, me, house) => {
      const shown = await find(c, deps, me)
      const state = standpointOf(shown, c.var.now)
      if (c.req.header('accept') === 'application/json') return c.json({ state })
      return page(c, <RunPage frame={frameOf(c, deps)} house={house} intake={shown} now={c.var.now} />)
    }),
  )
  app.get(
    urls.intakeHeads.pattern,
    administers(deps, async (c, me, house) => {
      const shown = await find(c, deps, me)
      if (!shown.report.heads) return c.redirect(urls.intakeRun({ intake: shown.id }), 303)
      return page(c, <HeadsPage frame={frameOf(c, deps)} house={house} intake={shown} />)
    }),
  )
  app.post(
    urls.intakeHeads.pattern,
    administers(deps, (c, me) => chooseHeads(c, deps, me)),
  )
  app.get(urls.intakePlacing.pattern, c =>
    c.redirect(urls.intakeRun({ intake: c.req.param('intake') ?? '' }), 303),
  )
  app.post(
    urls.intakePlacing.pattern,
    administers(deps, (c, me) => confirm(c, deps, me)),
  )
  app.get(
    urls.intakeFaults.pattern,
    administers(deps, async (c, me) => faultsFile(c, await find(c, deps, me))),
  )
}

const mostRefused = 50

type Work = (c: PageContext, me: Me, house: House) => Promise<Response>

/** For everybody but the administrator there is no such page. */
const administers = (deps: Deps, work: Work) => async (c: PageContext) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  const house = await transaction(deps.db.party, { session: me.token }, tx => getHouse(tx))
  if (!house.administrator) throw new Unseen()
  return work(c, me, house)
}

const inOffice = <T,>(deps: Deps, me: Me, work: Parameters<typeof transaction<T>>[2]) =>
  transaction(deps.db.office, { session: me.token }, work)

const find = (c: PageContext, deps: Deps, me: Me): Promise<Intake> =>
  inOffice(deps, me, tx => getIntake(tx, { organisation: me.organisation, id: c.req.param('intake') ?? '' }))

type Chosen = {
  newest?: Intake | undefined
  refused?: readonly RefusedAddress[]
  again?: boolean
  wrong?: Extract<Came, { wrong: string }>['wrong']
}

function choose(c: PageContext, deps: Deps, house: House, chosen: Chosen): Response {
  const props = { frame: frameOf(c, deps), house, now: c.var.now, ...chosen }
  return page(c, <ChoosePage {...props} />, chosen.wrong ? 422 : 200)
}

async function take(c: PageContext, deps: Deps, me: Me, house: House): Promise<Response> {
  const came = await receive(c, me)
  if ('response' in came) return came.response
  if ('wrong' in came) return choose(c, deps, house, { wrong: came.wrong })
  const key = { organisation: me.organisation, id: came.id }
  const isNew = await inOffice(deps, me, tx => addIntake(tx, key, me.person, c.var.now)).catch(
    async fault => {
      await came.upload.close()
      throw fault
    },
  )
  if (isNew) void readIn({ deps, me, key, language: c.var.language }, came.upload)
  else await came.upload.close()
  return c.redirect(urls.intakeRun({ intake: came.id }), 303)
}

function faultsFile(c: PageContext, { report }: Intake) {
  const { language } = c.var
  const t = texts[language]
  const rows = (report.faults ?? []).map(fault => [
    String(fault.row),
    fault.who ?? '',
    sayColumn(language, fault),
    fault.value ?? '',
    sayFault(language, fault),
  ])
  return csv(c, csvOf([[t.row, t.whose, t.column, t.written, t.mend], ...rows]), t.faultsFile)
}

const examples: Readonly<Record<string, { file: string; type: string }>> = {
  kommune: { file: 'ringkoebing-skjern.csv', type: 'text/csv; charset=utf-8' },
  institution: { file: 'gentofte-boernevenner.csv', type: 'text/csv; charset=utf-8' },
  regneark: { file: 'ringkoebing-skjern.xlsx', type: workbookType() },
}

function workbookType() {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

async function example(c: PageContext): Promise<Response> {
  const found = examples[c.req.param('example') ?? '']
  if (!found) return notFoundPage(c)
  const bytes = await readFile(`demo/${found.file}`)
  const mark = Buffer.from(found.type.startsWith('text/csv') ? '\uFEFF' : '')
  return c.body(new Uint8Array(Buffer.concat([mark, bytes])), 200, {
    'Content-Type': found.type,
    'Content-Disposition': `attachment; filename="${found.file}"`,
  })
}

const csv = (c: PageContext, text: string, name: string) =>
  c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
