import type { ClosedWeeks } from '../../domain/closed-days.ts'
import { weekOf } from '../../domain/day.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import type { Language } from '../../words/words.ts'

/** »uge 29–30«, »uge 29« */
export function sayWeeks({ from, to }: ClosedWeeks, language: Language): string {
  const t = texts[language]
  const [first, last] = [weekOf(from), weekOf(to)]
  return first === last ? t.week(first) : t.weekSpan(first, last)
}
