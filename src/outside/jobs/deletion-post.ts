import type { Reader } from '../../db/mail-jobs.ts'
import { listNoticed } from '../../db/notices.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { firstName } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import { deletionLetter } from '../letters/deletion-letter.ts'
import type { Post } from './post.ts'

/** T25: what goes soon, and the page where one's own data is fetched. */
export async function deletionPost(tx: Tx, deps: Deps, reader: Reader): Promise<Post> {
  const texts = await listNoticed(tx)
  if (texts.length === 0) return { dropped: 'nothing-to-say' }
  const link = `${deps.origin}${urls.whoSees()}`
  const { language, name, house } = reader
  return { letter: deletionLetter({ language, reader: firstName(name), house, texts, link }), link }
}
