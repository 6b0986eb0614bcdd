import { transaction } from '../../db/database.ts'
import { changeIntake, getIntake, type Intake, rememberHeads } from '../../db/intake/intakes.ts'
import type { Ending } from '../../db/intake/placing.ts'
import type { Deps } from '../../deps.ts'
import { isLocalDate, localDateOf } from '../../domain/day.ts'
import { meantOf } from '../../domain/organisation/columns.ts'
import { bareHead } from '../../domain/organisation/heads.ts'
import { urls } from '../../urls.ts'
import { refusalPage } from '../answers.tsx'
import type { Me, PageContext } from '../context.ts'
import { type Form, isForAnother, keyOf, readForm } from '../form.ts'
import { readerMark } from '../guard.ts'
import { takeUpload } from './kept.ts'
import { place, readIn } from './work.ts'

/** What the columns mean: remembered, and the file is read again if it is still here. */
export async function chooseHeads(c: PageContext, deps: Deps, me: Me): Promise<Response> {
  return withForm(c, me, async form => {
    const key = { organisation: me.organisation, id: c.req.param('intake') ?? '' }
    const language = c.var.language
    const { upload, status } = await transaction(deps.db.office, { session: me.token }, async tx => {
      const { report, status } = await getIntake(tx, key)
      await rememberHeads(tx, key.organisation, meanings(form, report.heads ?? []))
      const upload = takeUpload(key)
      if (upload) await changeIntake(tx, key, { status: 'reading', seen_at: c.var.now, rows_read: 0 })
      return { upload, status }
    })
    if (upload) void readIn({ deps, me, key, language }, upload)
    // Whoever presses twice has it read once.
    const isRead = upload !== undefined || status === 'reading'
    return c.redirect(isRead ? urls.intakeRun({ intake: key.id }) : `${urls.intake()}?igen=1`, 303)
  })
}

function meanings(form: Form, heads: NonNullable<Intake['report']['heads']>) {
  return new Map(
    heads.flatMap(({ head }, at) => {
      const meant = meantOf(form.text(`head-${at}`))
      return meant && bareHead(head) !== '' ? [[bareHead(head), meant] as const] : []
    }),
  )
}

/** Puts it in place, once: whoever presses again is shown how it goes. */
export async function confirm(c: PageContext, deps: Deps, me: Me): Promise<Response> {
  return withForm(c, me, async form => {
    const key = { organisation: me.organisation, id: c.req.param('intake') ?? '' }
    const begun = await transaction(deps.db.office, { session: me.token }, async tx => {
      await getIntake(tx, key)
      return changeIntake(
        tx,
        key,
        { status: 'placing', seen_at: c.var.now, rows_read: 0, rows_in_all: 0 },
        'ready',
      )
    })
    if (begun) {
      // What is put in place is read no more, whatever an old page asks.
      await takeUpload(key)?.close()
      void place({ deps, me, key, language: c.var.language }, endingIn(form, c))
    }
    return c.redirect(urls.intakeRun({ intake: key.id }), 303)
  })
}

const idPattern = /^end-([0-9a-f-]{36})$/

/** What is ticked of what the file lacks. A day that is none is today. */
function endingIn(form: Form, c: PageContext): Ending {
  const typed = form.text('ends-on')
  return {
    on: isLocalDate(typed) ? typed : localDateOf(c.var.now),
    all: form.text('end-all') === 'yes',
    ids: form.names().flatMap(name => idPattern.exec(name)?.[1] ?? []),
  }
}

async function withForm(c: PageContext, me: Me, work: (form: Form) => Promise<Response>): Promise<Response> {
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  const key = keyOf(form)
  if (key === undefined) return refusalPage(c, { refused: 'malformed', status: 400 })
  if (isForAnother(key, readerMark(me))) return refusalPage(c, { refused: 'another-reader', status: 409 })
  return work(form)
}
