import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { isFresh } from '../../domain/door.ts'
import { OwnDataFile } from '../../outside/own-data-file.tsx'
import { renderPage } from '../../ui/render.ts'
import { urls } from '../../urls.ts'
import { ownData } from '../../words/own-data.ts'
import { refusalPage } from '../answers.tsx'
import { sayCodeFault } from '../closing/code-fault.ts'
import { askForProof, type Proof, proofOf, takeCode } from '../closing/fresh-code.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { readForm } from '../form.ts'
import { signedIn } from '../guard.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { frameOf } from '../talks.ts'
import { chaptersOf } from './gather.ts'
import { OwnDataPage } from './own-data-page.tsx'

/** Everything of oneself as one file, for whoever proves with a fresh code that it is them. */
export const ownDataPages: Area = (app, deps) => {
  app.get(urls.ownData.pattern, async c => {
    const me = signedIn(c)
    return me instanceof Response ? me : shown(c, deps, me, await proofOf(c, deps, me))
  })
  app.get(urls.ownDataCode.pattern, c => c.redirect(urls.ownData(), 303))
  app.post(urls.ownDataCode.pattern, async c => {
    const me = signedIn(c)
    if (me instanceof Response) return me
    const proof = await askForProof(c, deps, me, true)
    return proof.state === 'too-many' ? shown(c, deps, me, proof) : c.redirect(urls.ownData(), 303)
  })
  app.post(urls.ownData.pattern, c => fetchOwn(c, deps))
}

function shown(c: PageContext, deps: Deps, me: Me, proof: Proof, error?: string): Promise<Response> {
  return transaction(deps.db.party, { session: me.token }, async tx => {
    const props = { frame: frameOf(c, deps), house: await getHouse(tx), proof, error }
    return page(c, <OwnDataPage {...props} />, error === undefined ? 200 : 422)
  })
}

/** The code is the door's, and is taken first; with it the session goes on under a new token, and the file is made. */
async function fetchOwn(c: PageContext, deps: Deps): Promise<Response> {
  const me = signedIn(c)
  if (me instanceof Response) return me
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  const taken = await takeCode(c, deps, me, form)
  if ('refused' in taken && taken.refused === 'gone') return c.redirect(urls.ownData(), 303)
  if ('refused' in taken || !isFresh(taken.freshCodeAt, c.var.now)) {
    const why = 'refused' in taken ? taken.refused : undefined
    return shown(c, deps, me, await askForProof(c, deps, me, why === 'old'), sayCodeFault(c, me, why))
  }
  return fileOf(c, deps, taken, form.text('as') === 'json')
}

/** Made anew each time and kept nowhere. That it was fetched is written down in the same transaction. */
async function fileOf(c: PageContext, deps: Deps, me: Me, asJson: boolean): Promise<Response> {
  const { language, now } = c.var
  const t = ownData[language]
  const chapters = await transaction(deps.db.party, { session: me.token }, async tx => {
    await saveAs(tx, deps, me, c, { events: [{ what: 'data-fetched' }] })
    return chaptersOf(tx, me, deps, language)
  })
  const head = { language, title: t.title, made: t.made(sayDate(localDateOf(now), language)) }
  const file = asJson
    ? JSON.stringify({ ...head, chapters }, undefined, 2)
    : renderPage(<OwnDataFile {...head} nothing={t.nothing} chapters={chapters} />)
  return c.body(file, 200, {
    'Content-Type': asJson ? 'application/json' : 'text/html; charset=utf-8',
    'Content-Disposition': `attachment; filename="${t.file}.${asJson ? 'json' : 'html'}"`,
  })
}
