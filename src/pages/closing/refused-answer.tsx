import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { meIn } from '../../domain/conversation.ts'
import { type Choice, type SigningRefusal, signingChoices } from '../../domain/record/signing.ts'
import { urls } from '../../urls.ts'
import { closing as texts } from '../../words/closing.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { AnswerPage, type AnswerShown } from './answer-page.tsx'
import { changedText } from './changed-text.tsx'
import type { Closing } from './closing.ts'
import { closingPage, signingShown } from './closing-page.tsx'
import { type CodeFault, sayCodeFault } from './code-page.ts'
import { elsewhere } from './freezing.tsx'
import { askForProof } from './fresh-code.ts'
import { SigningPage } from './signing-page.tsx'

type Refused = {
  closing: Closing
  wish: { choice: Choice; remark: string }
  refused: SigningRefusal['refused']
  code: CodeFault | undefined
}

/** An answer that was not taken: each reason has its page, and on it everything that was typed. */
export async function refusedAnswer(
  tx: Tx,
  form: Form,
  me: Me,
  c: PageContext,
  deps: Deps,
  why: Refused,
): Promise<Answer> {
  switch (why.refused) {
    case 'not-now':
      return { to: elsewhere(why.closing.talk) }
    case 'answered-before':
      return answeredBefore(tx, c, deps, why)
    case 'no-such-choice':
      return unchosen(tx, c, deps, why.closing)
    case 'text-changed':
      return changedText(tx, me, c, deps, why.closing, why.wish)
    case 'remark-missing':
    case 'remark-too-long':
    case 'code-needed':
      return askedAgain(tx, form, me, c, deps, why)
  }
}

/** None of the choices, or one this concept does not have. */
export async function unchosen(tx: Tx, c: PageContext, deps: Deps, closing: Closing): Promise<Answer> {
  const { talk, record } = closing
  if (!record || talk.status !== 'closing') return { to: elsewhere(talk) }
  const text = texts[c.var.language].signing.noChoice
  const error = talk.form.closing === 'sign' ? { field: 'choice-legend', text } : { text }
  const shown = await signingShown(tx, c, deps, closing, record)
  return { show: <SigningPage {...shown} error={error} />, status: 422 }
}

/** The same answer again changes nothing; another one, or another remark, is told that the first stands. */
async function answeredBefore(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  { closing, wish }: Refused,
): Promise<Answer> {
  const mine = closing.signatures.find(({ person }) => person === meIn(closing.talk).id)
  const remark = wish.remark === mine?.remark ? '' : wish.remark
  if (mine?.choice === wish.choice && remark === '') return { to: urls.signing({ id: closing.talk.id }) }
  const notice = texts[c.var.language].signing.answeredBefore
  const shown = await closingPage(tx, c, deps, closing, { notice, remark })
  return shown ? { show: shown, status: 409 } : { to: elsewhere(closing.talk) }
}

/** Something is missing still: a remark, or a code, which is on its way now. */
async function askedAgain(
  tx: Tx,
  form: Form,
  me: Me,
  c: PageContext,
  deps: Deps,
  why: Refused,
): Promise<Answer> {
  const { talk, record } = why.closing
  const { remark } = why.wish
  const choice = signingChoices.find(each => each === why.wish.choice)
  if (!record) return { to: elsewhere(talk) }
  const error = errorOf(form, me, c, why)
  if (!choice) {
    const shown = await signingShown(tx, c, deps, why.closing, record)
    return { show: <SigningPage {...shown} remark={remark} error={error} />, status: 422 }
  }
  const proof = await askForProof(c, deps, me, why.code === 'old')
  const shown = { frame: frameOf(c, deps), talk, record, choice, proof, remark, error }
  return { show: <AnswerPage {...shown} />, status: 422 }
}

function errorOf(form: Form, me: Me, c: PageContext, { refused, code }: Refused): AnswerShown['error'] {
  const t = texts[c.var.language]
  if (refused === 'remark-missing') return { field: 'remark', text: t.remark.missing }
  if (refused === 'remark-too-long') return { field: 'remark', text: t.remark.tooLong }
  const isEmpty = code === undefined && !me.textsFrom && form.has('code')
  return { field: 'code', text: isEmpty ? t.answer.codeMissing : sayCodeFault(c, me, code) }
}
