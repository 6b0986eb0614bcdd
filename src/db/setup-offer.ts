import type { ClientConfig } from 'pg'
import type { Random } from '../random.ts'
import { withClient } from './owner.ts'
import { makeSetupCode } from './setup.ts'

/** The code that opens the setup door, new at each start, as long as nobody has set up an organisation. */
export async function offerSetup(
  owner: ClientConfig,
  random: Random,
  now: Date,
): Promise<string | undefined> {
  return withClient(owner, async client => {
    const there = await client.query('select 1 from organisation limit 1')
    return there.rowCount === 0 ? makeSetupCode(client, random, now) : undefined
  })
}
