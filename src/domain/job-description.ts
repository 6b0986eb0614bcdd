// The job description of a post (S0-07, S0-19): a dated text, or a link to where it lies. Each version stays as it was
// written; which one counts follows from its date.

import type { Concept, Form } from './concept.ts'
import { addMonths, type LocalDate } from './day.ts'
import { parseDate } from './day-words.ts'
import { httpsLink } from './link.ts'
import type { LivePlan } from './plan-life.ts'
import type { Periods } from './retention.ts'
import { cleanText, tooLong } from './text.ts'

/** Whether a kind of talk has the job description among what one may want at hand. */
export const hasJob = ({ documents }: Form): boolean => documents.some(slot => slot.of === 'post')

/** Whether any kind of talk of the concept has; an organisation without a concept has none. */
export const usesJobs = (concept: Pick<Concept, 'kinds'> | undefined): boolean =>
  Object.values(concept?.kinds ?? {}).some(hasJob)

export type JobVersion = {
  readonly version: number
  readonly validFrom: LocalDate
  readonly words: string
  readonly link: string | null
  readonly writer: string
  readonly writtenAt: Date
}

const newestFirst = (one: JobVersion, other: JobVersion) =>
  other.validFrom.localeCompare(one.validFrom) || other.version - one.version

/** A version goes as a plan does, so long after another came to count instead. */
export const jobDeletedOn = (followedOn: LocalDate, { planMonths }: Pick<Periods, 'planMonths'>): LocalDate =>
  addMonths(followedOn, planMonths)

/** The versions parted by a day: the one that counts on it, those to come, and those from before, the newest first. */
export function versionsOn(versions: readonly JobVersion[], today: LocalDate) {
  const sorted = versions.toSorted(newestFirst)
  const [current, ...earlier] = sorted.filter(({ validFrom }) => validFrom <= today)
  return { current, earlier, coming: sorted.filter(({ validFrom }) => validFrom > today) }
}

export const wordsLimit = 6000
const monthsAhead = 24

/** As it was typed. */
export type TypedJob = { words: string; link: string; from: string }
export type JobFault = { field: keyof TypedJob; fault: 'nothing' | 'tooLong' | 'noLink' | 'noDay' | 'far' }

/** The version meant, or all that is to be mended. */
export function judgeJob(
  typed: TypedJob,
  today: LocalDate,
): Pick<JobVersion, 'words' | 'link' | 'validFrom'> | { faults: readonly JobFault[] } {
  const words = cleanText(typed.words)
  const link = typed.link.trim() === '' ? null : httpsLink(typed.link)
  const validFrom = parseDate(typed.from)
  const faults: JobFault[] = []
  if (words === '' && link === null) faults.push({ field: 'words', fault: 'nothing' })
  if (tooLong(words, wordsLimit)) faults.push({ field: 'words', fault: 'tooLong' })
  if (link === undefined) faults.push({ field: 'link', fault: 'noLink' })
  if (typeof validFrom !== 'string') faults.push({ field: 'from', fault: 'noDay' })
  else if (validFrom > addMonths(today, monthsAhead)) faults.push({ field: 'from', fault: 'far' })
  if (faults.length > 0 || link === undefined || typeof validFrom !== 'string') return { faults }
  return { words, link, validFrom }
}

// S0-19: what two people propose in their plan is answered by whoever holds the talk.

/** What was answered to a proposal, and from when the version counts that was written on it. */
export type JobDecision = { readonly on: LocalDate } & (
  | { readonly outcome: 'approved'; readonly validFrom: LocalDate }
  | { readonly outcome: 'not-now' }
)

/** Whether they propose a change in this plan, in words or without. */
export const proposesChange = ({ plan }: LivePlan): boolean => plan.jobDescription === 'change'

/** Whether the proposal may be approved: by its host, also after »ikke nu«, but not twice. */
export const mayApprove = ({ talk }: LivePlan, decision: JobDecision | undefined): boolean =>
  talk.role === 'host' && decision?.outcome !== 'approved'

/** Plans that wait for my answer. A talk that a newer one has ended is not asked about any more. */
export const proposalsIn = (plans: readonly LivePlan[], decided: readonly string[]): LivePlan[] =>
  plans.filter(
    each =>
      proposesChange(each) &&
      each.talk.role === 'host' &&
      each.talk.status !== 'ended' &&
      !decided.includes(each.talk.id),
  )
