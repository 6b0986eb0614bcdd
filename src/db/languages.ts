import type { Language } from '../words/words.ts'
import { q, run, type Tx } from './query.ts'

type Me = { organisation: string; person: string }

/** What somebody has chosen to be spoken to in: from now on their letters are written in it too. */
export async function chooseLanguage(
  tx: Tx,
  { organisation, person }: Me,
  language: Language,
): Promise<void> {
  const mine = q.updateTable('person').set({ language }).where('organisation_id', '=', organisation)
  await run(tx, mine.where('id', '=', person))
}
