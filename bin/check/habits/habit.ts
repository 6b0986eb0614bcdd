import type { VisitorObject } from 'oxc-parser'
import type { Checkout, Source } from '../checkout.ts'

/** Reports a fault at the offset of a node or comment. */
export type Tell = (at: { start: number }, message: string) => void

/** A habit kept by looking at the syntax of each file it applies to (architecture.md §3). */
export interface Habit {
  rule: string
  applies: (path: string) => boolean
  look: (source: Source, tell: Tell, checkout: Checkout) => VisitorObject
}

/** The file as a whole. */
export const top = { start: -1 }

export const inSrc = (path: string): boolean => path.startsWith('src/')
export const inTest = (path: string): boolean => path.startsWith('test/')
