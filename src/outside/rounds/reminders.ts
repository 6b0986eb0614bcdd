import { listDueReminders } from '../../db/due-mails.ts'
import { choicesOfHouses, orderInRound } from '../../db/mails.ts'
import type { Round } from '../../db/rounds.ts'
import type { Deps } from '../../deps.ts'
import { isGiven } from '../../domain/mail-schedule.ts'
import { daysDue, type ReminderKind, reminderKinds } from '../../domain/reminders.ts'
import type { DueWork } from './due-work.ts'

/** Three days before a talk, and the day before. */
export const reminders: DueWork = {
  kind: 'reminders',
  run: async (round, deps) => {
    for (const kind of reminderKinds) await remind(kind, round, deps)
  },
}

async function remind(kind: ReminderKind, round: Round, deps: Deps): Promise<void> {
  const days = daysDue(kind, round.now)
  if (days.length === 0) return
  await round.as('reminders', async tx => {
    const choices = await choicesOfHouses(tx)
    for (const { role, ...mail } of await listDueReminders(tx, kind, days, round.now))
      if (isGiven(kind, { role, own: false }, choices(mail.organisation)))
        await orderInRound(tx, deps.random, { ...mail, kind }, round.now)
  })
}
