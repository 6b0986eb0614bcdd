import type { Form } from '../../../domain/concept.ts'
import { localDateOf } from '../../../domain/day.ts'
import { sayDayAt } from '../../../domain/day-words.ts'
import { invite, type StandingTime, type TimeRefusal } from '../../../domain/invitation.ts'
import { mostPainted } from '../../../domain/painting.ts'
import type { FormError } from '../../../ui/error-summary.tsx'
import { planning } from '../../../words/invitation.ts'
import { several } from '../../../words/planning-several.ts'
import type { Language } from '../../../words/words.ts'
import { errorsOf } from '../planning-errors.ts'
import { commonFaults } from '../planning-faults.ts'
import { type PainterFault, type SeveralForm, timeField } from './several-form.ts'

const mostInvited = 60

/** All that stands in the way of sending, each sentence with its field, in the order of the page. */
export function judgeSeveral(
  typed: SeveralForm,
  form: Form,
  standing: readonly StandingTime[],
  now: Date,
  language: Language,
): readonly FormError[] {
  // Whoever leaves a day off ticked means it: it came unticked, with why.
  const meant = typed.times.map(localDateOf)
  const decided = invite(form, { ...typed, standing, closed: [], meant }, now)
  const refusals = 'refusals' in decided ? decided.refusals : []
  const common = errorsOf(commonFaults(typed, refusals), language)
  return [...ofPeople(typed, language), ...common, ...ofTimes(typed, refusals, language)]
}

function ofPeople({ people }: SeveralForm, language: Language): FormError[] {
  const t = several[language]
  if (people.length === 0) return [{ field: 'people', text: t.noPeople }]
  return people.length > mostInvited ? [{ field: 'people', text: t.tooManyPeople(mostInvited) }] : []
}

function ofTimes(
  { times }: SeveralForm,
  refusals: readonly { refused: string }[],
  language: Language,
): FormError[] {
  const t = several[language]
  if (times.length === 0) return [{ field: 'from', text: t.noTimes }]
  if (times.length > mostPainted) return [{ field: 'from', text: t.tooManyTimes(mostPainted) }]
  return clashesIn(times, refusals, language).map(({ at, text }) => ({ field: timeField(at), text }))
}

/** »To samtaler tirsdag den 14. april kl. 13.00«: which of the times cannot be given as they stand, and why. */
export function clashesIn(
  times: readonly Date[],
  refusals: readonly { refused: string }[],
  language: Language,
): { at: Date; text: string }[] {
  return refusals.flatMap(refusal => {
    const at = 'at' in refusal && typeof refusal.at === 'number' ? times[refusal.at] : undefined
    const goes = 'goes' in refusal && refusal.goes instanceof Date ? refusal.goes : undefined
    return at ? [{ at, text: goes ? tooSoon(goes, at, language) : clash(refusal.refused, at, language) }] : []
  })
}

const tooSoon = (goes: Date, at: Date, language: Language) =>
  several[language].beforeLetter(sayDayAt(goes, language), sayDayAt(at, language))

function clash(refused: TimeRefusal['refused'] | string, at: Date, language: Language): string {
  const t = several[language]
  const when = sayDayAt(at, language)
  if (refused === 'far-time') return t.far(when)
  return refused === 'past-time' ? t.past(when) : t.two(when)
}

/** Why the painter paints nothing, in words. */
export function painterErrors(faults: readonly PainterFault[], language: Language): FormError[] {
  return faults.map(({ field, fault }) => ({ field, text: painterWords(fault, language) }))
}

function painterWords(fault: PainterFault['fault'], language: Language): string {
  const t = several[language]
  const shared = planning[language]
  const said: Record<PainterFault['fault'], string> = {
    'unreadable-day': shared.unreadableDay,
    'unreadable-time': shared.unreadableTime,
    'unreadable-pause': t.unreadablePause,
    'impossible-length': shared.impossible,
    'days-backwards': t.daysBackwards,
    'hours-backwards': t.hoursBackwards,
    'no-room': t.noRoom,
    'no-days': t.noDays,
    'too-long': t.tooLong,
    'too-many': t.tooManyTimes(mostPainted),
  }
  return said[fault]
}
