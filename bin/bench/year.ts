// Whether it matters how many the others are: the same pages and saves of the same few people, with a year of others'
// conversations around them, in a town of 1,000 and in one of 45,000. The two take turns, so that the machine is the same.
import { urls } from '../../src/urls.ts'
import type { TestServer } from '../../test/world/house.ts'
import { blocksOf } from './blocks.ts'
import { addCrowd } from './crowd.ts'
import { type BenchHouse, openBenchHouse, type Preparer } from './house.ts'
import { median, rate, type Shot } from './load.ts'
import { startProduct, stop } from './processes.ts'
import { nobody, saveOnce, savesOf } from './saves.ts'
import { round, say } from './say.ts'

const sizes = [1000, 45_000] as const
const clients = 8
const rounds = 3
const seconds = 2

type Town = BenchHouse & { product: Awaited<ReturnType<typeof startProduct>> }
/** What is asked for over the line, and the same within this process, to see what the database reads for it. */
type Measured = { next: (client: number) => Shot; once: () => Promise<unknown> }

export async function year(server: TestServer) {
  const began = performance.now()
  const [small, large] = [await openTown(server, sizes[0]), await openTown(server, sizes[1])]
  const took = round((performance.now() - began) / 1000)
  say(`A year of conversations around the same fifteen people, ${clients} clients (made in ${took} s)`)
  try {
    for (const [name, of] of Object.entries(measured))
      await grown(name, [small, of(small)], [large, of(large)])
  } finally {
    for (const town of [small, large]) {
      await stop(town.product.child)
      await town.house.close()
    }
  }
  say()
}

async function openTown(server: TestServer, people: number): Promise<Town> {
  const opened = await openBenchHouse(server, 15)
  try {
    await addCrowd(opened.house, opened.organisation, people)
    return { ...opened, product: await startProduct(opened.settings) }
  } catch (fault) {
    await opened.house.close()
    throw fault
  }
}

const measured: Record<string, (town: Town) => Measured> = {
  'a save of three questions': ({ product, preparers }) => {
    const versions = new Map<string, number>()
    const next = savesOf(product.port, preparers, versions)
    return { next, once: () => saveOnce(preparers, versions) }
  },
  'a preparation section': town =>
    ofPreparers(town, ({ conversation: id }) => urls.step({ id, step: 'relationer' })),
  'Min side': town => ofPreparers(town, () => urls.home()),
  'the year of a host with fifteen': ({ product: { port }, host }) => ({
    next: () => ({ port, path: urls.hosted(), headers: { cookie: host.cookie } }),
    once: () => host.visitor.get(urls.hosted()),
  }),
}

function ofPreparers({ product: { port }, preparers }: Town, path: (preparer: Preparer) => string): Measured {
  const at = (client: number) => preparers[client % preparers.length] ?? nobody()
  return {
    next: client => ({ port, path: path(at(client)), headers: { cookie: at(client).cookie } }),
    once: () => at(0).visitor.get(path(at(0))),
  }
}

/** Both in turn; the growth is what one costs among many, against among few. */
async function grown(name: string, [few, small]: [Town, Measured], [many, large]: [Town, Measured]) {
  const blocks = [await blocksOf(few.house, small.once), await blocksOf(many.house, large.once)] as const
  for (const { next } of [small, large]) await rate(clients, 1, next)
  const got: { small: number[]; large: number[] } = { small: [], large: [] }
  for (let n = 0; n < rounds; n++) {
    got.small.push(await rate(clients, seconds, small.next))
    got.large.push(await rate(clients, seconds, large.next))
  }
  const perSecond = [median(got.small), median(got.large)] as const
  const among = (figures: readonly [number, number], unit: string) =>
    sizes.map((people, at) => `${round(people)}: ${round(figures[at] ?? 0)}${unit}`).join('  ')
  const growth = [perSecond[0] / perSecond[1], blocks[1] / blocks[0]].map(ratio => ratio.toFixed(2))
  say(`  ${name.padEnd(32)} ${among(perSecond, '/s')}  growth ${growth[0]}`)
  say(`  ${''.padEnd(32)} ${among(blocks, ' blocks read')}  growth ${growth[1]}`)
}
