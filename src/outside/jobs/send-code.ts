import { transaction } from '../../db/database.ts'
import { findMoved, listCarriers, type Moved } from '../../db/door.ts'
import { find, q, run, type Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { codeHash, newCode } from '../../trust/codes.ts'
import type { Language } from '../../words/words.ts'
import { addressMovedLetter } from '../letters/address-moved-letter.ts'
import { codeLetter } from '../letters/code-letter.ts'
import type { Letter } from '../letters/letter.tsx'
import { sharedMailboxLetter } from '../letters/shared-mailbox-letter.ts'
import type { Mailer } from '../mail.ts'
import { type Job, JobFailure } from './job.ts'

type Due = { id: string; address: string; language: Language } & (
  | { code: string }
  | { sharedBy: number }
  | { moved: Moved }
)

/**
 * Decides whether an asked-for code is sent: the address belongs to exactly one person, who has a post or a duty today.
 * An unknown address gets nothing. One that two people carry gets no code but a letter that says why, and what helps: a
 * slip (§4b). So does one that its person has had before. Nobody who asked can tell the difference (walls §4).
 */
export async function sendCode(deps: Deps, mailer: Mailer | undefined, job: Job): Promise<void> {
  const due = await transaction(deps.db.jobs, { job: job.number }, tx => decide(tx, deps))
  if (!due) return
  if (!mailer) return deps.say(trialLine(due))
  const { id, address } = due
  const sent = await mailer.send({ id, to: { name: '', address }, ...letterOf(due) })
  if (sent !== 'sent') throw new JobFailure(sent.failed)
}

async function decide(tx: Tx, deps: Deps): Promise<Due | undefined> {
  const request = await find(
    tx,
    q.selectFrom('code_request').select(['id', 'address', 'long_code', 'used_at']),
  )
  if (!request || request.used_at) return undefined
  const people = await listCarriers(tx, request.address)
  const person = people.find(({ here }) => here)
  const { id, address } = request
  if (!person) {
    const moved = await findMoved(tx, address)
    return moved && { id, address, moved, language: moved.language }
  }
  if (people.length > 1) return { id, address, sharedBy: people.length, language: person.language }
  const code = newCode(deps.random, request.long_code)
  const { organisation_id, id: person_id } = person
  const [secret] = deps.codeSecrets()
  const code_hash = codeHash(secret, id, code)
  const told = q.updateTable('code_request').set({ code_hash, organisation_id, person_id })
  await run(tx, told.where('id', '=', id))
  return { id, address, code, language: person.language }
}

function letterOf(due: Due): Letter {
  if ('code' in due) return codeLetter(due)
  if ('sharedBy' in due) return sharedMailboxLetter(due)
  const { address: newAddress, since } = due.moved
  return addressMovedLetter({ language: due.language, newAddress, since: localDateOf(since) })
}

function trialLine(due: Due): string {
  const { address, language } = due
  if ('code' in due)
    return language === 'da' ? `Kode til ${address}: ${due.code}` : `Code for ${address}: ${due.code}`
  if ('moved' in due)
    return language === 'da'
      ? `Ingen kode til ${address}: den, der havde den mail, har en anden nu.`
      : `No code for ${address}: whoever had that address has another now.`
  return language === 'da'
    ? `Ingen kode til ${address}: flere har den mail. De skal have en seddel hver.`
    : `No code for ${address}: several people have that address. They need a slip each.`
}
