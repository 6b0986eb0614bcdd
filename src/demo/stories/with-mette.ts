import type { Story } from '../story.ts'

// Børnehuset Mælkevejen: Mette leads the house and holds everybody’s MUS.

export const place = 'Kontoret'

export const withMette = (led: string, ...acts: readonly Story['acts'][]): Story => ({
  house: 'maelkevejen',
  host: '2001',
  led,
  acts: acts.flat(),
})
