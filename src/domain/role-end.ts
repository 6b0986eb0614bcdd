import { addDays, type LocalDate } from './day.ts'
import { parseDate } from './day-words.ts'
import type { DutyName } from './organisation.ts'

/** A duty of somebody's as an administrator sees it. */
export type HeldRole = {
  readonly id: string
  readonly person: string
  /** Null: the whole organisation's. */
  readonly unit: string | null
  readonly duty: DutyName
  readonly startsOn: LocalDate
  /** The first day without it. */
  readonly endsOn: LocalDate | null
  readonly mine: boolean
}

export type RoleFault = 'unreadable' | 'past' | 'before-start' | 'last-administrator'

/** The last day somebody has a duty, as it is typed; left empty it goes on. Yesterday ends it at once. */
export function endRole(
  typed: string,
  { startsOn }: Pick<HeldRole, 'startsOn'>,
  today: LocalDate,
): { endsOn: LocalDate | null } | { refused: RoleFault } {
  if (typed.trim() === '') return { endsOn: null }
  const last = parseDate(typed)
  if (typeof last !== 'string') return { refused: 'unreadable' }
  const endsOn = addDays(last, 1)
  if (endsOn < today) return { refused: 'past' }
  return endsOn < startsOn ? { refused: 'before-start' } : { endsOn }
}

/** The last day with it. */
export const lastDayOf = ({ endsOn }: Pick<HeldRole, 'endsOn'>): LocalDate | undefined =>
  endsOn === null ? undefined : addDays(endsOn, -1)
