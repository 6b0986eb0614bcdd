import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import { haveThemes } from '../themes/concept.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import { queueEmpty } from './door.ts'
import { answer, birds, done, invited, prepare, type Thread, text } from './thread.ts'

// The same conversation through all of its states, one step of the pages after the other. Each step gives the thread on
// with both parties signed in, since the clock moves.

/** The states a conversation is looked at in, in their order. */
export const states = ['invited', 'agreed', 'talking', 'held', 'closing', 'closed'] as const
export type State = (typeof states)[number]

type Step = (world: World, thread: Thread) => Promise<Thread>

const again = async (world: World, { id }: Thread): Promise<Thread> => ({
  id,
  host: await world.as('anders'),
  participant: await world.as('lone'),
})

/** The short preparation's step, on which themes are chosen. */
const short = 'selvledelse'
const shortFields = (hope: string, theme: string) => ({
  ...answer('q15', '', ''),
  ...answer('q16', '', ''),
  ...answer('q17', '', ''),
  ...answer('hope', hope, ''),
  'theme.words': theme,
})

/** The words are the concept's; whether anybody chose them is the two's alone. */
const competences = [
  { id: 'ro', words: { da: 'Ro', en: 'Calm' } },
  { id: birds.competence, words: { da: text('competence'), en: text('competence') } },
]

/** What stands for Lone's post, written by the one who leads it. */
const describeJob = (world: World, host: Visitor) =>
  done(host, urls.jobVersions({ post: world.people.lone.post }), { words: text('job'), from: '2026-01-01' })

/** The invitation stands, and both have begun to write: themes, notes and keywords that nobody has shared yet. */
const toInvited = async (world: World): Promise<Thread> => {
  await haveThemes(world, short)
  await world.superuser.query(
    `update concept set body = jsonb_set(jsonb_set(body, '{kinds,lus,jobDescription}', 'true'), '{kinds,lus,competences}', $1)`,
    [JSON.stringify(competences)],
  )
  const thread = await invited(world)
  const { id, host, participant } = thread
  await describeJob(world, host)
  const draft = (role: 'host' | 'participant') => ({
    ...answer('q3', text(`${role}Kept`), text(`${role}Note`)),
    ...answer('q4', '', ''),
  })
  await done(host, urls.step({ id, step: 'strategi' }), draft('host'))
  await done(participant, urls.step({ id, step: 'strategi' }), draft('participant'))
  const themes = shortFields(text('participantHope'), text('participantTheme'))
  await done(participant, urls.step({ id, step: short }), { do: 'theme.own', ...themes })
  await done(host, urls.step({ id, step: short }), { do: 'theme.own', ...shortFields('', text('hostTheme')) })
  return thread
}

const toAgreed: Step = async (world, thread) => {
  const { id, host, participant } = thread
  const { html } = await participant.get(urls.invitation({ id }))
  await done(participant, urls.time({ id }), { slot: /name="slot" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  await prepare(thread, host, 'host')
  await prepare(thread, participant, 'participant')
  const sent = { ...shortFields(text('participantHope'), ''), 'hope.version': '1' }
  await done(participant, urls.step({ id, step: short }), { do: 'themes.send', ...sent })
  const paper = { title: text('paper'), link: 'https://lyngsoe.example/strategi', version: '0' }
  await done(host, urls.documentSlot({ id, slot: 'politikker' }), paper)
  return again(world, thread)
}

/** The day is here. Lone writes a conclusion, lets her own keywords into the record, and both agree on a point. */
const toTalking: Step = async (world, thread) => {
  await world.moveTo(new Date('2026-04-14T11:05:00Z'))
  const today = await again(world, thread)
  const { id, host, participant } = today
  await done(host, urls.talk({ id }), {})
  const topic = urls.topic({ id, step: 'indledning' })
  const ticked = { 'q1.text': text('conclusion'), 'q1.tick.keywords': 'yes' }
  await done(participant, topic, filled(await participant.get(topic), ticked))
  await done(participant, urls.points({ id }), filled(await participant.get(urls.planDraft({ id }))))
  const plan = await participant.get(urls.planDraft({ id }))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
  const written = {
    [`${point}.what`]: text('point'),
    [`${point}.support`]: text('support'),
    [`${point}.competence`]: birds.competence,
    'year.text': text('year'),
  }
  await done(participant, urls.planDraft({ id }), filled(plan, written))
  return today
}

const toHeld: Step = async (_, thread) => {
  await done(thread.host, urls.ending(thread), {})
  await done(thread.participant, urls.ending(thread), {})
  return thread
}

const toClosing: Step = async (_, thread) => {
  await done(thread.host, urls.freezing(thread), {
    gaps: 'seen',
    job: 'change',
    proposal: text('jobProposal'),
  })
  return thread
}

/** Lone signs with a remark, Anders without; then the papers are drawn, and she asks for a follow-up. */
const toClosed: Step = async (world, before) => {
  const thread = await again(world, before)
  const remark = { choice: 'signed-with-remark', remark: text('remark'), version: '1' }
  await done(thread.participant, urls.signatures(thread), remark)
  await done(thread.host, urls.signatures(thread), { choice: 'signed', version: '1' })
  await queueEmpty(world)
  await done(thread.participant, urls.followUp(thread), { line: text('followUpLine') })
  return thread
}

const steps: Record<Exclude<State, 'invited'>, Step> = {
  agreed: toAgreed,
  talking: toTalking,
  held: toHeld,
  closing: toClosing,
  closed: toClosed,
}

/** Goes through every state and stops at each. */
export async function* course(world: World): AsyncGenerator<{ state: State; thread: Thread }> {
  let thread = await toInvited(world)
  yield { state: 'invited', thread }
  for (const state of states) {
    if (state === 'invited') continue
    thread = await steps[state](world, thread)
    const { rows } = await world.superuser.query('select status from conversation where id = $1', [thread.id])
    if (rows[0].status !== state) throw new Error(`it is ${rows[0].status} and should be ${state}`)
    yield { state, thread }
  }
}

/** The conversation as it is in one state. */
export async function threadIn(world: World, wanted: State): Promise<Thread> {
  for await (const { state, thread } of course(world)) if (state === wanted) return thread
  throw new Error(`no conversation gets to ${wanted}`)
}
