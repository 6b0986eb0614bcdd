import { type Answer, type Score, scores } from '../domain/answer.ts'
import { cleanText, tooLong } from '../domain/text.ts'
import type { AnswerFault, Fields, Parsed } from './faces.ts'

/** The most of keywords or note, in code points. */
export const longestText = 4000

type Read<T> = { readonly value: T; readonly faults: readonly AnswerFault[] }

/** Keywords, note and version, which every type has; the type says what it reads as the score. */
export function parseAnswer(id: string, fields: Fields, score: Read<Score | null>): Parsed {
  const keywords = readText(`${id}.keywords`, fields)
  const note = readText(`${id}.note`, fields)
  const version = readVersion(id, fields)
  const answer: Answer = { score: score.value, keywords: keywords.value, note: note.value }
  const faults = [score, keywords, note, version].flatMap(field => field.faults)
  return faults.length > 0 ? { faults, typed: answer } : { answer, version: version.value }
}

export const noScore: Read<null> = { value: null, faults: [] }

/** S3-27: nothing chosen and an answer taken back both come as no number. */
export function readScore(name: string, fields: Fields): Read<Score | null> {
  const typed = fields.text(name)
  if (typed === '') return noScore
  const score = scores.find(value => String(value) === typed)
  return score === undefined
    ? { value: null, faults: [{ field: name, rule: 'not-a-score' }] }
    : { value: score, faults: [] }
}

// A text that is missing from the form is not a text somebody emptied, so it must not overwrite what is saved.
function readText(name: string, fields: Fields): Read<string> {
  const value = cleanText(fields.text(name))
  if (!fields.has(name)) return { value, faults: [{ field: name, rule: 'not-in-form' }] }
  return { value, faults: tooLong(value, longestText) ? [{ field: name, rule: 'too-long' }] : [] }
}

function readVersion(id: string, fields: Fields): Read<number> {
  const typed = fields.text(`${id}.version`)
  return /^\d{1,9}$/.test(typed)
    ? { value: Number(typed), faults: [] }
    : { value: 0, faults: [{ field: id, rule: 'not-in-form' }] }
}
