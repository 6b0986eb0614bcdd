import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/db/embedded.ts'
import { urls } from '../../src/urls.ts'
import type { TestServer } from '../../test/world/ground.ts'
import { type House, openHouse } from '../../test/world/house.ts'
import {
  addHosting,
  addPerson,
  makeOrganisation,
  type Organisation,
  signIn,
} from '../../test/world/people.ts'
import { cookieOf, type Visitor } from '../../test/world/visitor.ts'

/** Somebody with a conversation they prepare for. */
export type Preparer = { visitor: Visitor; address: string; conversation: string; cookie: string }
/** A house on the bench's server: its organisation, who holds the conversations, and those who prepare. */
export type BenchHouse = {
  house: House
  organisation: Organisation
  host: { visitor: Visitor; cookie: string }
  preparers: Preparer[]
  /** What a process of the product is started with, to serve this house. */
  settings: Record<string, string>
}

/** A database server of the run's own. */
export async function openBenchServer() {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-bench-'))
  await chmod(folder, 0o711)
  const password = 'for-this-run-alone'
  const checkout = process.cwd()
  const data = join(folder, 'data')
  const embedded = await startEmbedded({
    data,
    explicitData: true,
    checkout,
    passwords: [password],
    say: () => {},
  })
  const server: TestServer = { host: embedded.socket, port: embedded.port, password, home: folder }
  const close = async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { server, close }
}

/** A house with so many leaders who each prepare a conversation with their chief. */
export async function openBenchHouse(server: TestServer, leaders: number): Promise<BenchHouse> {
  const house = await openHouse(new Date(), server)
  const organisation = await makeOrganisation(house, 'Lyngsø Kommune', ['Børn og unge'])
  const chief = await addPerson(house, organisation, 'Anders Kjær', 'Børn og unge', 'Dagtilbudschef')
  const host = await signIn(house, organisation.id, chief)
  const preparers: Preparer[] = []
  for (let n = 1; n <= leaders; n++) {
    const seat = await addPerson(house, organisation, `Leder${n} Holm`, 'Børn og unge', 'Daglig leder')
    await addHosting(house, organisation, chief, seat)
    const visitor = await signIn(house, organisation.id, seat)
    const conversation = await invite(host, seat.post)
    await visitor.post(
      urls.step({ id: conversation, step: 'relationer' }),
      section(0, 'Torsdagsmøderne virker.'),
    )
    preparers.push({ visitor, address: seat.address, conversation, cookie: cookieOf(visitor) })
  }
  const settings = {
    DATABASE_URL: house.env.databaseUrl ?? '',
    MEDSPIL_DATA: house.env.data,
    MEDSPIL_KEYRING: house.env.keyring,
  }
  return { house, organisation, host: { visitor: host, cookie: cookieOf(host) }, preparers, settings }
}

async function invite(host: Visitor, post: string): Promise<string> {
  const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  const sent = await host.post(urls.planning({ post }), {
    length: '75',
    otherLength: '',
    where: 'later',
    place: '',
    greeting: '',
    'day-1': day,
    'time-1': '13:00',
  })
  const id = /\/samtaler\/([0-9a-f-]{36})\//.exec(sent.path)?.[1]
  if (!id) throw new Error(`inviting answered ${sent.status}`)
  return id
}

/** A filled-in section of three questions, as the page sends it with the versions it knows. */
export function section(version: number, words: string): Record<string, string> {
  const question = (id: string) => ({
    [`${id}.version`]: String(version),
    [`${id}.score`]: '5',
    [`${id}.keywords`]: `${words} Vi får talt om det svære i tide.`,
    [`${id}.note`]: 'En note, som kun er min.',
  })
  return { ...question('q7'), ...question('q8'), ...question('q9') }
}
