import type { FollowUpMail } from '../../db/tables.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { followUpMinutes } from '../../domain/follow-up.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'
import { timeAndPlace } from './talk-time.ts'

export type FollowUpLetter = {
  readonly kind: FollowUpMail
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  /** Whether the reader asked, or is the one who holds it. */
  readonly isAsker: boolean
  readonly dueOn: LocalDate
  readonly startsAt: Date | null
  /** The time that does not stand any more, and whether nobody looks for another. */
  readonly wasAt: Date | null
  readonly isWithdrawn: boolean
  readonly link: string
}

/** The follow-up's letters: that it is asked for, its times, and what the calendar says on days 7, 12 and 15 (T16). */
export function followUpLetter({ kind, language, reader, other, house, ...rest }: FollowUpLetter): Letter {
  const { isAsker, isWithdrawn, dueOn, startsAt, wasAt, link } = rest
  const t = texts[language]
  const date = sayDayAndMonth(dueOn, language)
  const was = wasAt ? sayTalkTime(wasAt, followUpMinutes, language) : ''
  const { subject, lead, more } = t[kind](other, date, {
    isAsker,
    isWithdrawn,
    hasTime: startsAt !== null,
    was,
  })
  const time = startsAt && kind === 'follow-up-agreed'
  return letter({
    language,
    house,
    subject,
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: lead } },
      ...(time ? [timeAndPlace({ startsAt, minutes: followUpMinutes }, language)] : []),
      say(more),
      { link: t.link, to: link },
    ],
  })
}

type Said = { subject: string; lead: string; more: string }
type Standing = { isAsker: boolean; isWithdrawn: boolean; hasTime: boolean; was: string }
type Say = (other: string, date: string, standing: Standing) => Said
type Texts = Record<FollowUpMail, Say> & { greeting: (reader: string) => string; link: string }

// Whoever asked has nothing to find: times come from the one who holds it.
function soonDa(other: string, { isAsker, hasTime }: Standing): string {
  if (hasTime) return 'I har aftalt en tid.'
  return isAsker ? `${other} har også fået besked.` : 'Find en tid nu.'
}

function soonEn(other: string, { isAsker, hasTime }: Standing): string {
  if (hasTime) return 'You have agreed on a time.'
  return isAsker ? `${other} has been told too.` : 'Find a time now.'
}

const da: Texts = {
  greeting: reader => `Kære ${reader}`,
  link: 'Åbn siden',
  'follow-up-asked': (other, date) => ({
    subject: 'Ønske om en opfølgning',
    lead: `${other} har bedt om en opfølgning på jeres samtale.`,
    more: `Den skal holdes senest den ${date}. Foreslå op til tre tider.`,
  }),
  'follow-up-times': (other, date) => ({
    subject: 'Tider til jeres opfølgning',
    lead: `${other} har foreslået tider til jeres opfølgning.`,
    more: `Den skal holdes senest den ${date}. Vælg den tid, der passer dig.`,
  }),
  'follow-up-agreed': other => ({
    subject: 'Jeres opfølgning er aftalt',
    lead: `Du og ${other} har aftalt en tid til jeres opfølgning.`,
    more: 'I taler ud fra planen. Den ligger på siden. Tiden følger med som en kalenderfil.',
  }),
  'follow-up-off': (other, date, { isAsker, isWithdrawn, was }) => ({
    subject: 'Tiden til jeres opfølgning gælder ikke mere',
    lead: `Opfølgningen med ${other} ${was} er taget af.`,
    more: isWithdrawn
      ? 'Der er ikke brug for den længere. Kalenderfilen fjerner den.'
      : isAsker
        ? `${other} foreslår nye tider. Den skal stadig holdes senest den ${date}.`
        : `Foreslå nye tider på siden. Den skal stadig holdes senest den ${date}.`,
  }),
  'follow-up-nudge': (other, date) => ({
    subject: 'En opfølgning venter',
    lead: `${other} venter på en opfølgning.`,
    more: `Den skal holdes senest den ${date}. Foreslå nogle tider, så I når det.`,
  }),
  'follow-up-soon': (other, date, standing) => ({
    subject: 'Jeres opfølgning',
    lead: `Opfølgningen med ${other} skal holdes senest den ${date}.`,
    more: `${soonDa(other, standing)} Har I holdt den, så sig det på siden.`,
  }),
  'follow-up-late': (other, date, { isAsker }) => ({
    subject: 'Fristen er overskredet',
    lead: `Opfølgningen med ${other} skulle være holdt den ${date}.`,
    more: isAsker
      ? `${other} har også fået besked. Du kan tale med TR eller AMR. De står på siden.`
      : `${other} har også fået besked. Find en tid nu, eller hold samtalen i dag.`,
  }),
}

const en: Texts = {
  greeting: reader => `Dear ${reader}`,
  link: 'Open the page',
  'follow-up-asked': (other, date) => ({
    subject: 'A wish for a follow-up',
    lead: `${other} has asked for a follow-up on your talk.`,
    more: `It must be held by ${date}. Offer up to three times.`,
  }),
  'follow-up-times': (other, date) => ({
    subject: 'Times for your follow-up',
    lead: `${other} has offered times for your follow-up.`,
    more: `It must be held by ${date}. Pick the time that suits you.`,
  }),
  'follow-up-agreed': other => ({
    subject: 'Your follow-up is agreed',
    lead: `You and ${other} have agreed on a time for your follow-up.`,
    more: 'You talk from the plan. It is on the page. The time comes along as a calendar file.',
  }),
  'follow-up-off': (other, date, { isAsker, isWithdrawn, was }) => ({
    subject: 'The time for your follow-up no longer stands',
    lead: `The follow-up with ${other} ${was} is off.`,
    more: isWithdrawn
      ? 'It is no longer needed. The calendar file removes it.'
      : isAsker
        ? `${other} offers new times. It must still be held by ${date}.`
        : `Offer new times on the page. It must still be held by ${date}.`,
  }),
  'follow-up-nudge': (other, date) => ({
    subject: 'A follow-up is waiting',
    lead: `${other} is waiting for a follow-up.`,
    more: `It must be held by ${date}. Offer some times, so that you make it.`,
  }),
  'follow-up-soon': (other, date, standing) => ({
    subject: 'Your follow-up',
    lead: `The follow-up with ${other} must be held by ${date}.`,
    more: `${soonEn(other, standing)} If you have held it, say so on the page.`,
  }),
  'follow-up-late': (other, date, { isAsker }) => ({
    subject: 'The deadline has passed',
    lead: `The follow-up with ${other} should have been held by ${date}.`,
    more: isAsker
      ? `${other} has been told too. You can talk to a TR or AMR. They are on the page.`
      : `${other} has been told too. Find a time now, or hold the talk today.`,
  }),
}

const texts = words({ da, en })
