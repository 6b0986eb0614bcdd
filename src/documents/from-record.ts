// From the frozen record to the two papers. What the concept asks stands in its own words, verbatim, in either
// language; what is ours follows the organisation's.

import type { Quote, Role } from '../domain/concept.ts'
import { addMonths, localDateOf, localTimeOf } from '../domain/day.ts'
import { sayDate, sayDayAndMonth, sayMoment, sayTime, sayTimes } from '../domain/day-words.ts'
import type { Point } from '../domain/point.ts'
import type { Choice } from '../domain/record/signing.ts'
import { calledIn, type FrozenBand, type Occasion, type PlanPart, type TalkPart } from '../domain/record.ts'
import type { DeletionDates } from '../domain/retention.ts'
import { papers, sayCompetence, sayJob, saySupport, sayWhen } from '../words/papers.ts'
import type {
  Band,
  Language,
  Person,
  PlanSheet,
  Point as PrintedPoint,
  RecordSheet,
  Row,
  Signature,
} from './document.ts'

/** How one party closed it. */
export type Closed = { choice: Choice; at: Date; remark: string | undefined }

/** What the papers say beside the frozen text: when and how it was closed, and by which words it is known. */
export type Closing = {
  language: Language
  closedAt: Date
  deletes: Pick<DeletionDates, 'talk' | 'plan'>
  fingerprint: string
  answers: Readonly<Partial<Record<Role, Closed>>>
}

// The one the talk is about is named first, except where the source's form puts the host's signature first (S3-30).
const people = ['participant', 'host'] as const
const signing = ['host', 'participant'] as const

/** Samtalearket (S3-13). */
export function recordSheet(talk: TalkPart, closing: Closing): RecordSheet {
  const t = papers[closing.language]
  const deleted = sayDate(closing.deletes.talk, closing.language)
  return {
    ...sheet(talk, closing),
    title: `${talk.title.da} ${talk.concept.year}`,
    held: sayHeld(talk, closing.language),
    place: talk.place ?? t.placeLater,
    bands: talk.bands.map(band => bandOf(band, talk)),
    ...(talk.withoutPay && { note: t.withoutPay }),
    foot: t.recordFoot(deleted, calledIn(talk, 'participant'), calledIn(talk, 'host')),
  }
}

/** Planen, with both signatures (S3-29, S3-30). */
export function planSheet(plan: PlanPart, closing: Closing): PlanSheet {
  const { language, answers } = closing
  const t = papers[language]
  const say = (date: string) => sayDate(date, language)
  const { what, goal, how, when } = plan.heads
  return {
    ...sheet(plan, closing),
    title: plan.title.da,
    agreed: { label: t.agreedAt(plan.concept.label), text: say(plan.heldOn) },
    runsTo: { label: t.runsTo, text: say(addMonths(plan.heldOn, plan.months)) },
    ...(plan.year !== '' && { expectation: { label: t.year, text: plan.year } }),
    ...(plan.jobDescription && {
      job: { label: t.job, text: sayJob(plan.jobDescription, plan.jobProposal, language) },
    }),
    heads: [what.da, goal.da, how.da, when.da],
    points: plan.points.map(point => pointOf(point, plan, language)),
    remarks: { label: t.remarks, none: t.noRemarks, items: remarksOf(plan, answers) },
    statement: plan.statement[language],
    signatures: signing.map(role => signatureOf(plan, role, closing)),
    footnote: footnoteOf(plan, closing),
    foot: t.planFoot(say(closing.deletes.plan)),
  }
}

function pointOf(point: Point, plan: PlanPart, language: Language): PrintedPoint {
  const competence = sayCompetence(point, plan.competences, language)
  const label = papers[language].support(calledIn(plan, 'host'))
  return {
    what: point.what,
    goal: point.goal,
    ...(competence && { competence }),
    how: point.how,
    when: sayWhen(point, language),
    ...(plan.supportPerPoint && { support: { label, text: saySupport(point, language) } }),
  }
}

function sheet(part: Occasion, { language, closedAt, fingerprint }: Closing) {
  return {
    language,
    at: closedAt.toISOString(),
    organisation: { name: part.house },
    people: people.map(role => personOf(part, role)),
    fingerprint,
  }
}

function personOf({ people: both, unit }: Occasion, role: Role): Person {
  const { calledAs, name } = both[role]
  return { label: capitalised(calledAs), name, ...(role === 'participant' && { place: unit }) }
}

const capitalised = ({ da }: Quote) => `${da.slice(0, 1).toUpperCase()}${da.slice(1)}`

/** The day it was held; with it when it really began, or else the time that was agreed on, as what it is. */
function sayHeld({ heldOn, startedAt, agreedAt, minutes }: TalkPart, language: Language): string {
  const t = papers[language]
  const day = sayDate(heldOn, language)
  if (startedAt !== null) return t.begunAt(day, sayTime(localTimeOf(new Date(startedAt)), language))
  if (agreedAt === null) return day
  const start = new Date(agreedAt)
  const end = new Date(start.getTime() + minutes * 60_000)
  const times = sayTimes(localTimeOf(start), localTimeOf(end), language)
  const on = localDateOf(start)
  return t.agreedFor(day, on === heldOn ? times : `${sayDayAndMonth(on, language)} ${times}`)
}

function bandOf({ band, head, scoreHead, answerHead, sections }: FrozenBand, talk: TalkPart): Band {
  return {
    kind: band,
    head: head?.da ?? '',
    ...(scoreHead !== null && { scoreHead }),
    // The source's form names the column once, over its first block.
    ...(band === talk.bands[0]?.band && { answersHead: answerHead.da }),
    sections: sections.map(({ title, rows }) => ({
      ...(title && { title: title.da }),
      rows: rows.map(row => rowOf(row, talk)),
    })),
  }
}

type FrozenRow = FrozenBand['sections'][number]['rows'][number]

const rowOf = (row: FrozenRow, talk: TalkPart): Row => ({
  number: row.number,
  question: row.text.da,
  score: row.scored ? row.score : 'none',
  conclusion: row.conclusion,
  keywords: row.keywords.map(({ by, text }) => ({ by: calledIn(talk, by), text })),
})

function remarksOf(plan: PlanPart, answers: Closing['answers']) {
  return people.flatMap(role => {
    const remark = answers[role]?.remark
    return remark ? [{ by: plan.people[role].name, text: remark }] : []
  })
}

function signatureOf(plan: PlanPart, role: Role, { answers, language }: Closing): Signature {
  const who = { label: plan.signatureHeads[role].da, name: plan.people[role].name }
  const answer = answers[role]
  if (!answer || answer.choice === 'refused')
    return { ...who, unsigned: papers[language].unsigned[plan.closing] }
  return { ...who, date: sayMoment(answer.at, language) }
}

/** How they signed. One who confirmed used no code, and one who did not sign did nothing to tell of. */
function footnoteOf(plan: PlanPart, { answers, language }: Closing): string {
  const signed = signing.filter(role =>
    ['signed', 'signed-with-remark'].includes(answers[role]?.choice ?? ''),
  )
  const [one] = signed
  if (one === undefined) return ''
  const t = papers[language]
  return signed.length === signing.length ? t.bothByCode : t.oneByCode(calledIn(plan, one))
}
