import { words } from '../../words/words.ts'
import type { Addressed } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'

export type GentleLetter = Addressed & {
  /** No time is picked: said to the one who picks, or to the host. Or the themes could be sent by now. */
  readonly about: 'time-missing' | 'time-missing-host' | 'themes-soon'
}

/** A reminder that a house has turned on: one thing, one link, no hurry. */
export function gentleLetter({ language, reader, other, house, link, about }: GentleLetter): Letter {
  const t = texts[language][about]
  return letter({
    language,
    house,
    subject: t.subject(other),
    greeting: texts[language].greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(t.next), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    'time-missing': {
      subject: (other: string) => `Vælg en tid med ${other}`,
      lead: (other: string) => `Du og ${other} mangler en tid til jeres samtale.`,
      next: 'Vælg en af tiderne på siden. Passer ingen af dem, så bed om andre.',
      link: 'Vælg en tid',
    },
    'time-missing-host': {
      subject: (other: string) => `${other} har ikke valgt en tid`,
      lead: (other: string) => `${other} har ikke valgt en tid endnu.`,
      next: 'Spørg, når I ses, eller giv flere tider på siden.',
      link: 'Se tiderne',
    },
    'themes-soon': {
      subject: (other: string) => `Send dine temaer til ${other}`,
      lead: (other: string) => `Din samtale med ${other} er om lidt over en uge.`,
      next: 'Hvad vil du helst tale om? Send det nu, så I begge kan tænke over det.',
      link: 'Vælg temaer',
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    'time-missing': {
      subject: other => `Pick a time with ${other}`,
      lead: other => `You and ${other} have no time for your talk yet.`,
      next: 'Pick one of the times on the page. If none suits you, ask for others.',
      link: 'Pick a time',
    },
    'time-missing-host': {
      subject: other => `${other} has not picked a time`,
      lead: other => `${other} has not picked a time yet.`,
      next: 'Ask when you meet, or give more times on the page.',
      link: 'See the times',
    },
    'themes-soon': {
      subject: other => `Send your themes to ${other}`,
      lead: other => `Your talk with ${other} is in a little over a week.`,
      next: 'What would you most like to talk about? Send it now, so that you can both think it over.',
      link: 'Pick themes',
    },
  },
})
