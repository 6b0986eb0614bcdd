import { words } from '../../words/words.ts'
import type { Addressed } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'
import { placeAlone, timeAndPlace } from './talk-time.ts'

export type PlaceSetLetter = Addressed & {
  readonly minutes: number
  readonly place?: string | undefined
  /** None while the time is still to be found. */
  readonly startsAt?: Date | undefined
}

/** The host has written where they meet. Where a time is agreed, the calendar file comes along, its sequence one higher. */
export function placeSetLetter(set: PlaceSetLetter): Letter {
  const { language, reader, other, house, link, minutes, place, startsAt } = set
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject,
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other) } },
      startsAt ? timeAndPlace({ startsAt, minutes, place }, language) : placeAlone(place, language),
      ...(startsAt ? [say(t.file)] : []),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: 'Stedet til jeres samtale',
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Nu står det, hvor du og ${other} mødes.`,
    file: 'Kalenderfilen retter stedet i din kalender.',
    link: 'Åbn samtalen',
  },
  en: {
    subject: 'The place of your talk',
    greeting: reader => `Dear ${reader}`,
    lead: other => `Now it says where you and ${other} meet.`,
    file: 'The calendar file puts the place right in your calendar.',
    link: 'Open the talk',
  },
})
