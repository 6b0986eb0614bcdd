import type { House } from '../../db/house.ts'
import type { Intake } from '../../db/intake/intakes.ts'
import type { Frame } from '../shell.tsx'

/** What each page of one file is drawn from. */
export type RunProps = { frame: Frame; house: House; intake: Intake; now: Date }
