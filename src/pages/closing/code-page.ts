import type { Deps } from '../../deps.ts'
import { isFresh } from '../../domain/door.ts'
import { closing } from '../../words/closing.ts'
import { pinDoor } from '../../words/slips.ts'
import { refusalPage } from '../answers.tsx'
import type { App, Me, PageContext } from '../context.ts'
import { type Form, readForm } from '../form.ts'
import { signedIn } from '../guard.ts'
import { askForProof, type Proof, proofOf, takeCode } from './fresh-code.ts'

/** How a typed code was refused. */
export type CodeFault = 'wrong' | 'old'

type Fixed = (() => string) & { pattern: string }

/** A page of one's own whose form asks for a fresh code. */
type CodePage = {
  at: Fixed
  /** Where another code is asked for. */
  codeAt: Fixed
  /** Whether the PIN of a slip proves as much as a code by mail. */
  byPin: boolean
  shown(c: PageContext, deps: Deps, me: Me, proof: Proof, error?: string): Promise<Response>
  /** For whoever has proved themselves a moment ago, under the session's new token. */
  done(c: PageContext, deps: Deps, me: Me, form: Form): Promise<Response>
}

/** The page, its form, and the way to another code. */
export function codePage(app: App, deps: Deps, page: CodePage): void {
  const { at, codeAt, shown } = page
  app.get(
    at.pattern,
    ofMine(async (c, me) => shown(c, deps, me, await proofOf(c, deps, me))),
  )
  app.get(codeAt.pattern, c => c.redirect(at(), 303))
  app.post(
    codeAt.pattern,
    ofMine(async (c, me) => {
      const proof = await askForProof(c, deps, me, true)
      return proof.state === 'too-many' ? shown(c, deps, me, proof) : c.redirect(at(), 303)
    }),
  )
  app.post(
    at.pattern,
    ofMine((c, me) => take(c, deps, me, page)),
  )
}

const ofMine = (work: (c: PageContext, me: Me) => Promise<Response>) => async (c: PageContext) => {
  const me = signedIn(c)
  return me instanceof Response ? me : work(c, me)
}

/** The code is the door's, and is taken first; what the form is for comes after it. */
async function take(c: PageContext, deps: Deps, me: Me, { at, byPin, shown, done }: CodePage) {
  const form = await readForm(c)
  if ('refused' in form) return refusalPage(c, form)
  if (me.textsFrom && !byPin) return c.redirect(at(), 303)
  const taken = await takeCode(c, deps, me, form)
  if (!('refused' in taken) && isFresh(taken.freshCodeAt, c.var.now)) return done(c, deps, taken, form)
  const why = 'refused' in taken ? taken.refused : undefined
  if (why === 'gone') return c.redirect(at(), 303)
  return shown(c, deps, me, await askForProof(c, deps, me, why === 'old'), sayCodeFault(c, me, why))
}

/** Why a form that asks for a fresh code goes no further; without a word, because there was none. */
export function sayCodeFault(c: PageContext, me: Me, why: CodeFault | undefined): string {
  const { language } = c.var
  const [pin, code] = [pinDoor[language], closing[language].answer]
  if (me.textsFrom) return why === 'wrong' ? pin.pinWrong : why === 'old' ? pin.wait : pin.again
  return why === 'wrong' ? code.codeWrong : why === 'old' ? code.codeOld : code.codeNeeded
}
