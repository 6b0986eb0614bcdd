import { greetingLimit, type InvitationRefusal, placeLimit } from '../../domain/invitation.ts'
import { tooLong } from '../../domain/text.ts'
import type { CommonForm, PlanningForm } from './planning-form.ts'
import type { TimeFault } from './times.ts'

/** What is to be mended on the planning page; `at` counts the lines of times, from 0. */
export type PlanningFault =
  | InvitationRefusal
  | { refused: TimeFault['fault']; at: number }
  | { refused: 'already-invited'; name: string }
  | { refused: 'place-missing' | 'place-too-long' | 'greeting-too-long' }

/** Everything at once, in the order of the page: the rule's refusals and what could not be read. */
export function faultsOf(typed: PlanningForm, refusals: readonly InvitationRefusal[]): PlanningFault[] {
  return [
    ...lengthFaults(refusals),
    ...timeFaultsOf(typed, refusals),
    ...placeFaults(typed),
    ...greetingFaults(typed),
  ]
}

/** The same without the times, for the page that paints them. */
export const commonFaults = (typed: CommonForm, refusals: readonly InvitationRefusal[]): PlanningFault[] => [
  ...lengthFaults(refusals),
  ...placeFaults(typed),
  ...greetingFaults(typed),
]

const lengthFaults = (refusals: readonly InvitationRefusal[]) =>
  refusals.filter(each => each.refused.endsWith('-length'))

type LineFault = Extract<PlanningFault, { at: number }> | { refused: 'no-times'; at: number }
type ReadTimes = { times: readonly { at: number }[]; timeFaults: readonly TimeFault[] }

/** Faults of the times by line. A line that could not be read is a time the host meant to give. */
export function timeFaultsOf(
  { times, timeFaults }: ReadTimes,
  refusals: readonly InvitationRefusal[],
): LineFault[] {
  const unread = timeFaults.map(({ at, fault }) => ({ refused: fault, at }))
  // The rule counts the times that were read; the page counts the lines they stand on.
  const refused = refusals.flatMap((each): LineFault[] => {
    if ('at' in each) return [{ ...each, at: times[each.at]?.at ?? 0 }]
    return each.refused === 'no-times' && unread.length === 0 ? [{ ...each, at: 0 }] : []
  })
  return [...unread, ...refused].toSorted((one, other) => one.at - other.at)
}

function placeFaults({ placeMissing, place }: CommonForm): PlanningFault[] {
  if (placeMissing) return [{ refused: 'place-missing' }]
  return place && tooLong(place, placeLimit) ? [{ refused: 'place-too-long' }] : []
}

const greetingFaults = ({ greeting }: CommonForm): PlanningFault[] =>
  tooLong(greeting, greetingLimit) ? [{ refused: 'greeting-too-long' }] : []
