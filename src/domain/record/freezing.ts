// Freezing: from what two people have written to the text that both then read (experience.md T11).

import type { SharedAnswer } from '../answer.ts'
import {
  bandsOf,
  type Concept,
  type Form,
  formsOf,
  isNamedByBand,
  type PrintedBand,
  type Question,
  type Quote,
  questionsOf,
  type Role,
} from '../concept.ts'
import type { Conversation } from '../conversation.ts'
import { type LocalDate, localDateOf } from '../day.ts'
import { type MoveRefusal, move, type Status } from '../lifecycle.ts'
import { isEmptyPoint, oddTime, type Point, pointTexts } from '../point.ts'
import type {
  FrozenRow,
  FrozenSection,
  JobOutcome,
  Occasion,
  PlanPart,
  RecordParts,
  TalkPart,
} from '../record.ts'
import type { Tick } from '../tick.ts'

/** All that two people have written together, and what each lets into the record. */
export type JointText = {
  /** By question id. */
  readonly conclusions: ReadonlyMap<string, string>
  /** What both expect of the year to come; '' when they wrote nothing. */
  readonly year: string
  readonly points: readonly Point[]
  /** Asked about once, where the concept has it (S0-19); never required. */
  readonly job?: JobOutcome | undefined
  readonly proposal?: string | undefined
  /** What each has shared with the other, by question id. */
  readonly shared: Readonly<Record<Role, ReadonlyMap<string, SharedAnswer>>>
  /** What each lets into the record, by question id. */
  readonly ticks: Readonly<Record<Role, ReadonlyMap<string, Tick>>>
}

/** What is asked about at the point with this number from 1: a field nobody wrote in, or a day that cannot be meant. */
export type Gap = {
  readonly point: number
  readonly field: (typeof pointTexts)[number] | OddDay
}
type OddDay = 'past' | 'before-start'

/** Whether what is asked about is a day, and no field left empty. */
export const isOddDay = (field: string | undefined): field is OddDay =>
  field === 'past' || field === 'before-start'

export type FreezeRefusal = MoveRefusal | { refused: 'no-point' } | { refused: 'gaps'; gaps: readonly Gap[] }

/**
 * T11: the text stands still. It takes one point that says what (S3-24); the other fields are asked about once, and
 * `gapsSeen` says that somebody has been asked and means it.
 */
export function freeze(
  talk: Conversation,
  concept: Concept,
  text: JointText,
  gapsSeen: boolean,
  today?: LocalDate,
): { status: Status; parts: RecordParts } | FreezeRefusal {
  const next = move('freeze', talk.status, talk.role)
  if ('refused' in next) return next
  const { heldOn } = talk
  if (heldOn === null) return { refused: 'not-now' }
  const points = text.points.filter(isWritten)
  if (!points.some(point => point.what.trim() !== '')) return { refused: 'no-point' }
  const gaps = gapsIn(points, talk.form, today)
  if (gaps.length > 0 && !gapsSeen) return { refused: 'gaps', gaps }
  const met = occasion(talk, concept, heldOn)
  return { ...next, parts: { talk: talkPart(talk, met, concept, text), plan: planPart(talk, met, text) } }
}

/** What is missing from the points, in their own order; a point without a word is no point. */
export function gapsIn(points: readonly Point[], form: Form, today?: LocalDate): readonly Gap[] {
  const asked = pointTexts.filter(field => field !== 'support' || form.supportPerPoint)
  return points.filter(isWritten).flatMap((point, at) =>
    [...asked.filter(field => isOpen(point, field)), ...oddIn(point, form, today)].map(field => ({
      point: at + 1,
      field,
    })),
  )
}

/** S3-14: a plan agreed on today would call it late today; so it is asked about, and may stand. */
function oddIn(point: Point, form: Form, today: LocalDate | undefined) {
  const odd = today && oddTime(form, point, today)
  return isOddDay(odd) ? [odd] : []
}

// A day is an answer to when, and »Jeg klarer det selv« to how the host supports it.
function isOpen(point: Point, field: (typeof pointTexts)[number]): boolean {
  const answered = (field === 'when' && point.until !== null) || (field === 'support' && point.alone)
  return !answered && point[field].trim() === ''
}

const isWritten = (point: Point) => !isEmptyPoint(point)

function occasion(talk: Conversation, concept: Concept, heldOn: LocalDate): Occasion {
  const person = (role: Role) => ({
    id: talk[role].id,
    name: talk[role].name,
    calledAs: talk.form.roles[role],
  })
  const { id, name, year, version } = concept
  return {
    format: 1,
    concept: { id, name, year, version, label: talk.form.label.short },
    house: talk.house,
    unit: talk.unit,
    people: { host: person('host'), participant: person('participant') },
    heldOn,
  }
}

function planPart(talk: Conversation, met: Occasion, { year, job, proposal, ...text }: JointText): PlanPart {
  const { planTitle, planHeads, supportPerPoint, planMonths, closing, statement, signatureHeads } = talk.form
  const points = text.points.filter(isWritten)
  return {
    ...met,
    title: planTitle,
    heads: planHeads,
    supportPerPoint,
    months: planMonths,
    year,
    points,
    ...chosenIn(points, talk.form),
    ...(talk.form.jobDescription && job && { jobDescription: job }),
    ...(talk.form.jobDescription && job === 'change' && proposal && { jobProposal: proposal }),
    closing,
    statement,
    signatureHeads,
  }
}

/** The words of what is chosen, frozen with the plan. */
function chosenIn(points: readonly Point[], form: Form): Pick<PlanPart, 'competences'> {
  const chosen = (form.competences ?? []).filter(({ id }) =>
    points.some(({ competence }) => competence === id),
  )
  return chosen.length > 0 ? { competences: chosen } : {}
}

function talkPart(talk: Conversation, met: Occasion, concept: Concept, text: JointText): TalkPart {
  const { startsAt, begunAt, heldOn, minutes, place, form } = talk
  return {
    ...met,
    title: titleOf(talk.form, concept),
    startedAt: begunAt && localDateOf(begunAt) === heldOn ? begunAt.toISOString() : null,
    agreedAt: startsAt?.toISOString() ?? null,
    minutes,
    place,
    withoutPay: questionsOf(form).some(question => !mayStand(question, text)),
    bands: bandsOf(form)
      .map(band => ({
        band: band.band,
        head: band.head ?? null,
        scoreHead: band.band === 'scored' ? (form.scale?.column ?? null) : null,
        answerHead: form.answerHead,
        sections: sectionsOf(band, form, text),
      }))
      .filter(({ sections }) => sections.length > 0),
  }
}

/** What the source calls this talk: its own title, or where that names several kinds, this one in full. */
function titleOf({ label }: Form, concept: Concept): Quote {
  if (formsOf(concept).length < 2) return concept.title
  const inFull = (long: string) => `${long.slice(0, 1).toUpperCase()}${long.slice(1)} (${label.short})`
  const { da, en } = label.long
  return { da: inFull(da), ...(en && { en: inFull(en) }) }
}

// S0-54: where the form is optional, questions nobody took up are not in the record either.
function sectionsOf(band: PrintedBand, { formOptional }: Form, text: JointText): readonly FrozenSection[] {
  return band.sections
    .map(section => ({
      title: isNamedByBand(section, band) ? null : section.title,
      rows: section.questions
        .filter(question => mayStand(question, text))
        .map(question => rowOf(question, text))
        .filter(row => !formOptional || isSaid(row)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

// S3-13: the line on pay stands in the record only if both tick. Left out, it is left out whole.
function mayStand({ id, about }: Question, { ticks }: JointText): boolean {
  const lets = (role: Role) => ticks[role].get(id)?.pay === true
  return about !== 'pay' || (lets('host') && lets('participant'))
}

const isSaid = ({ conclusion, keywords, score }: FrozenRow) =>
  conclusion !== '' || keywords.length > 0 || score !== null

// S3-26: keywords and conclusion are two fields, and keywords come along only where their writer ticked.
function rowOf({ id, number, text: asked, type }: Question, text: JointText): FrozenRow {
  const keywordsOf = (by: Role) => {
    const keywords = text.ticks[by].get(id)?.keywords ? (text.shared[by].get(id)?.keywords ?? '') : ''
    return keywords === '' ? [] : [{ by, text: keywords }]
  }
  return {
    question: id,
    number,
    text: asked,
    scored: type === 'score',
    score: type === 'score' ? (text.shared.participant.get(id)?.score ?? null) : null,
    conclusion: text.conclusions.get(id) ?? '',
    keywords: [...keywordsOf('participant'), ...keywordsOf('host')],
  }
}
