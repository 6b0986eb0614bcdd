// Whether it matters how many the others are: the same pages and saves of the same few people, with a year of others'
// conversations around them, in a town of 1,000 and in one of 45,000. The two take turns, so that the machine is the same.
import { urls } from '../../src/urls.ts'
import type { TestServer } from '../../test/world/ground.ts'
import { blocksOf } from './blocks.ts'
import { addCrowd } from './crowd.ts'
import { type BenchHouse, openBenchHouse, type Preparer } from './house.ts'
import { median, rate, type Shot } from './load.ts'
import { startProduct, stop } from './processes.ts'
import { nobody, saveOnce, savesOf } from './saves.ts'
import { round, say } from './say.ts'
import { turning } from './turning.ts'

const sizes = [1000, 45_000] as const
const clients = 8
const rounds = 3
const seconds = 2

type Town = BenchHouse & { product: Awaited<ReturnType<typeof startProduct>> }
/** What is asked for over the line, and the same within this process, to see what the database reads for it. */
type Measured = { next: (client: number) => Shot; once: () => Promise<unknown> }

export async function year(server: TestServer) {
  const began = performance.now()
  const towns: Town[] = []
  try {
    for (const people of sizes) towns.push(await openTown(server, people))
    const took = round((performance.now() - began) / 1000)
    say(`A year of conversations around the same fifteen people, ${clients} clients (made in ${took} s)`)
    for (const [name, of] of Object.entries(measured)) await grown(name, towns, of)
    const town = towns.at(-1)
    if (town) await turning(town, town.product.port)
  } finally {
    for (const { product, house } of towns) {
      await stop(product.child)
      await house.close()
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

/** The towns in turn; the growth is what one costs among many, against among few. */
async function grown(name: string, towns: readonly Town[], of: (town: Town) => Measured) {
  const all = towns.map(town => ({ ...of(town), town, got: [0] }))
  const blocks: number[] = []
  for (const { town, once } of all) blocks.push(await blocksOf(town.house, once))
  for (const { next } of all) await rate(clients, 1, next)
  for (let n = 0; n < rounds; n++)
    for (const { next, got } of all) got[n] = await rate(clients, seconds, next)
  const rates = all.map(({ got }) => median(got))
  say(`  ${name.padEnd(32)} ${among(rates, '/s')}  growth ${growth(rates.toReversed())}`)
  say(`  ${''.padEnd(32)} ${among(blocks, ' blocks read')}  growth ${growth(blocks)}`)
}

const among = (figures: readonly number[], unit: string) =>
  sizes.map((people, at) => `${round(people)}: ${round(figures[at] ?? 0)}${unit}`).join('  ')

const growth = ([few = 1, many = 1]: readonly number[]) => (many / few).toFixed(2)
