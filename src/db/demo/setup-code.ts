import type { Random } from '../../random.ts'
import { makeSetupCode } from '../setup.ts'
import type { DemoStore } from './store.ts'

/** A code for the setup's door, as a start prints it: each organisation of the demo is set up through it. */
export async function makeDemoCode({ pool }: DemoStore, random: Random, now: Date): Promise<string> {
  const client = await pool.connect()
  try {
    return await makeSetupCode(client, random, now)
  } finally {
    client.release()
  }
}
