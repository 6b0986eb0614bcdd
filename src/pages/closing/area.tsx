import { urls } from '../../urls.ts'
import type { Area } from '../context.ts'
import { reads, writes } from '../talks.ts'
import { submitAnswer } from './answering.ts'
import { choose, showAnswer } from './choosing.tsx'
import { sendDocument } from './documents.tsx'
import { freezeText, showFreezing } from './freezing.tsx'
import { correctText, showSigning } from './signing.tsx'
import { closeWithout } from './unanswered.ts'

/** From the last word to the finished paper: freeze, read the same text, sign or not, fetch it. */
export const closing: Area = (app, deps) => {
  app.get(
    urls.freezing.pattern,
    reads(deps, (tx, me, c) => showFreezing(tx, me, c, deps)),
  )
  app.post(
    urls.freezing.pattern,
    writes(deps, (tx, form, me, c) => freezeText(tx, form, me, c, deps)),
  )
  app.get(
    urls.signing.pattern,
    reads(deps, (tx, me, c) => showSigning(tx, me, c, deps)),
  )
  app.post(
    urls.correction.pattern,
    writes(deps, (tx, form, me, c) => correctText(tx, form, me, c, deps)),
  )
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [urls.correction, urls.freshCode, urls.signatures, urls.unanswered])
    app.get(pattern, c => c.redirect(urls.signing({ id: c.req.param('id') ?? '' }), 303))
  app.post(urls.freshCode.pattern, choose(deps))
  app.get(
    urls.answer.pattern,
    reads(deps, (tx, me, c) => showAnswer(tx, me, c, deps)),
  )
  app.post(urls.signatures.pattern, submitAnswer(deps))
  app.post(
    urls.unanswered.pattern,
    writes(deps, (tx, form, me, c) => closeWithout(tx, form, me, c, deps)),
  )
  app.get(
    urls.document.pattern,
    reads(deps, (tx, me, c) => sendDocument(tx, me, c, deps)),
  )
}
