import type { NextStep } from '../domain/next-step.ts'
import { urls } from '../urls.ts'

/** Where each next step is taken. */
export const stepLinks: Record<Exclude<NextStep, 'nothing'>, (place: { id: string }) => string> = {
  'pick-time': urls.invitation,
  'wait-for-time': urls.preparation,
  'give-times': urls.invitation,
  prepare: urls.preparation,
  share: urls.preparation,
  'wait-for-day': urls.conversation,
  begin: urls.talk,
  talk: urls.talk,
  'confirm-held': urls.ending,
  freeze: urls.freezing,
  close: urls.signing,
  'wait-for-close': urls.signing,
  done: urls.signing,
}
