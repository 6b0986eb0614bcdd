import { answerAddress, listMyAddresses } from '../../db/address-changes.ts'
import { transaction } from '../../db/database.ts'
import { getHouse } from '../../db/house.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { openAddress } from '../../domain/address-change.ts'
import { isFresh } from '../../domain/door.ts'
import { urls } from '../../urls.ts'
import { refusalPage } from '../answers.tsx'
import { sayCodeFault } from '../closing/code-fault.ts'
import { askForProof, type Proof, proofOf, takeCode } from '../closing/fresh-code.ts'
import type { Area, Me, PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { signedIn } from '../guard.ts'
import { page } from '../page.tsx'
import { type Answer, submitted } from '../submission.ts'
import { frameOf, writes } from '../talks.ts'
import { AddressPage } from './address-page.tsx'

/** Another address to sign in with, given by a file: its person says yes, with a code to the old one, or no (walls §4). */
export const newAddress: Area = (app, deps) => {
  app.get(urls.newAddress.pattern, async c => {
    const me = signedIn(c)
    return me instanceof Response ? me : shown(c, deps, me, await proofOf(c, deps, me))
  })
  app.post(urls.newAddress.pattern, c => agree(c, deps))
  app.post(
    urls.newAddressRefusal.pattern,
    writes(deps, (tx, form) => answer(tx, form, false)),
  )
  app.post(urls.newAddressCode.pattern, async c => {
    const me = signedIn(c)
    if (me instanceof Response) return me
    const proof = await askForProof(c, deps, me, true)
    return proof.state === 'too-many' ? shown(c, deps, me, proof) : c.redirect(urls.newAddress(), 303)
  })
  for (const { pattern } of [urls.newAddressCode, urls.newAddressRefusal])
    app.get(pattern, c => c.redirect(urls.newAddress(), 303))
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

/** The code is the door's, and is taken first. A session that a slip gave proves no address, whatever it sends. */
async function agree(c: PageContext, deps: Deps): Promise<Response> {
  const me = signedIn(c)
  if (me instanceof Response) return me
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  if (me.textsFrom) return c.redirect(urls.newAddress(), 303)
  const taken = await takeCode(c, deps, me, form)
  if (!('refused' in taken) && isFresh(taken.freshCodeAt, c.var.now))
    return submitted(c, deps, taken, form, tx => answer(tx, form, true))
  if ('refused' in taken && taken.refused === 'gone') return c.redirect(urls.newAddress(), 303)
  const why = 'refused' in taken ? taken.refused : undefined
  return shown(c, deps, me, await askForProof(c, deps, me, why === 'old'), sayCodeFault(c, me, why))
}

/** To the address the page showed: where a file has given another one meanwhile, the page comes again with that. */
async function answer(tx: Tx, form: Form, agrees: boolean): Promise<Answer> {
  const change = openAddress(await listMyAddresses(tx))
  const may = change && (change.was !== null || !agrees)
  const answered = may === true && (await answerAddress(tx, agrees, form.text('address')))
  return { to: answered ? `${urls.whoSees()}?svaret=ja#vej-ind` : urls.newAddress() }
}
