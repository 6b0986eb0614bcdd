import { urls } from '../../src/urls.ts'
import type { World } from './people.ts'
import type { Shown } from './visitor.ts'

// How far Anders and Lone have come with their LUS, each step by the way a person takes it.

/** What Anders sends to invite Lone; six lines of times as on the page. */
export const invitationForm = {
  length: '75',
  otherLength: '',
  where: 'here',
  place: 'Rådhuset, lokale 4',
  greeting: '',
  'day-1': '2026-04-14',
  'time-1': '13:00',
  'day-2': '2026-04-16',
  'time-2': '09:30',
}

/** Anders has invited Lone, or whom one names. Gives the conversation's id. */
export async function invited(
  world: World,
  fields: Readonly<Record<string, string>> = {},
  led: 'lone' | 'karim' = 'lone',
): Promise<string> {
  const anders = await world.as('anders')
  const post = world.people[led].post
  return idIn(await anders.post(urls.planning({ post }), { ...invitationForm, ...fields }))
}

/** Lone has picked the first time. */
export async function agreed(world: World, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const id = await invited(world, fields)
  const lone = await world.as('lone')
  const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
  await lone.post(urls.time({ id }), { slot })
  return id
}

/** What one writes to some questions, as the step's form sends it; the rest of the step is empty. */
export function typed(
  questions: readonly string[],
  answers: Readonly<Record<string, { score?: string; keywords?: string; note?: string; version?: number }>>,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(id => {
      const { score = '', keywords = '', note = '', version = 0 } = answers[id] ?? {}
      return Object.entries({ score, keywords, note, version: String(version) }).map(([part, value]) => [
        `${id}.${part}`,
        value,
      ])
    }),
  )
}

/** The step on relations, with something of each kind in it: a score, keywords and a note. */
export const relations = ['q7', 'q8', 'q9']
export const writtenRelations = typed(relations, {
  q7: {
    score: '5',
    keywords: 'Vi får talt om det svære i tide. Torsdagsmøderne virker.',
    note: 'Spørg Karim.',
  },
  q8: { score: '3', keywords: 'Jeg mangler en fast sparring med Jonas, AMR.' },
})

/** The conversation's id in the address one has come to. */
export function idIn({ path }: Pick<Shown, 'path'>): string {
  const [, id] = /^\/samtaler\/([0-9a-f-]{36})\b/.exec(path) ?? []
  if (id === undefined) throw new Error(`no conversation in ${path}`)
  return id
}

/** The times one can pick on the page, earliest first. */
export const slotsIn = ({ html }: Pick<Shown, 'html'>): string[] =>
  [...html.matchAll(/name="slot" value="([^"]+)"/g)].map(([, slot = '']) => slot)

/** Lone has written to the questions on relations, and has shared nothing. */
export async function prepared(world: World): Promise<string> {
  const id = await agreed(world)
  const lone = await world.as('lone')
  await lone.post(urls.step({ id, step: 'relationer' }), { ...writtenRelations, do: 'save' })
  return id
}
