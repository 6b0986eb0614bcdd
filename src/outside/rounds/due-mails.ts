import { queueDueMails } from '../../db/mails.ts'
import type { DueWork } from './due-work.ts'

const most = 200

/** Mails that were held until a decent hour, and those to be tried again. */
export const dueMails: DueWork = {
  kind: 'due-mails',
  run: async round => {
    let queued = most
    while (queued === most) queued = await round.as('due-mails', tx => queueDueMails(tx, round.now, most))
  },
}
