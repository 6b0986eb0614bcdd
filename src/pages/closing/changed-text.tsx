import type { VNode } from 'preact'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Choice } from '../../domain/record/signing.ts'
import { closing as texts } from '../../words/closing.ts'
import type { Me, PageContext } from '../context.ts'
import { frameOf } from '../talks.ts'
import { AnswerPage } from './answer-page.tsx'
import type { Closing } from './closing.ts'
import { closingPage } from './closing-page.tsx'
import { freezingShown } from './freezing.tsx'
import { FreezingPage } from './freezing-page.tsx'
import { proofOf } from './fresh-code.ts'

/** What somebody was about to answer when the text had changed under them. */
type Wish = { choice?: Choice | undefined; remark: string }

/**
 * The text was corrected since the page was shown, so nothing is taken for an answer. The new text is shown, or the one
 * being written; with a remark already typed, on the page where it can be sent. The transaction is kept: the text shown
 * may be one whose opening is logged.
 */
export async function changedText(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  closing: Closing,
  { choice, remark }: Wish = { remark: '' },
): Promise<{ conflict: VNode }> {
  const t = texts[c.var.language].signing
  const { talk, record } = closing
  if (talk.status === 'closing' && record && remark !== '' && choice === 'signed-with-remark') {
    const shown = { frame: frameOf(c, deps), talk, record, choice, remark, notice: t.changedWithRemark }
    return { conflict: <AnswerPage {...shown} proof={await proofOf(c, deps, me)} /> }
  }
  const isKept = choice === 'confirmed' && remark !== ''
  const said = { notice: isKept ? t.changedWithRemark : t.changed, remark }
  const shown = await closingPage(tx, c, deps, closing, said)
  if (shown) return { conflict: shown }
  return { conflict: <FreezingPage {...(await freezingShown(tx, talk, c, deps))} late={{ remark }} /> }
}
