import { closingDaysOf } from '../../db/closed-weeks.ts'
import { holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { closeUnanswered } from '../../domain/record/signing.ts'
import { urls } from '../../urls.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import type { Answer } from '../submission.ts'
import { changedText } from './changed-text.tsx'
import { close } from './close.ts'
import { closingOf, signerOf } from './closing.ts'
import { elsewhere } from './freezing.tsx'

/** Whoever may closes without the other's answer, when the days for it are gone. */
export async function closeWithout(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const closing = await closingOf(tx, deps, talk)
  if (!closing.record) return { to: elsewhere(talk) }
  const today = localDateOf(c.var.now)
  const days = await closingDaysOf(tx, talk, closing.record.frozenAt)
  const decided = closeUnanswered(signerOf(closing), Number(form.text('version')), days, today)
  if (!('refused' in decided)) await close(tx, me, c, deps, talk, decided.status)
  else if (decided.refused === 'text-changed') return changedText(tx, me, c, deps, closing)
  return { to: urls.signing({ id: talk.id }) }
}
