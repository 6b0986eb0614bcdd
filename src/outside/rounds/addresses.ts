import { settleAddresses } from '../../db/address-changes.ts'
import type { DueWork } from './due-work.ts'

const most = 200

/** Sign-in addresses that nobody has answered for 72 hours count from here on (walls §4). */
export const addresses: DueWork = {
  kind: 'addresses',
  run: async round => {
    let settled = most
    while (settled === most) settled = await round.as('addresses', tx => settleAddresses(tx, round.now, most))
  },
}
