import { sql } from 'kysely'
import { run, type Tx } from './query.ts'

/** Enters a job with ids only; it becomes visible with this transaction's commit. */
export async function enqueue(
  tx: Tx,
  kind: 'send-code' | 'send-mail' | 'draw-documents',
  ids: Record<string, string>,
) {
  await run(tx, sql`select app.enqueue(${kind}, ${JSON.stringify(ids)}::jsonb)`)
}
