import { localDateOf } from '../../domain/day.ts'
import { sayDay, sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'
import { type TalkTime, timeAndPlace } from './talk-time.ts'

export type ThreeDaysLetter = TalkTime & {
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  /** The talk's page: the way to themes, to one's preparation and to what the other has sent. */
  readonly link: string
  /** Whether the form has themes to send beforehand. */
  readonly themes: boolean
  readonly standing: Standing
}

/** How far the two are. Never what any of it says. */
type Standing = {
  readonly begun: boolean
  readonly shared: boolean
  readonly otherShared: boolean
  readonly themesSent: boolean
  readonly otherThemesSent: boolean
}

/** Themes, preparation and what the other has sent, in one. It tells that there is something, never what. */
export function threeDaysLetter(about: ThreeDaysLetter): Letter {
  const { language, reader, other, house, link, themes, standing, ...time } = about
  const t = texts[language]
  const { shared, begun, themesSent } = standing
  return letter({
    language,
    house,
    subject: t.subject(sayTalkTime(time.startsAt, time.minutes, language)),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other, sayDay(localDateOf(time.startsAt), language)) } },
      timeAndPlace(time, language),
      ...(themes ? [say(themesSent ? t.themesSent : t.themes)] : []),
      say(shared ? t.shared : begun ? t.begun : t.notBegun),
      say(fromOther(t, other, standing)),
      { link: t.link, to: link },
    ],
  })
}

function fromOther(
  t: (typeof texts)['da'],
  other: string,
  { otherShared, otherThemesSent }: Standing,
): string {
  if (otherShared && otherThemesSent) return t.otherBoth(other)
  if (otherThemesSent) return t.otherThemes(other)
  return otherShared ? t.otherShared(other) : t.otherNothing(other)
}

const texts = words({
  da: {
    subject: (time: string) => `Snart er der samtale: ${time}`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string, day: string) => `Du og ${other} mødes ${day}.`,
    themes: 'Er der noget, du helst vil tale om? Send dine temaer, så den anden kan nå at læse dem.',
    themesSent: 'Du har sendt temaer eller et håb.',
    notBegun: 'Du kan også forberede dig. 20\u00A0minutter er nok, og du behøver ikke skrive noget.',
    begun: 'Det, du har skrevet, er gemt. Du vælger selv, om du vil dele noget af det.',
    shared: 'Du har delt noget af din forberedelse. Du kan tage det tilbage, indtil I starter.',
    otherBoth: (other: string) =>
      `${other} har sendt temaer eller et håb og delt noget med dig. Læs det på siden.`,
    otherThemes: (other: string) => `${other} har sendt temaer eller et håb. Læs det på siden.`,
    otherShared: (other: string) => `${other} har delt noget med dig. Læs det på siden.`,
    otherNothing: (other: string) => `${other} har ikke sendt noget endnu.`,
    link: 'Gør dig klar',
  },
  en: {
    subject: time => `Your talk is coming up: ${time}`,
    greeting: reader => `Dear ${reader}`,
    lead: (other, day) => `You and ${other} meet on ${day}.`,
    themes: 'Is there something you would most like to talk about? Send your themes in time to be read.',
    themesSent: 'You have sent themes or a hope.',
    notBegun: 'You can prepare as well. 20\u00A0minutes will do, and you need not write anything.',
    begun: 'What you have written is saved. You choose whether to share any of it.',
    shared: 'You have shared some of your preparation. You can take it back until you start.',
    otherBoth: other =>
      `${other} has sent themes or a hope and shared something with you. Read it on the page.`,
    otherThemes: other => `${other} has sent themes or a hope. Read it on the page.`,
    otherShared: other => `${other} has shared something with you. Read it on the page.`,
    otherNothing: other => `${other} has not sent anything yet.`,
    link: 'Get ready',
  },
})
