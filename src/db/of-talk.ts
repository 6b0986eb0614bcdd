import type { Conversation } from '../domain/conversation.ts'

/** The columns that say which conversation a row belongs to: to insert with, and to look for. */
export const ofTalk = (talk: Pick<Conversation, 'organisation' | 'id'>) => ({
  organisation_id: talk.organisation,
  conversation_id: talk.id,
})
