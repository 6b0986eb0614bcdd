// A changed sign-in address (walls §4): letters at once, and the way in only after a yes from the old one or 72 hours.

/** Hours of the clock, not days: summer time neither shortens nor lengthens them. The database says the same (0017). */
const wait = 72 * 60 * 60_000

/** When an address that is asked for at this moment signs in, if nobody answers. */
export const worksFrom = (askedAt: Date): Date => new Date(askedAt.getTime() + wait)

/**
 * agreed, refused: by the old address · due: nobody answered · withdrawn, replaced: by a later file · taken: somebody of
 * another organisation signs in with it by now.
 */
export type AddressOutcome = 'agreed' | 'refused' | 'due' | 'withdrawn' | 'replaced' | 'taken'

export type AddressChange = {
  /** None where there was no address before. */
  was: string | null
  becomes: string
  /** Whoever read the file in, by name. */
  askedBy: string
  askedAt: Date
  worksFrom: Date
  settledAt: Date | null
  outcome: AddressOutcome | null
}

/** The one there is something to answer to: it waits, or its person has said no and may still say yes. */
export function openAddress([last]: readonly AddressChange[]): AddressChange | undefined {
  return last && (last.outcome === null || last.outcome === 'refused') ? last : undefined
}
