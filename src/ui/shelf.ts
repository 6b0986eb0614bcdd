import { EyeIcon, LockIcon, RingsIcon } from './icons.tsx'

/** Where a text stands: `own` only for its writer · `share` shared when they press Del · `joint` both read and write. */
export type Shelf = 'own' | 'share' | 'joint'

export const shelfIcons = { own: LockIcon, share: EyeIcon, joint: RingsIcon }
