// Who gets which mail (experience.md §2d): four a talk for whoever it is about, one a week for whoever holds it. What does
// not stand here always goes: changes of an appointment, the follow-up clock, changes of access, and what is deleted soon.

import type { Role } from './concept.ts'

/**
 * usual: unless the house has turned it off · offered: once the house has turned it on · digest: told in the host's week,
 * and on its own where the house has turned that off or this on.
 */
type Given = 'usual' | 'offered' | 'digest'

type Rule = Readonly<Record<Role, Given>> & {
  /** For whoever did it and has just seen it on the page. */
  readonly own?: Given
  /** It waits for the next morning, since most often there is no need for it by then. */
  readonly nextMorning?: true
}

const rules: Readonly<Record<string, Rule>> = {
  'time-agreed': { participant: 'usual', host: 'usual', own: 'offered' },
  'three-days': { participant: 'usual', host: 'digest' },
  'day-before': { participant: 'usual', host: 'digest' },
  'to-sign': { participant: 'usual', host: 'digest', nextMorning: true },
  'plan-ready': { participant: 'usual', host: 'digest' },
  shared: { participant: 'offered', host: 'offered' },
  'time-missing': { participant: 'offered', host: 'offered' },
  'themes-soon': { participant: 'offered', host: 'offered' },
  'sign-reminder': { participant: 'offered', host: 'offered' },
  'themes-sent': { participant: 'offered', host: 'offered' },
  'weekly-digest': { participant: 'offered', host: 'usual' },
}

/** What a house has chosen: whether it wants a kind of mail; what it has not chosen is missing. */
export type MailChoices = ReadonlyMap<string, boolean>

/** Whether somebody gets a mail of this kind; `own` when it tells them of what they did themselves. */
export function isGiven(kind: string, reader: { role: Role; own: boolean }, choices: MailChoices): boolean {
  const rule = rules[kind]
  if (!rule) return true
  const given = (reader.own ? rule.own : undefined) ?? rule[reader.role]
  return (
    choices.get(kind) ?? (given === 'digest' ? choices.get('weekly-digest') === false : given === 'usual')
  )
}

/** One conversation in the week of whoever holds it: with whom, and why it stands there. */
export type WeekLine = {
  readonly other: string
  readonly about: 'coming' | 'times-wanted' | 'to-close' | 'to-sign' | 'closed'
  readonly startsAt: Date | null
  readonly minutes: number
}

/** What one must know before its clock has run out goes by night and on leave too: another address to sign in with. */
export const goesAtOnce = (kind: string): boolean => kind.startsWith('address-')

/** Whether a mail of this kind is first wanted on the morning after. */
export const waitsForMorning = (kind: string): boolean => rules[kind]?.nextMorning === true
