import type { DueWork } from './due-work.ts'

/** The keyring turns every five days (walls §1.8), as the database's owner and outside the round's own connection. */
export const turnKeys: DueWork = { kind: 'keys', run: (_, deps) => deps.turnKeys() }
