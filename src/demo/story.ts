import { instantOf } from '../domain/day.ts'
import type { Act } from './acts.ts'
import type { HouseName } from './houses.ts'

/** A talk between two people of a house, by their numbers, and what they did when: »2026-03-16 09:10«. */
export type Story = {
  house: HouseName
  host: string
  led: string
  acts: readonly (readonly [when: string, act: Act])[]
}

/** The instant meant by »2026-03-16 09:10«, in Danish time. */
export function instantAt(when: string): Date {
  const [day = '', time = ''] = when.split(' ')
  const instant = instantOf(day, time)
  if (!instant) throw new Error(`${when} is no time`)
  return instant
}
