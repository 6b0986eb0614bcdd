import type { AddressChange } from '../domain/address-change.ts'
import { localDateOf } from '../domain/day.ts'
import { sayDate, sayMoment } from '../domain/day-words.ts'
import { address } from '../words/address.ts'
import type { Language } from '../words/words.ts'

/** One change of the sign-in address in a line: who, what, when, and what came of it. */
export function sayAddress(change: AddressChange, language: Language): string {
  const t = address[language]
  const { askedBy, becomes, outcome, worksFrom } = change
  const on = sayDate(localDateOf(change.settledAt ?? change.askedAt), language)
  if (outcome === null) return t.waiting(askedBy, becomes, sayMoment(worksFrom, language))
  if (outcome === 'due') return t.due(askedBy, becomes, sayMoment(change.settledAt ?? worksFrom, language))
  if (outcome === 'taken') return t.taken(becomes)
  return t[outcome === 'replaced' ? 'withdrawn' : outcome](becomes, on)
}
