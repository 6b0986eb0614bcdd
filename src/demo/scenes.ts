import { type DemoSeat, findSeat, findTalk } from '../db/demo/people.ts'
import type { DemoStore } from '../db/demo/store.ts'
import { urls } from '../urls.ts'
import { type CastName, cast } from './cast.ts'
import type { Seat } from './face.ts'
import { houses } from './houses.ts'

/** Two people of one talk, side by side: the participant's phone and the host's screen, each at a page of it. */
export type DemoScene = {
  id: SceneName
  people: Record<Seat, CastName>
  pages: Record<Seat, (id: string) => string>
}

const topic = (step: string) => (id: string) => urls.topic({ id, step })
const preparation = (id: string) => urls.preparation({ id })
const signing = (id: string) => urls.signing({ id })

const all = {
  samtalen: {
    people: { phone: 'sara', screen: 'mette' },
    // A phone shows what both write further down: it opens there.
    pages: { phone: id => `${topic('kort')(id)}#q1-heading`, screen: topic('kort') },
  },
  tallene: {
    people: { phone: 'lone', screen: 'anders' },
    pages: { phone: topic('relationer'), screen: topic('relationer') },
  },
  forberedelsen: {
    people: { phone: 'zeynep', screen: 'mette' },
    pages: { phone: preparation, screen: preparation },
  },
  planen: { people: { phone: 'line', screen: 'mette' }, pages: { phone: signing, screen: signing } },
} as const satisfies Record<string, Omit<DemoScene, 'id'>>

export type SceneName = keyof typeof all

const isScene = (name: string): name is SceneName => name in all

export const scenes: readonly DemoScene[] = Object.keys(all)
  .filter(isScene)
  .map(id => ({ id, ...all[id] }))

export const findScene = (id: string): DemoScene | undefined => scenes.find(scene => scene.id === id)

export const getMember = (name: CastName) => {
  const member = cast.find(({ id }) => id === name)
  if (!member) throw new Error(`${name} is not in the cast`)
  return member
}

/** Where somebody of the cast sits in the database; nobody while the demo is empty. */
export const findCastSeat = (store: DemoStore, name: CastName): Promise<DemoSeat | undefined> => {
  const { house, number } = getMember(name)
  return findSeat(store, houses[house].name, number)
}

/** The two as they sit, and the pages they are at. */
export async function findStaged(
  store: DemoStore,
  { people, pages }: DemoScene,
): Promise<{ seats: Record<Seat, DemoSeat>; paths: Record<Seat, string> } | undefined> {
  const [phone, screen] = [await findCastSeat(store, people.phone), await findCastSeat(store, people.screen)]
  const id = phone && screen && (await findTalk(store, screen, phone))
  if (!id) return undefined
  return { seats: { phone, screen }, paths: { phone: pages.phone(id), screen: pages.screen(id) } }
}
