// The papers one may want at hand in a talk (S0-57). The form names the slots; each holds a link to where the paper lies,
// or that it does not matter this year. An empty one stands in nobody's way.

import type { DocumentSlot, Form } from './concept.ts'
import { addMonths, type LocalDate } from './day.ts'
import { parseDate } from './day-words.ts'
import { httpsLink } from './link.ts'
import { cleanText, tooLong } from './text.ts'

/** Who can open it, where it lies: everybody who has the link, or those who are let in there. */
export const openers = ['everybody', 'let-in'] as const
export type Openers = (typeof openers)[number]

export type DocumentLink = {
  readonly kind: 'link'
  /** What it is called, where that is not the slot's own name. */
  readonly title: string
  readonly link: string
  readonly datedOn: LocalDate | null
  readonly opens: Openers
}
export type SlotContent = DocumentLink | { readonly kind: 'not-relevant' }

/** Slots whose papers lie elsewhere; a job description and last year's plan are here by themselves. */
const isElsewhere = ({ of }: DocumentSlot) => of === 'organisation' || of === 'unit'

/** Whether a kind of talk has a page of papers: one with more than what is here by itself. */
export const hasDocuments = ({ documents }: Form): boolean => documents.some(isElsewhere)

/** The slot, if one may put a link in it, or say that it does not matter. The plan of last year is there or it is not. */
export const findFillable = ({ documents }: Form, id: string): DocumentSlot | undefined =>
  documents.find(slot => slot.id === id && slot.of !== 'plan')

/** S3-21: a survey older than its slot allows. */
export const isOld = (
  { oldAfterMonths }: DocumentSlot,
  { datedOn }: DocumentLink,
  today: LocalDate,
): boolean => oldAfterMonths !== undefined && datedOn !== null && addMonths(datedOn, oldAfterMonths) < today

export const titleLimit = 120

/** As it was typed. */
export type TypedDocument = { title: string; link: string; dated: string; opens: string }
export type DocumentFault = { field: keyof TypedDocument; fault: 'tooLong' | 'noLink' | 'noDay' }

/** The link meant, or all that is to be mended. Its title and its date may be left out. */
export function judgeDocument(typed: TypedDocument): DocumentLink | { faults: readonly DocumentFault[] } {
  const title = cleanText(typed.title).replaceAll(/\s+/g, ' ').trim()
  const link = httpsLink(typed.link)
  const datedOn = typed.dated.trim() === '' ? null : parseDate(typed.dated)
  const opens = openers.find(each => each === typed.opens) ?? 'let-in'
  const faults: DocumentFault[] = []
  if (tooLong(title, titleLimit)) faults.push({ field: 'title', fault: 'tooLong' })
  if (link === undefined) faults.push({ field: 'link', fault: 'noLink' })
  const isDay = datedOn === null || typeof datedOn === 'string'
  if (!isDay) faults.push({ field: 'dated', fault: 'noDay' })
  if (faults.length > 0 || link === undefined || !isDay) return { faults }
  return { kind: 'link', title, link, datedOn, opens }
}
