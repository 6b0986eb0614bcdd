import { listWeek, type Reader } from '../../db/mail-jobs.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { firstName } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import { weeklyDigestLetter } from '../letters/weekly-digest-letter.ts'
import type { Post } from './post.ts'

/** A host's week as it is now, also when the letter has waited. */
export async function digestPost(tx: Tx, deps: Deps, reader: Reader, now: Date): Promise<Post> {
  const lines = await listWeek(tx, now)
  if (lines.length === 0) return { dropped: 'nothing-to-say' }
  const link = `${deps.origin}${urls.hosted()}`
  const { language, name, house } = reader
  return { letter: weeklyDigestLetter({ language, reader: firstName(name), house, lines, link }), link }
}
