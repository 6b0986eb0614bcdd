import { textOf } from '../documents/poppler.ts'
import type { ActorName } from './actors.ts'
import type { State } from './course.ts'
import type { Answer } from './crawl.ts'
import { type Bird, birds } from './thread.ts'

/** Which texts stand in an answer: its page or file, its headers, where it leads. */
export async function birdsIn({ body, bytes, headers, location }: Answer): Promise<Bird[]> {
  const words = body.startsWith('%PDF') ? await textOf(bytes) : body
  return birdsAmong(`${words} ${headers} ${location}`)
}

/** Which birds are named in a text. */
export const birdsAmong = (text: string): Bird[] => names.filter(name => text.includes(birds[name]))

const isBird = (name: string): name is Bird => name in birds
const names = Object.keys(birds).filter(isBird)

/**
 * Who reads each kind of text, and from which state of the conversation on. Written by hand; whoever does not stand here
 * never does.
 */
export const readers: Readonly<Record<Bird, Partial<Record<ActorName, State>>>> = {
  greeting: { host: 'invited', participant: 'invited' },
  hostNote: { host: 'invited' },
  hostKept: { host: 'invited' },
  hostShared: { host: 'agreed', participant: 'agreed' },
  participantNote: { participant: 'invited' },
  participantKept: { participant: 'invited' },
  participantShared: { participant: 'agreed', host: 'agreed' },
  participantTheme: { participant: 'invited', host: 'agreed' },
  participantHope: { participant: 'invited', host: 'agreed' },
  hostTheme: { host: 'invited' },
  job: { host: 'invited', participant: 'invited', 'administrator of the organisation': 'invited' },
  paper: { host: 'agreed', participant: 'agreed' },
  conclusion: { host: 'talking', participant: 'talking' },
  year: { host: 'talking', participant: 'talking' },
  point: { host: 'talking', participant: 'talking' },
  support: { host: 'talking', participant: 'talking' },
  competence: { host: 'talking', participant: 'talking' },
  remark: { host: 'closed', participant: 'closed' },
  jobProposal: { host: 'closing', participant: 'closing' },
  followUpLine: { host: 'closed', participant: 'closed' },
}
