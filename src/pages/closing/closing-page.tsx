import type { VNode } from 'preact'
import { closingDaysOf } from '../../db/closed-weeks.ts'
import { getHouse } from '../../db/house.ts'
import type { Tx } from '../../db/query.ts'
import type { FrozenRecord } from '../../db/records.ts'
import type { Deps } from '../../deps.ts'
import { meIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { shortFingerprint } from '../../trust/fingerprint.ts'
import type { PageContext } from '../context.ts'
import { frameOf } from '../talks.ts'
import { type Closing, standingOf } from './closing.ts'
import { DonePage } from './done-page.tsx'
import { SigningPage, type SigningShown } from './signing-page.tsx'
import { WaitingPage } from './waiting-page.tsx'

/** What is told on top, and a remark that was typed and not taken. */
type Said = { notice?: string | undefined; remark?: string | undefined }

/** The page of one who reads the closing now; none while there is no frozen text. */
export async function closingPage(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  closing: Closing,
  { notice, remark }: Said = {},
): Promise<VNode | undefined> {
  const { talk, record, signatures } = closing
  if (!record) return undefined
  if (talk.status === 'closing') {
    const shown = {
      ...(await signingShown(tx, c, deps, closing, record)),
      state: notice ? undefined : await standingOf(tx, talk),
      notice,
      remark,
    }
    const answered = signatures.some(({ person }) => person === meIn(talk).id)
    return answered ? <WaitingPage {...shown} /> : <SigningPage {...shown} />
  }
  const frame = frameOf(c, deps)
  const fingerprint = shortFingerprint(record.fingerprint)
  const house = await getHouse(tx)
  const opensPlan = c.req.query('planen') === 'ja'
  return <DonePage {...{ frame, house, talk, record, signatures, fingerprint, opensPlan, notice, remark }} />
}

export const signingShown = async (
  tx: Tx,
  c: PageContext,
  deps: Deps,
  { talk, signatures }: Closing,
  record: FrozenRecord,
): Promise<SigningShown> => ({
  frame: frameOf(c, deps),
  talk,
  record,
  signatures,
  today: localDateOf(c.var.now),
  days: await closingDaysOf(tx, talk, record.frozenAt),
})
