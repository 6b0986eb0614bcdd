import type { Act } from './acts.ts'
import type { HouseName } from './houses.ts'

/** A talk between two people of a house, by their numbers, and what they did when: »2026-03-16 09:10«. */
export type Story = {
  house: HouseName
  host: string
  led: string
  acts: readonly (readonly [when: string, act: Act])[]
}
