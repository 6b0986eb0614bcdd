import { organisationOfSetup } from '../../db/setup.ts'
import type { LocalDate } from '../../domain/day.ts'
import { isOfWhole } from '../../domain/organisation/faults.ts'
import { type OrganisationFile, readOrganisationFile } from '../../outside/people-file/organisation-reader.ts'
import { uploadOf } from '../../outside/people-file/upload.ts'
import type { Language } from '../../words/words.ts'
import { type Form, languageOf } from '../form.ts'
import { findHeld, hold } from './held.ts'
import { type Meanings, meaningsIn } from './meanings.ts'

/** What the setup's form holds. It goes from page to page in the form itself; nothing is stored on the way. */
export type Typed = {
  name: string
  language: Language
  concept: string
  yourName: string
  address: string
  /** What has been said of heads that nobody knew. */
  meant: Meanings
  /** The file as text, or what was pasted: a browser cannot keep a chosen file, so its text is carried along. */
  rows: string
  /** Or the name under which a text waits that is too large for that. */
  held: string
}

/** The file as it was read, or why there is none. */
export type People = OrganisationFile | { missing: 'noFile' | 'tooLarge' | 'fileGone' }

/** As much as the administrator may read in later. */
const mostBytes = 40 * 1024 * 1024
/** Some ten thousand people. */
const mostCarried = 1024 * 1024

/** What the form may weigh, so that a file a little too large is answered beside its field and not with a bare 413. */
export const bodyLimit = 48 * 1024 * 1024

type Given = { token: string; present: Language; today: LocalDate }

/** Reads the form and the file: a chosen one goes before pasted rows, these before one that waits. */
export async function readTyped(form: Form, given: Given): Promise<{ typed: Typed; people: People }> {
  const lines = {
    name: form.text('name'),
    language: languageOf(form.text('language'), given.present),
    concept: form.text('concept'),
    yourName: form.text('your-name'),
    address: form.text('address'),
    meant: meaningsIn(form),
  }
  const setup = organisationOfSetup(given.token)
  const people = await readPeople(form, setup, { ...lines, today: given.today })
  return { typed: { ...lines, ...carry(people, setup, form.text('held')) }, people }
}

type Lines = Pick<Typed, 'language' | 'meant'> & { today: LocalDate }

async function readPeople(form: Form, setup: string, { language, meant, today }: Lines): Promise<People> {
  const asked = { today, language, remembered: meant }
  const file = form.file('file')
  // A form without a chosen file sends one that has neither name nor bytes.
  if (file && (file.name !== '' || file.size > 0)) {
    if (file.size > mostBytes) return { missing: 'tooLarge' }
    const upload = await uploadOf(new Uint8Array(await file.arrayBuffer()))
    const { path, close } = upload
    const read = await readOrganisationFile({ ...asked, source: { path } }).finally(close)
    return 'text' in read && Buffer.byteLength(read.text) > mostBytes ? { missing: 'tooLarge' } : read
  }
  const id = form.text('held')
  const text = form.text('rows').trim() === '' ? findHeld(setup, id) : form.text('rows')
  if (text !== undefined) return readOrganisationFile({ ...asked, source: { text } })
  return { missing: id === '' ? 'noFile' : 'fileGone' }
}

/** The text goes along in the form, or waits here; one that may not be here at all does neither. */
function carry(people: People, setup: string, id: string): Pick<Typed, 'rows' | 'held'> {
  const isKept = 'text' in people && !('faults' in people && people.faults.some(isOfWhole))
  if (!isKept) return { rows: '', held: '' }
  const { text } = people
  if (Buffer.byteLength(text) <= mostCarried) return { rows: text, held: '' }
  return { rows: '', held: hold(setup, text, findHeld(setup, id) === text ? id : undefined) }
}
