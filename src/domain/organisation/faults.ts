import type { ColumnName } from './columns.ts'

/** What stops an import. Each has a sentence that says what to do (src/words/setup-faults.ts). */
export type FaultRule =
  // the file
  | 'empty'
  | 'no-people'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'open-quote'
  | 'text-after-quote'
  | 'personal-number'
  // the head
  | 'column-missing'
  | 'column-twice'
  | 'head-again'
  // a row
  | 'more-cells-than-heads'
  | 'row-twice'
  // a cell
  | 'cell-empty'
  | 'control-character'
  | 'formula'
  | 'too-long'
  | 'not-an-address'
  | 'date-unreadable'
  | 'date-year-unclear'
  | 'date-not-in-calendar'
  | 'ends-before-start'
  | 'language-unknown'
  | 'duty-unknown'
  // people
  | 'number-of-two'
  | 'two-addresses'
  | 'two-languages'
  | 'address-taken'
  // units
  | 'parent-unknown'
  | 'parent-itself'
  | 'two-parents'
  | 'unit-ring'
  // hosts
  | 'leader-unknown'
  | 'leader-of-two'
  | 'leader-itself'
  | 'leader-at-other-time'
  | 'host-ring'

/** A fault and where it stands. */
export type Fault = {
  readonly rule: FaultRule
  /** As a spreadsheet numbers them: the head is row 1. */
  readonly row: number
  readonly column?: ColumnName | undefined
  /** The column's head as the file writes it. */
  readonly head?: string | undefined
  /** Whose row it is, and what stands in the cell, shortened: by these it is found in the file (whose.ts). */
  readonly who?: string
  readonly value?: string
  /** Names the sentence needs: who stands in a ring, whose address it is. */
  readonly names?: readonly string[]
  /** The earlier row it collides with. */
  readonly otherRow?: number
  /** How many characters there may be. */
  readonly limit?: number
}

const ofWhole: readonly FaultRule[] = ['personal-number', 'empty', 'too-many-rows', 'too-many-columns']

/** Of a file that may not be here at all, nothing is told: not what it calls its columns, nor what stands under them. */
export const isOfWhole = ({ rule }: Fault): boolean => ofWhole.includes(rule)

/** What the columns are is not known yet: somebody is asked, and the rows have not been looked at. */
export const isOfHeads = ({ rule }: Fault): boolean => rule === 'column-missing' || rule === 'column-twice'

/** What does not stop an import and is good to know before it is made. */
export type Warning =
  | { readonly rule: 'mailbox-shared'; readonly address: string; readonly names: readonly string[] }
  | { readonly rule: 'no-address'; readonly names: readonly string[] }
  | { readonly rule: 'no-host'; readonly names: readonly string[] }
  | {
      readonly rule: 'host-found'
      readonly pairs: readonly { readonly name: string; readonly host: string }[]
    }
  | { readonly rule: 'column-unused'; readonly heads: readonly string[] }
