import type { Page } from 'playwright-core'
import { unescaped } from '../setup/door.ts'
import type { World } from '../world/people.ts'

// Lone writes to the questions on relations, and the bar at the bottom says how it stands.

export const keywords = (page: Page, question = 'q7') => page.locator(`[id="${question}.keywords"]`)

/** Waits until the state is of this kind and says this. */
export const says = (page: Page, kind: 'saved' | 'unsaved', text: string): Promise<void> =>
  page.locator(`.save-state[data-state=${kind}]`, { hasText: text }).waitFor()

/** What the server has of her keywords, read by another browser of hers. */
export async function keptAt(world: World, path: string, question = 'q7'): Promise<string> {
  const { html } = await (await world.as('lone')).get(path)
  return unescaped(new RegExp(`name="${question}\\.keywords"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '')
}
