import type { Fault } from '../../domain/organisation/faults.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { FileHead } from './heads.ts'
import { type Ordered, type ReadWith, runThread } from './thread.ts'
import type { ShortWarning } from './warnings.ts'
import type { FileRefusal } from './workbook.ts'

/** What the setup's thread is asked to read: a file, or text that is here already. */
type Asked = ReadWith & { source: { path: string } | { text: string } }
export type OrganisationOrder = Ordered<Asked>

/** The file as text, what its columns are called, and the organisation it makes or every fault in the way. */
export type OrganisationFile =
  | { readonly refused: FileRefusal }
  | { readonly text: string; readonly heads: readonly FileHead[]; readonly faults: readonly Fault[] }
  | {
      readonly text: string
      readonly heads: readonly FileHead[]
      readonly organisation: Organisation
      /** The first row of each person, in the order of the people. */
      readonly rows: readonly number[]
      readonly warnings: readonly ShortWarning[]
    }

/** Reads and judges in a thread, within the same limits as any file. */
export async function readOrganisationFile(asked: Asked): Promise<OrganisationFile> {
  let answer: OrganisationFile = { refused: 'too-much' }
  await runThread('organisation-file', asked, (file: OrganisationFile) => {
    answer = file
  })
  return answer
}
