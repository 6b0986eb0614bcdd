import type { Tx } from '../../db/query.ts'
import { type FrozenRecord, findRecord } from '../../db/records.ts'
import { answersOf, listAnswered, listSignatures, type Signature } from '../../db/signatures.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Signer } from '../../domain/record/signing.ts'

/** A conversation at its closing: the text that counts, if it is not being corrected, and what was answered to it. */
export type Closing = {
  talk: Conversation
  record: FrozenRecord | undefined
  signatures: readonly Signature[]
}

export async function closingOf(tx: Tx, deps: Deps, talk: Conversation): Promise<Closing> {
  const record = await findRecord(tx, deps.keys, 'pages', talk)
  const signatures = record ? await listSignatures(tx, deps.keys, 'pages', talk, record.version) : []
  return { talk, record, signatures }
}

/** How the closing stands, for a page that waits to compare. */
export const standingOf = async (tx: Tx, talk: Conversation): Promise<string> =>
  [talk.status, ...(await listAnswered(tx, talk))].join(' ')

/** Where I stand before the text. */
export const signerOf = ({ talk, record, signatures }: Closing): Signer => ({
  status: talk.status,
  role: talk.role,
  closing: talk.form.closing,
  version: record?.version,
  answers: answersOf(talk, signatures),
})
