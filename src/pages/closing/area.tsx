import { urls } from '../../urls.ts'
import { type Area, idOf } from '../context.ts'
import { reads, writes } from '../talks.ts'
import { submitAnswer } from './answering.ts'
import { choose, showAnswer } from './choosing.tsx'
import { sendDocument } from './documents.tsx'
import { freezeText, showFreezing } from './freezing.tsx'
import { correctText, showSigning } from './signing.tsx'
import { closeWithout } from './unanswered.ts'

/** From the last word to the finished paper: freeze, read the same text, sign or not, fetch it. */
export const closing: Area = (app, deps) => {
  app.get(urls.freezing.pattern, reads(deps, showFreezing))
  app.post(urls.freezing.pattern, writes(deps, freezeText))
  app.get(urls.signing.pattern, reads(deps, showSigning))
  app.post(urls.correction.pattern, writes(deps, correctText))
  // What answers a form has its page elsewhere: whoever asks for it again is taken there.
  for (const { pattern } of [urls.correction, urls.freshCode, urls.signatures, urls.unanswered])
    app.get(pattern, c => c.redirect(urls.signing({ id: idOf(c) }), 303))
  app.post(urls.freshCode.pattern, choose(deps))
  app.get(urls.answer.pattern, reads(deps, showAnswer))
  app.post(urls.signatures.pattern, submitAnswer(deps))
  app.post(urls.unanswered.pattern, writes(deps, closeWithout))
  app.get(urls.document.pattern, reads(deps, sendDocument))
}
