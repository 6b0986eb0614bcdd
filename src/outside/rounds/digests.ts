import { listDueDigests } from '../../db/due-mails.ts'
import { choicesOfHouses, orderInRound } from '../../db/mails.ts'
import { isGiven } from '../../domain/mail-schedule.ts'
import { weekDue } from '../../domain/reminders.ts'
import type { DueWork } from './due-work.ts'

const kind = 'weekly-digest'

/** One letter a week to whoever holds talks, when there is something to say. */
export const digests: DueWork = {
  kind: 'digests',
  run: async (round, deps) => {
    const week = weekDue(round.now)
    if (!week) return
    await round.as('digests', async tx => {
      const choices = await choicesOfHouses(tx)
      for (const mail of await listDueDigests(tx, week, round.now))
        if (isGiven(kind, { role: 'host', own: false }, choices(mail.organisation)))
          await orderInRound(tx, deps.random, { ...mail, kind, about: week }, round.now)
    })
  },
}
