import type { LocalDate } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { type ClosingDays, isOverdue } from '../../domain/record/signing.ts'
import { closingWait } from '../../words/waiting.ts'
import type { Language } from '../../words/words.ts'

type Asked = { days: ClosingDays; today: LocalDate; language: Language }

/** By when my own answer to the text is wished for; once that day has gone, that it was. */
export function sayMine({ days, today, language }: Asked): string {
  const t = closingWait[language].waiting
  return (isOverdue(days, today) ? t.missed : t.by)(sayDayAndMonth(days.answerBy, language))
}

/** Until when the other has; once that day has gone there is somebody to ask. */
export function sayTheirs(other: string, { days, today, language }: Asked): string {
  const t = closingWait[language].waiting
  return (isOverdue(days, today) ? t.late : t.text)(other, sayDayAndMonth(days.answerBy, language))
}
