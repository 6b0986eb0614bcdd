import { answerAddress, listMyAddresses } from '../../db/address-changes.ts'
import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { openAddress } from '../../domain/address-change.ts'
import { urls } from '../../urls.ts'
import { codePage } from '../closing/code-page.ts'
import type { Proof } from '../closing/fresh-code.ts'
import type { Area, Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { type Answer, submitted } from '../submission.ts'
import { frameOf, writes } from '../talks.ts'
import { AddressPage } from './address-page.tsx'

/** Another address to sign in with, given by a file: its person says yes, with a code to the old one, or no (walls §4). */
export const newAddress: Area = (app, deps) => {
  codePage(app, deps, {
    at: urls.newAddress,
    codeAt: urls.newAddressCode,
    // A session that a slip gave proves no address, whatever it sends.
    byPin: false,
    shown,
    done: (c, deps, me, form) => submitted(c, deps, me, form, tx => answer(tx, form, true)),
  })
  app.post(
    urls.newAddressRefusal.pattern,
    writes(deps, (tx, form) => answer(tx, form, false)),
  )
  app.get(urls.newAddressRefusal.pattern, c => c.redirect(urls.newAddress(), 303))
}

const ways = `${urls.whoSees()}#vej-ind`

function shown(c: PageContext, deps: Deps, me: Me, proof: Proof, error?: string): Promise<Response> {
  return transaction(deps.db.party, { session: me.token }, async tx => {
    const change = openAddress(await listMyAddresses(tx))
    if (!change) return c.redirect(ways, 303)
    const props = { frame: frameOf(c, deps), house: await getHouse(tx), change, error }
    const byMail = me.textsFrom === null && change.was !== null
    return page(c, <AddressPage {...props} proof={byMail ? proof : undefined} />, error ? 422 : 200)
  })
}

/** To the address the page showed: where a file has given another one meanwhile, the page comes again with that. */
async function answer(tx: Tx, form: Form, agrees: boolean): Promise<Answer> {
  const change = openAddress(await listMyAddresses(tx))
  const may = change && (change.was !== null || !agrees)
  const answered = may === true && (await answerAddress(tx, agrees, form.text('address')))
  return { to: answered ? `${urls.whoSees()}?svaret=ja#vej-ind` : urls.newAddress() }
}
