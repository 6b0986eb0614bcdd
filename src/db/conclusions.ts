import { type Conversation, meIn } from '../domain/conversation.ts'
import { type Joint, yearLine } from '../domain/joint.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'
import { getShelf, getShelves, unsealed } from './shelves.ts'

// What both agree on: a row a question under the talk's key, and the line on the year ahead under the plan's, since it
// lives as long as the plan.

const cell = (talk: Conversation, question: string, version: number) => ({
  table: 'conclusion',
  column: 'sealed',
  row: `${talk.id}/${question}`,
  version,
})

/** What both have written so far, by question id; the line on the year ahead stands under {@link yearLine}. */
export async function getConclusions(tx: Tx, keys: Keys, talk: Conversation): Promise<Map<string, Joint>> {
  const rows = await list(
    tx,
    q
      .selectFrom('conclusion')
      .select(['question', 'shelf_id', 'version', 'sealed'])
      .where(eb => eb.and(ofTalk(talk))),
  )
  if (rows.length === 0) return new Map()
  const shelves = await getShelves(tx, keys, 'pages', talk.organisation, talk.id)
  return new Map(
    rows.flatMap(({ question, shelf_id, version, sealed }) => {
      const shelf = shelves.get(shelf_id)
      if (!shelf) return []
      const text = unsealed(shelf.key.read(cell(talk, question, version), sealed))
      return [[question, { text, version }]]
    }),
  )
}

/** The questions something is written to; no text is opened. */
export async function listConcluded(tx: Tx, talk: Conversation): Promise<string[]> {
  const written = q.selectFrom('conclusion').where(eb => eb.and(ofTalk(talk)))
  return (await list(tx, written.select('question'))).map(({ question }) => question)
}

/** Writes one joint text. The database refuses it once the text is frozen (errcode P0409). */
export async function writeConclusion(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  question: string,
  { text, version }: Joint,
  now: Date,
): Promise<void> {
  const shelf = await getShelf(tx, keys, random, {
    organisation: talk.organisation,
    conversation: talk.id,
    scope: question === yearLine ? 'plan' : 'talk',
  })
  const sealed = shelf.key.seal(cell(talk, question, version), text)
  const written = { version, sealed, saved_by: meIn(talk).id, saved_at: now }
  await run(
    tx,
    q
      .insertInto('conclusion')
      .values({
        ...ofTalk(talk),
        question,
        shelf_id: shelf.id,
        ...written,
      })
      .onConflict(oc => oc.columns(['organisation_id', 'conversation_id', 'question']).doUpdateSet(written)),
  )
}
