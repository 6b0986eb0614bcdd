import { urls } from '../../src/urls.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'

// One conversation between Anders (host) and Lone (participant), driven through the pages to the state a test wants.
// Each kind of text carries a bird's name of its own, so that a bird on a page tells which text flew there.

export const birds = {
  greeting: 'gravand',
  hostNote: 'hejre',
  hostKept: 'havterne',
  hostShared: 'hvinand',
  participantNote: 'lappedykker',
  participantKept: 'laerkefalk',
  participantShared: 'lomvie',
  conclusion: 'knortegaas',
  year: 'krikand',
  point: 'musvaage',
  support: 'sanglaerke',
  competence: 'vandstaer',
  remark: 'roerdrum',
  participantTheme: 'rosenstaer',
  participantHope: 'rylen',
  hostTheme: 'silkehale',
  job: 'stormsvale',
  paper: 'storspove',
  jobProposal: 'sumpmejse',
  followUpLine: 'topskarv',
} as const
export type Bird = keyof typeof birds

/** A text that holds the bird's name, and nothing the markup would change. */
export const text = (bird: Bird) => `Her bor en ${birds[bird]} i skoven`

export type Thread = { id: string; host: Visitor; participant: Visitor }

/** Anders invites Lone, with a line of his own and two times. */
export async function invited(world: World): Promise<Thread> {
  const host = await world.as('anders')
  const participant = await world.as('lone')
  const sent = await host.postOnly(urls.planning({ post: world.people.lone.post }), {
    length: '75',
    where: 'here',
    place: 'Rådhuset, lokale 4',
    greeting: text('greeting'),
    'day-1': '2026-04-14',
    'time-1': '13:00',
    'day-2': '2026-04-16',
    'time-2': '09:30',
  })
  const id = sent.headers.get('location')?.split('/')[2]
  if (!id) throw new Error(`no invitation was sent: ${sent.status}`)
  return { id, host, participant }
}

/** Lone picks the first time. */
export async function agreed(world: World): Promise<Thread> {
  const thread = await invited(world)
  const { id, participant } = thread
  const { html } = await participant.get(urls.invitation({ id }))
  await done(participant, urls.time({ id }), { slot: /name="slot" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  return thread
}

/** Both prepare: one answer that is shared, one that is kept, and a note. */
export async function prepared(world: World): Promise<Thread> {
  const thread = await agreed(world)
  await prepare(thread, thread.host, 'host')
  await prepare(thread, thread.participant, 'participant')
  return thread
}

/** One person's preparation, and Del of its first answer. */
export async function prepare({ id }: Thread, visitor: Visitor, role: 'host' | 'participant'): Promise<void> {
  await done(visitor, urls.step({ id, step: 'indledning' }), {
    ...answer('q1', text(`${role}Shared`), text(`${role}Note`)),
    ...answer('q2', text(`${role}Kept`), ''),
  })
  await share({ id }, visitor)
}

/** Del of the first answer as its newest version stands. */
export async function share({ id }: Pick<Thread, 'id'>, visitor: Visitor, version = '1'): Promise<void> {
  await done(visitor, urls.sharing({ id }), { do: 'share', 'share.q1': 'yes', 'q1.version': version })
}

/** The four fields of one question, as its page sends them. */
export const answer = (question: string, keywords: string, note: string, version = '0') => ({
  [`${question}.score`]: '',
  [`${question}.keywords`]: keywords,
  [`${question}.note`]: note,
  [`${question}.version`]: version,
})

/** Sends a form that must be taken in. */
export async function done(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>) {
  const response = await visitor.postOnly(path, fields)
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}`)
}
