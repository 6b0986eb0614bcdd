import type { House } from '../../../db/house.ts'
import type { Led } from '../../../db/invitations.ts'
import type { ClosedWeeks } from '../../../domain/closed-days.ts'
import type { Form, Kind } from '../../../domain/concept.ts'
import type { StandingTime } from '../../../domain/invitation.ts'
import type { FormError } from '../../../ui/error-summary.tsx'
import type { Frame } from '../../shell.tsx'
import type { SeveralForm } from './several-form.ts'

/** `had`: their talk of this kind was held this year. */
export type Invitable = Led & { kind: Kind; form: Form; had: boolean }

/** What the page for several shows, and what was typed when it comes again. */
export type SeveralShown = {
  frame: Frame
  house: House
  led: readonly Invitable[]
  /** Those who have chosen not to have the talk this year. */
  declined: readonly string[]
  standing: readonly StandingTime[]
  now: Date
  form: Form
  typed: SeveralForm
  errors?: readonly FormError[]
  /** Times that cannot be given as they stand; they come unticked. */
  clashes?: readonly { at: Date; text: string }[]
  /** When their houses have nobody there, and the painted times of such days, which come unticked too. */
  closed?: readonly ClosedWeeks[]
  unticked?: readonly Date[]
  justPainted?: boolean
  /** The names of those who were invited a moment ago. */
  sent?: readonly string[]
}
