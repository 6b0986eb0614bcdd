import { transaction } from '../../db/database.ts'
import { listCarriers } from '../../db/door.ts'
import { find, q, run, type Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { codeHash, newCode } from '../../trust/codes.ts'
import type { Language } from '../../words/words.ts'
import { codeLetter } from '../letters/code-letter.ts'
import type { Mailer } from '../mail.ts'
import { type Job, JobFailure } from './job.ts'

type Due = { id: string; address: string; code: string; language: Language }

/**
 * Decides whether an asked-for code is sent: the address belongs to exactly one person, who has a post or a duty today.
 * An unknown address, and one that two people carry, get nothing, and nobody who asked can tell the difference (walls §4).
 */
export async function sendCode(deps: Deps, mailer: Mailer | undefined, job: Job): Promise<void> {
  const due = await transaction(deps.db.jobs, { job: job.number }, tx => decide(tx, deps))
  if (!due) return
  if (!mailer) return deps.say(trialLine(due))
  const { id, address, code, language } = due
  const sent = await mailer.send({ id, to: { name: '', address }, ...codeLetter({ code, language }) })
  if (sent !== 'sent') throw new JobFailure(sent.failed)
}

async function decide(tx: Tx, deps: Deps): Promise<Due | undefined> {
  const request = await find(
    tx,
    q.selectFrom('code_request').select(['id', 'address', 'long_code', 'used_at']),
  )
  if (!request || request.used_at) return undefined
  const people = await listCarriers(tx, request.address)
  const [person] = people
  if (!person?.here || people.length > 1) return undefined
  const code = newCode(deps.random, request.long_code)
  const { organisation_id, id: person_id } = person
  const code_hash = codeHash(deps.codeSecret, request.id, code)
  const told = q.updateTable('code_request').set({ code_hash, organisation_id, person_id })
  await run(tx, told.where('id', '=', request.id))
  return { id: request.id, address: request.address, code, language: person.language }
}

const trialLine = ({ address, code, language }: Due) =>
  language === 'da' ? `Kode til ${address}: ${code}` : `Code for ${address}: ${code}`
