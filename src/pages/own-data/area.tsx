import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { OwnDataFile } from '../../outside/own-data-file.tsx'
import { renderPage } from '../../ui/render.ts'
import { urls } from '../../urls.ts'
import { ownData } from '../../words/own-data.ts'
import { codePage } from '../closing/code-page.ts'
import type { Proof } from '../closing/fresh-code.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import { frameOf } from '../talks.ts'
import { chaptersOf } from './gather.ts'
import { OwnDataPage } from './own-data-page.tsx'

/** Everything of oneself as one file, for whoever proves with a fresh code that it is them. */
export const ownDataPages: Area = (app, deps) =>
  codePage(app, deps, {
    at: urls.ownData,
    codeAt: urls.ownDataCode,
    byPin: true,
    shown,
    done: (c, deps, me, form) => fileOf(c, deps, me, form.text('as') === 'json'),
  })

function shown(c: PageContext, deps: Deps, me: Me, proof: Proof, error?: string): Promise<Response> {
  return transaction(deps.db.party, { session: me.token }, async tx => {
    const props = { frame: frameOf(c, deps), house: await getHouse(tx), proof, error }
    return page(c, <OwnDataPage {...props} />, error === undefined ? 200 : 422)
  })
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
