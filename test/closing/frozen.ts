import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import { afternoon, held, type Written } from './held.ts'

// From the frozen text on: what Lone and Anders do with it.

/** The text frozen by Anders; both are still fresh from signing in. */
export async function frozen(world: World, change: Partial<Written> = {}): Promise<Thread> {
  const thread = await held(world, change)
  await thread.host.post(urls.freezing({ id: thread.id }), { gaps: 'seen' })
  return thread
}

/** The answer itself, to the first version unless another is named. */
export const answer = (
  visitor: Visitor,
  id: string,
  choice: string,
  more: Readonly<Record<string, string>> = {},
) => visitor.post(urls.signatures({ id }), { choice, version: '1', ...more })

/** One of the three choices, before the answer. */
export const choose = (visitor: Visitor, id: string, choice: string) =>
  visitor.post(urls.freshCode({ id }), { choice, version: '1' })

/** So many minutes after both were fresh. */
export const minutes = (count: number) => new Date(afternoon.getTime() + count * 60_000)
