// The way in for those without mail: a printed slip once, a personal PIN from then on (experience.md §4b, walls §4).

import { addDays, instantOf, type LocalDate } from './day.ts'

/** A printed slip can be used for fourteen days, the last one to its end. */
export const lastDayOfSlip = (madeOn: LocalDate): LocalDate => addDays(madeOn, 14)

/** The instant a slip ends: midnight, which is on the clock every day. */
export const endOf = (lastDay: LocalDate, otherwise: Date): Date =>
  instantOf(addDays(lastDay, 1), '00:00') ?? otherwise

const limits = {
  triesPerSlip: 5,
  failuresPerHour: 5,
  failuresPerDay: 10,
  /** Above this many failures an hour in the whole installation, only browsers that know the person go on. */
  installationPerHour: 100,
  /** One house shares a network; more than this is no house of people who mistype. */
  networkPerHour: 60,
} as const

/** What has failed lately: for this name from this kind of browser, from this network, and in the whole installation. */
export type Failed = {
  thisHour: number
  today: number
  networkThisHour: number
  everywhereThisHour: number
}

export type SlipTried = { expiresAt: Date; tries: number; matches: boolean }

/** `wrong` counts as a failure; `wait` tries nothing and counts nothing. */
export type Refused = { refused: 'wrong' | 'old' | 'spent' | 'wait' }

/** Whether a typed code lets its person choose a PIN. An unknown name is as wrong as any wrong code. */
export function trySlip(
  slip: SlipTried | undefined,
  failed: Failed,
  known: boolean,
  now: Date,
): { enters: true } | Refused {
  if (mustWait(failed, known)) return { refused: 'wait' }
  if (!slip) return { refused: 'wrong' }
  if (slip.tries >= limits.triesPerSlip) return { refused: 'spent' }
  if (!slip.matches) return { refused: 'wrong' }
  return now < slip.expiresAt ? { enters: true } : { refused: 'old' }
}

/**
 * Whether nobody may try now: five wrong ones and it rests for an hour, ten and it rests for the day. `known`: the person
 * has signed in with this browser before, so what others do elsewhere shuts nobody out.
 */
export function mustWait(failed: Failed, known: boolean): boolean {
  if (failed.thisHour >= limits.failuresPerHour || failed.today >= limits.failuresPerDay) return true
  if (known) return false
  return (
    failed.networkThisHour >= limits.networkPerHour || failed.everywhereThisHour > limits.installationPerHour
  )
}

export type PinFault = 'not-figures' | 'too-easy' | 'differs'

/** What is wrong with a chosen PIN, if anything: six to eight figures, the same twice, and none that all would try first. */
export function pinFault(pin: string, again: string, login: string): PinFault | undefined {
  if (!/^\d{6,8}$/.test(pin)) return 'not-figures'
  if (isEasy(pin) || pin === login) return 'too-easy'
  return pin === again ? undefined : 'differs'
}

function isEasy(pin: string): boolean {
  const figures = [...pin].map(Number)
  const steps = new Set(figures.slice(1).map((figure, i) => figure - (figures[i] ?? 0)))
  const isRun = steps.size === 1
  const isRepeated = [2, 3, 4].some(length => pin === pin.slice(0, length).repeat(8).slice(0, pin.length))
  return isRun || isRepeated
}

/** A name as it is typed from the slip. */
export const loginOf = (typed: string): string => typed.trim().toLowerCase().slice(0, 70)

/**
 * What a PIN opens. Somebody who has never been here before has written nothing: what others wrote to them before the
 * slip stays shut. Anybody else's conversations from before this moment stay shut as a whole.
 */
export function boundsOf(slip: { madeAt: Date }, wasHere: boolean, now: Date) {
  return wasHere ? { textsFrom: now, talksFrom: now } : { textsFrom: slip.madeAt, talksFrom: null }
}

/** »ABCD-EFGH-JKMN«: groups are easier to read from paper. */
export const inGroups = (code: string) => code.replaceAll(/.{4}(?=.)/g, '$&-')
