import type { Pool } from 'pg'
import { type Proof, rehearsal } from '../../src/db/database.ts'
import type { Tx } from '../../src/db/query.ts'
import type { Visitor } from '../world/visitor.ts'

/** What proves this visitor to the database: the session's token out of the cookie. */
export const proofOf = ({ cookies }: Visitor): Proof => ({
  session: cookies.get('__Host-medspil-session') ?? '',
})

/** Rows that a role sees under a proof; nothing is kept. */
export const seen = async (pool: Pool, proof: Proof, text: string, values: unknown[] = []) =>
  (await rehearsal(pool, proof, tx => tx.query(text, values))).rows

/** How many rows a statement touches under a proof; nothing is kept. */
export const touched = async (pool: Pool, proof: Proof, text: string, values: unknown[] = []) =>
  (await rehearsal(pool, proof, tx => tx.query(text, values))).rowCount

/** The code with which the database refuses this work, or `done`. */
export async function refusal(pool: Pool, proof: Proof, work: string | ((tx: Tx) => Promise<unknown>)) {
  const done = rehearsal(pool, proof, tx => (typeof work === 'string' ? tx.query(work) : work(tx)))
  return done.then(
    () => 'done',
    (fault: { code?: string }) => fault.code ?? 'no code',
  )
}

/** PostgreSQL's codes, by what they say. */
export const codes = {
  denied: '42501',
  frozen: 'P0409',
  open: 'P0410',
  notParty: 'P0403',
  badJob: 'P0400',
} as const
