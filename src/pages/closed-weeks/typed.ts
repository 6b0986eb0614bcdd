import type { House } from '../../db/closed-weeks.ts'
import { addMonths, type LocalDate } from '../../domain/day.ts'
import { parseDate } from '../../domain/day-words.ts'
import type { Form } from '../form.ts'

/** The form as it was typed. */
export type TypedClosing = { unit: string; from: string; to: string }
/** What is to be mended, by field. */
export type ClosingFault = {
  field: 'unit' | 'from' | 'to'
  fault: 'noHouse' | 'unreadable' | 'order' | 'past' | 'far'
}

/** No house knows its closing weeks longer ahead, and a year typed wrong would stop every deadline in it. */
const monthsAhead = 12

export const typedClosing = (form: Form): TypedClosing => ({
  unit: form.text('unit'),
  from: form.text('from'),
  to: form.text('to'),
})

/** The days meant, or everything that is to be mended. */
export function readClosing(
  { unit, from, to }: TypedClosing,
  mine: readonly House[],
  today: LocalDate,
): { unit: string; from: LocalDate; to: LocalDate } | { faults: readonly ClosingFault[] } {
  const [first, last] = [parseDate(from), parseDate(to)]
  const faults: ClosingFault[] = mine.some(({ id }) => id === unit)
    ? []
    : [{ field: 'unit', fault: 'noHouse' }]
  if (typeof first !== 'string') faults.push({ field: 'from', fault: 'unreadable' })
  if (typeof last !== 'string') faults.push({ field: 'to', fault: 'unreadable' })
  if (typeof first !== 'string' || typeof last !== 'string') return { faults }
  if (last < first) faults.push({ field: 'to', fault: 'order' })
  else if (last < today) faults.push({ field: 'to', fault: 'past' })
  else if (last > addMonths(today, monthsAhead)) faults.push({ field: 'to', fault: 'far' })
  return faults.length > 0 ? { faults } : { unit, from: first, to: last }
}
