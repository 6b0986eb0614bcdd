import type { Conversation } from '../domain/conversation.ts'
import type { NextStep } from '../domain/next-step.ts'
import { urls } from '../urls.ts'
import { shell } from '../words/shell.ts'
import type { Language } from '../words/words.ts'

/** Where each next step is taken. */
export const stepLinks: Record<Exclude<NextStep, 'nothing'>, (place: { id: string }) => string> = {
  'pick-time': urls.invitation,
  'wait-for-time': urls.preparation,
  'give-times': urls.invitation,
  'answer-times': urls.newTime,
  'wait-for-answer': urls.newTime,
  'find-time': urls.newTime,
  'see-next-time': urls.conversation,
  'find-next-time': urls.newTime,
  prepare: urls.preparation,
  share: urls.preparation,
  'wait-for-day': urls.conversation,
  begin: urls.talk,
  talk: urls.talk,
  'confirm-held': urls.ending,
  'wait-for-held': urls.ending,
  freeze: urls.freezing,
  close: urls.signing,
  'wait-for-close': urls.signing,
  'close-unanswered': urls.signing,
  'follow-up-times': urls.followUp,
  'follow-up-pick': urls.followUp,
  'follow-up-confirm': urls.plan,
  'follow-up-hold': urls.plan,
  'follow-up-wait': urls.plan,
  'follow-up-agreed': urls.plan,
  'follow-up-said': urls.plan,
  'wait-for-host': urls.conversation,
  'participant-left': urls.conversation,
  done: urls.plan,
}

/** The list a conversation stands in for whoever looks: the host's year, or Min side. */
export const listOf = ({ role }: Conversation, language: Language) =>
  role === 'host'
    ? { href: urls.hosted(), label: shell[language].hosted }
    : { href: urls.home(), label: shell[language].home }
