import { transaction } from '../../db/database.ts'
import { findClosing, keepDocument, listDrawn, type Part, parts } from '../../db/documents.ts'
import type { Tx } from '../../db/query.ts'
import { type FrozenRecord, findRecord, type Place } from '../../db/records.ts'
import { listSignatures, type Signature } from '../../db/signatures.ts'
import type { Deps } from '../../deps.ts'
import { type Drawing, DrawingFailed } from '../../documents/draw.ts'
import { type Closing, planSheet, recordSheet } from '../../documents/from-record.ts'
import type { Role } from '../../domain/concept.ts'
import { shortFingerprint } from '../../trust/fingerprint.ts'
import { type Job, JobFailure } from './job.ts'

type Due = { record: FrozenRecord; closing: Closing; missing: Part[] }

/**
 * Draws the two papers of a closed conversation, once: what is drawn already stays. The texts are opened as the job's
 * own kind of reader, and between opening and sealing they are in memory and in the drawing process alone.
 */
export async function drawDocuments(deps: Deps, drawing: Drawing, job: Job): Promise<void> {
  const place = { organisation: job.ids.organisation ?? '', id: job.ids.conversation ?? '' }
  const due = await transaction(deps.db.jobs, { job: job.number }, tx => dueAt(tx, deps, place))
  if (!due) return
  for (const part of due.missing) {
    const pdf = await draw(drawing, part, due).catch(onlyReason)
    if (pdf) await transaction(deps.db.jobs, { job: job.number }, tx => keep(tx, deps, place, due, part, pdf))
  }
}

async function dueAt(tx: Tx, deps: Deps, place: Place): Promise<Due | undefined> {
  const closing = await findClosing(tx, place)
  const record = closing && (await findRecord(tx, deps.keys, 'pdf', place))
  if (!record) return undefined
  const drawn = await listDrawn(tx, place, record.version)
  const signatures = await listSignatures(tx, deps.keys, 'pdf', place, record.version)
  const fingerprint = shortFingerprint(record.fingerprint)
  return {
    record,
    closing: { ...closing, fingerprint, answers: answersIn(record, signatures) },
    missing: parts.filter(part => !drawn.includes(part)),
  }
}

// The text itself says who is who: by now a party may have left, and the papers are about the day they met.
function answersIn({ plan }: FrozenRecord, signatures: readonly Signature[]): Closing['answers'] {
  const of = (role: Role) => signatures.find(({ person }) => person === plan?.people[role].id)
  const [host, participant] = [of('host'), of('participant')]
  return { ...(host && { host }), ...(participant && { participant }) }
}

async function draw(drawing: Drawing, part: Part, { record, closing }: Due): Promise<Uint8Array | undefined> {
  if (part === 'record') return record.talk && drawing.record(recordSheet(record.talk, closing))
  return record.plan && drawing.plan(planSheet(record.plan, closing))
}

const keep = (tx: Tx, deps: Deps, place: Place, { record }: Due, part: Part, pdf: Uint8Array) =>
  keepDocument(tx, deps.keys, place, record.version, { part, pdf }, deps.clock.now())

function onlyReason(fault: unknown): never {
  throw fault instanceof DrawingFailed ? new JobFailure(`drawing ${fault.reason}`) : fault
}
