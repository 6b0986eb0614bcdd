import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'

/** What the two are called in the room: first names, and whole names when the first ones are the same. */
export function namesIn({ host, participant }: Conversation): { host: string; participant: string } {
  const short = { host: firstName(host.name), participant: firstName(participant.name) }
  return short.host === short.participant ? { host: host.name, participant: participant.name } : short
}

/** What the other party is called. */
export function otherName(talk: Conversation): string {
  return namesIn(talk)[otherIn(talk).id === talk.host.id ? 'host' : 'participant']
}
