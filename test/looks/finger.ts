import type { Locator } from 'playwright-core'

/** A finger on the screen, counted. What the phone's own keyboard does, Return with it, is no tap. */
export function finger() {
  let taps = 0
  return {
    tap: async (where: Locator) => {
      taps++
      await where.tap()
    },
    taps: () => taps,
  }
}
