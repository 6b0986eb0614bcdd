import { listDueOffered } from '../../db/due-mails.ts'
import { orderInRound } from '../../db/mails.ts'
import type { DueWork } from './due-work.ts'

/** The gentle reminders that a house may turn on (experience.md §2d). */
export const offered: DueWork = {
  kind: 'offered',
  run: (round, { random }) =>
    round.as('offered', async tx => {
      for (const mail of await listDueOffered(tx, round.now)) await orderInRound(tx, random, mail, round.now)
    }),
}
