import * as z from 'zod'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { Tick } from '../domain/tick.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'
import { getShelf, getShelves, unsealed } from './shelves.ts'

// What each lets into the record. Only its writer can change a tick; both parties' are needed when the record is made,
// so they lie under the talk's key. No page shows one party the other's.

const stored = z.object({ keywords: z.boolean(), pay: z.boolean() }) satisfies z.ZodType<Tick>

/** One party's tick to one question; `version` is 0 where there is none. */
export type GivenTick = Tick & { person: string; question: string; version: number }

const cell = (talk: Conversation, person: string, question: string, version: number) => ({
  table: 'tick',
  column: 'sealed',
  row: `${talk.id}/${person}/${question}`,
  version,
})

/** Every tick of both parties. */
export async function listTicks(tx: Tx, keys: Keys, talk: Conversation): Promise<GivenTick[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('tick')
      .select(['person_id', 'question', 'shelf_id', 'version', 'sealed'])
      .where(eb => eb.and(ofTalk(talk))),
  )
  if (rows.length === 0) return []
  const shelves = await getShelves(tx, keys, 'pages', talk.organisation, talk.id)
  return rows.flatMap(({ person_id: person, question, shelf_id, version, sealed }) => {
    const shelf = shelves.get(shelf_id)
    if (!shelf) return []
    const text = unsealed(shelf.key.read(cell(talk, person, question, version), sealed))
    return [{ person, question, version, ...stored.parse(JSON.parse(text)) }]
  })
}

/** My own ticks, by question. */
export async function getMyTicks(tx: Tx, keys: Keys, talk: Conversation): Promise<Map<string, GivenTick>> {
  const all = await listTicks(tx, keys, talk)
  return new Map(all.filter(({ person }) => person === meIn(talk).id).map(tick => [tick.question, tick]))
}

/** Changes my tick to one question. The database refuses it once the text is frozen (errcode P0409). */
export async function writeTick(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  question: string,
  { keywords, pay }: Tick,
  earlier: GivenTick | undefined,
): Promise<void> {
  const shelf = await getShelf(tx, keys, random, {
    organisation: talk.organisation,
    conversation: talk.id,
    scope: 'talk',
  })
  const person = meIn(talk).id
  const version = (earlier?.version ?? 0) + 1
  const sealed = shelf.key.seal(cell(talk, person, question, version), JSON.stringify({ keywords, pay }))
  await run(
    tx,
    q
      .insertInto('tick')
      .values({
        ...ofTalk(talk),
        person_id: person,
        question,
        shelf_id: shelf.id,
        version,
        sealed,
      })
      .onConflict(oc =>
        oc
          .columns(['organisation_id', 'conversation_id', 'person_id', 'question'])
          .doUpdateSet({ version, sealed }),
      ),
  )
}
