import { getConversation } from '../../db/conversations.ts'
import { transaction } from '../../db/database.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { signingChoices } from '../../domain/record/signing.ts'
import { cleanText } from '../../domain/text.ts'
import { urls } from '../../urls.ts'
import { refusalPage } from '../answers.tsx'
import { idOf, type Me, type PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { signedIn } from '../guard.ts'
import { page } from '../page.tsx'
import { frameOf } from '../talks.ts'
import { AnswerPage, type SigningChoice } from './answer-page.tsx'
import { changedText } from './changed-text.tsx'
import { closingOf, signerOf } from './closing.ts'
import { elsewhere } from './freezing.tsx'
import { askForProof, proofOf } from './fresh-code.ts'

// Between the choice and the signature: the page of the choice, and the code it takes. Nothing here is an answer yet,
// so to come back and choose again is always free.

/** Each choice has an address of its own: whoever goes to read the mail comes back to where they were. */
const slugs: Readonly<Record<SigningChoice, string>> = {
  signed: 'skriv-under',
  'signed-with-remark': 'bemaerkning',
  refused: 'uden-underskrift',
}

const answerAt = (id: string, choice: SigningChoice, version: number) =>
  `${urls.answer({ id, choice: slugs[choice] })}?tekst=${version}`

/** The page of one choice, for the text that was read when it was made. */
export async function showAnswer(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const closing = await closingOf(tx, deps, talk)
  const choice = signingChoices.find(each => slugs[each] === c.req.param('choice'))
  const { answers } = signerOf(closing)
  const { record } = closing
  const isRead = String(record?.version) === c.req.query('tekst')
  if (!record || !choice || !isRead || talk.status !== 'closing' || answers[talk.role])
    return c.redirect(elsewhere(talk), 303)
  const proof = await proofOf(c, deps, me)
  return page(c, <AnswerPage {...{ frame: frameOf(c, deps), talk, record, choice, proof }} />)
}

/** A choice was made, or another code is wanted: a code is mailed where one is needed and none is on its way. */
export const choose = (deps: Deps) => async (c: PageContext) => {
  const me = signedIn(c)
  if (me instanceof Response) return me
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  return transaction(deps.db.party, { session: me.token }, tx => chosen(tx, form, me, c, deps))
}

async function chosen(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const closing = await closingOf(tx, deps, talk)
  const { record } = closing
  const choice = signingChoices.find(each => each === form.text('choice'))
  const remark = cleanText(form.text('remark'))
  if (talk.status === 'held' || (record && String(record.version) !== form.text('version')))
    return page(c, (await changedText(tx, me, c, deps, closing, { choice, remark })).conflict, 409)
  if (!record || !choice || talk.status !== 'closing') return c.redirect(elsewhere(talk), 303)
  const proof = await askForProof(c, deps, me, form.has('again'))
  const isPlain = remark === '' && ['asked', 'fresh', 'pin'].includes(proof.state)
  if (isPlain) return c.redirect(answerAt(talk.id, choice, record.version), 303)
  return page(c, <AnswerPage {...{ frame: frameOf(c, deps), talk, record, choice, proof, remark }} />)
}
