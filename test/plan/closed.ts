import { answer, frozen } from '../closing/frozen.ts'
import type { Written } from '../closing/held.ts'
import type { Thread } from '../walls/thread.ts'
import type { World } from '../world/people.ts'

// Lone's LUS with Anders, closed by both on the afternoon of 14 April 2026, and the days that come after it.

export async function closed(world: World, change: Partial<Written> = {}): Promise<Thread> {
  const thread = await frozen(world, change)
  await answer(thread.participant, thread.id, 'signed')
  await answer(thread.host, thread.id, 'signed')
  return thread
}

/** The two signed in anew: the clock has moved. `at` is an instant as ISO 8601. */
export async function later(world: World, { id }: Pick<Thread, 'id'>, at: string): Promise<Thread> {
  await world.moveTo(new Date(at))
  return { id, host: await world.as('anders'), participant: await world.as('lone') }
}

/** What a box on the page sends when it is pressed: the form whose button says this. */
export function boxIn(html: string, label: string): { path: string; fields: Record<string, string> } {
  const form = [
    ...html.matchAll(/<form method="post" action="([^"]+)">((?:(?!<\/form>)[\s\S])*)<\/form>/g),
  ].find(([, , inside = '']) => inside.includes(label))
  const fields = [...(form?.[2] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)]
  return {
    path: form?.[1] ?? 'no such box',
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])),
  }
}
