import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { type LocalDate, localDateOf, localTimeOf } from '../domain/day.ts'
import { dayParts, sayTimes } from '../domain/day-words.ts'
import { wentBy } from '../domain/rearranging.ts'
import type { DateRow } from '../ui/dates.tsx'
import { urls } from '../urls.ts'
import { conversation } from '../words/conversation.ts'
import { home } from '../words/home.ts'
import type { Language } from '../words/words.ts'

/** The agreed time among other dates: "LUS med Anders", when, where. None while no time is agreed. */
export function dateRow(talk: Conversation, now: Date, language: Language): DateRow[] {
  const [row] = whenRow(talk, now, language)
  if (!row) return []
  const t = home[language]
  const what = t.talkWith(talk.form.label.short, firstName(otherIn(talk).name))
  const detail = talk.place ? `${row.what}, ${talk.place}` : `${row.what}. ${t.later}`
  return [{ ...row, what, detail }]
}

/** The agreed time on a page that is about this conversation anyway: when and where. */
export function whenRow(talk: Conversation, now: Date, language: Language): (DateRow & { what: string })[] {
  const { startsAt, place, heldOn } = talk
  if (heldOn) return [{ date: heldOn, ...dayParts(heldOn, language), ...heldRow(talk, heldOn, language) }]
  if (!startsAt) return []
  const t = home[language]
  const date = localDateOf(startsAt)
  return [
    {
      date,
      ...dayParts(date, language),
      what: timesOf(talk, startsAt, language),
      detail: place ?? `${t.later}.`,
      link:
        talk.status === 'agreed' && !wentBy(talk, now)
          ? { href: urls.calendar({ id: talk.id }), label: t.calendar }
          : undefined,
    },
  ]
}

const timesOf = ({ minutes }: Conversation, startsAt: Date, language: Language): string =>
  sayTimes(localTimeOf(startsAt), localTimeOf(new Date(startsAt.getTime() + minutes * 60_000)), language)

/** That it was held, and as agreed: held on another day, nobody has said at what hour. */
function heldRow(
  talk: Conversation,
  heldOn: LocalDate,
  language: Language,
): { what: string; detail?: string } {
  const { startsAt, place } = talk
  const what = conversation[language].held
  if (!startsAt || localDateOf(startsAt) !== heldOn) return { what }
  return { what, detail: [timesOf(talk, startsAt, language), place].filter(Boolean).join(', ') }
}
