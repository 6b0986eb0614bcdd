import type { Closed } from '../../domain/closed-days.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDay, sayDayAt } from '../../domain/day-words.ts'
import { greetingLimit, placeLimit } from '../../domain/invitation.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import { closedDays } from '../../words/closed-days.ts'
import { planning } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import type { PlanningFault } from './planning-faults.ts'
import { dayField, meantField, timeField } from './times.ts'

/** Each fault as a sentence that says what to do, tied to its field. */
export function errorsOf(faults: readonly PlanningFault[], language: Language): FormError[] {
  return faults.map(fault => errorOf(fault, language))
}

function errorOf(fault: PlanningFault, language: Language): FormError {
  const t = planning[language]
  switch (fault.refused) {
    case 'already-invited':
      return { text: t.already(fault.name) }
    case 'no-times':
      return { field: dayField(0), text: t.noTimes }
    case 'no-day':
      return { field: dayField(fault.at), text: t.noDay }
    case 'no-time':
      return { field: timeField(fault.at), text: t.noTime }
    case 'unreadable-day':
      return { field: dayField(fault.at), text: t.unreadableDay }
    case 'no-such-day':
      return { field: dayField(fault.at), text: t.noSuchDay }
    case 'unreadable-time':
      return { field: timeField(fault.at), text: t.unreadableTime }
    case 'gap':
      return { field: timeField(fault.at), text: t.gap }
    case 'past-time':
      return { field: dayField(fault.at), text: t.past }
    case 'far-time':
      return { field: dayField(fault.at), text: t.far }
    case 'before-letter':
      return { field: dayField(fault.at), text: t.beforeLetter(sayDayAt(fault.goes, language)) }
    case 'closed-day':
      return { field: meantField(fault.at), text: sayClosed(fault, language) }
    case 'overlapping-times':
      return { field: dayField(fault.at), text: t.overlapping }
    case 'taken-time':
      return { field: dayField(fault.at), text: t.taken }
    case 'offered-time':
      return { field: dayField(fault.at), text: t.offered }
    case 'impossible-length':
      return { field: 'otherLength', text: t.impossible }
    case 'unusual-length':
      return { field: 'lengthMeant', text: t.unusual(fault.minutes) }
    case 'place-missing':
      return { field: 'place', text: t.placeMissing }
    case 'place-too-long':
      return { field: 'place', text: t.tooLong(placeLimit) }
    case 'greeting-too-long':
      return { field: 'greeting', text: t.tooLong(greetingLimit) }
  }
}

/** »Kløvervangen har lukket tirsdag den 14. juli«, and how to say that it is meant. */
export function sayClosed({ day, why }: { day: LocalDate; why: Closed }, language: Language): string {
  const t = closedDays[language]
  return why === 'holiday' ? t.holiday(sayDay(day, language)) : t.house(why.house, sayDay(day, language))
}

/** The sentence under one field. */
export const errorFor = (field: string, errors: readonly FormError[]) =>
  errors.find(error => error.field === field)?.text
