// Yesterday's backup on an empty folder: filled, backed up while writers write, one text deleted, the keyring turned until
// the backup's own keys are dead, the data taken away, restored, and every row compared.

import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { type MovableClock, movableClock, systemClock } from '../../../src/clock.ts'
import { backUp } from '../../../src/db/backup/back-up.ts'
import { takeFolder } from '../../../src/db/backup/place.ts'
import { restore } from '../../../src/db/backup/restore.ts'
import { destroyDue } from '../../../src/db/destruction.ts'
import { inRound } from '../../../src/db/rounds.ts'
import { openStanding } from '../../../src/db/standing-ground.ts'
import type { Env } from '../../../src/env.ts'
import { runRound } from '../../../src/outside/rounds/run-round.ts'
import { compareRows, type Difference, listRows, type Rows } from './compare.ts'
import {
  addTalks,
  closeHouse,
  type DrillHouse,
  type Kept,
  moveOn,
  openHouse,
  read,
  signedIn,
  type Talk,
  write,
} from './house.ts'

export type Wish = { env: Env; checkout: string; folder: string; talks: number; say(line: string): void }

/** `opened` texts are what was written; `lost` are not; `arisen` are destroyed and open all the same. */
export type Outcome = Difference & {
  acknowledged: number
  opened: number
  lost: string[]
  arisen: number
  refusedWithoutNewerKeys: boolean
}

export async function drillRestore(wish: Wish): Promise<Outcome> {
  const clock = movableClock(systemClock.now())
  const house = await openHouse(wish.env, wish.checkout, clock)
  const talks = await addTalks(house, wish.talks)
  const [doomed, ...living] = talks
  if (!doomed) throw new Error('no talks')
  const kept: Kept[] = []
  for (const talk of talks) await keep(house, talk, kept)
  wish.say(`${talks.length} conversations, ${kept.length} texts`)
  const backup = await backUpAmongWriters(wish, house, living, kept)
  await destroy(house, doomed)
  await turnAway(wish, house)
  await closeHouse(house)
  await rename(wish.env.data, `${wish.env.data}.before`)
  return comeBack(wish, clock, doomed, backup)
}

async function keep(house: DrillHouse, talk: Talk, kept: Kept[]): Promise<void> {
  const proof = await signedIn(house, talk)
  const each = { talk, question: randomUUID(), keywords: `Æblet\t${randomUUID()}\n\\.\n` }
  await write(house, proof, each)
  kept.push(each)
}

type Backup = { folder: string; rows: Rows; acknowledged: Kept[] }

async function backUpAmongWriters(
  wish: Wish,
  house: DrillHouse,
  talks: Talk[],
  kept: Kept[],
): Promise<Backup> {
  const writing = { on: true }
  const writers = [0, 1].map(async each => {
    for (let at = each; writing.on; at += 2)
      for (const talk of talks.slice(at % talks.length).slice(0, 1)) await keep(house, talk, kept)
  })
  const folder = join(wish.folder, 'backup')
  takeFolder(folder, wish.env)
  const backup: Backup = { folder, rows: new Map(), acknowledged: [...kept] }
  const looking = new Client(house.opened.ground.owner)
  await looking.connect()
  const { ground } = await openStanding(wish)
  const { rows, keys } = await backUp({
    owner: ground.owner,
    folder,
    migrations: join(wish.checkout, 'db/migrations'),
    epoch: house.opened.keyring.current.n,
    now: house.clock.now(),
    seen: async snapshot => {
      backup.rows = await listRows(looking, snapshot)
    },
  })
  await looking.end()
  await ground.stop()
  writing.on = false
  await Promise.all(writers)
  const meanwhile = kept.length - backup.acknowledged.length
  wish.say(`Backup: ${rows} rows, ${keys} keys, while ${meanwhile} more texts were written`)
  return backup
}

async function destroy({ opened: { deps }, owner }: DrillHouse, { id }: Talk): Promise<void> {
  await owner.query('update shelf set destroy_after = app.today() where conversation_id = $1', [id])
  await inRound(deps.db.jobs, deps.clock.now(), round => destroyDue(round, deps))
}

/** Seven days, each with a round as the server has them: the epoch of the backup begins to end on the fifth and is gone on the seventh. */
async function turnAway({ say }: Wish, house: DrillHouse): Promise<void> {
  for (let day = 1; day <= 7; day++) {
    await moveOn(house, 24)
    await runRound(house.opened.deps)
  }
  const epochs = house.opened.keyring.epochs.map(({ n }) => n)
  say(`Seven days later the keyring has epoch ${epochs.join(', ')}`)
}

async function comeBack(
  wish: Wish,
  clock: MovableClock,
  doomed: Talk,
  { folder, rows, acknowledged }: Backup,
): Promise<Outcome> {
  const asked = { ...wish, folder, acceptLoss: false, now: clock.now() }
  const nowhere = { ...wish.env, shelfKeys: join(wish.folder, 'nowhere') }
  const refusedWithoutNewerKeys = await restore({ ...asked, env: nowhere }).then(
    () => false,
    fault => /udløbet/.test(fault.message),
  )
  const { keysFile, destroyed } = await restore(asked)
  wish.say(`Restored with ${keysFile}; ${destroyed} shelves stay destroyed`)
  const house = await openHouse(wish.env, wish.checkout, clock)
  try {
    const compared = compareRows(rows, await listRows(house.owner))
    return { ...compared, ...(await openTexts(house, acknowledged, doomed)), refusedWithoutNewerKeys }
  } finally {
    await closeHouse(house)
  }
}

async function openTexts(house: DrillHouse, acknowledged: readonly Kept[], doomed: Talk) {
  const lost: string[] = []
  const texts = { acknowledged: acknowledged.length, opened: 0, lost, arisen: 0 }
  for (const { talk, question, keywords } of acknowledged) {
    const seen = (await read(house, await signedIn(house, talk), talk))?.get(question)
    if (seen === keywords && talk !== doomed) texts.opened++
    else if (talk === doomed) texts.arisen += seen === undefined ? 0 : 1
    else texts.lost.push(`${talk.id} ${question}`)
  }
  return texts
}

/** What may differ: the destroyed shelf, and the text that stood on it. */
export const isExpected = ({ missing, foreign }: Difference): boolean =>
  missing.every(row => /^public\.(shelf|answer) /.test(row)) &&
  missing.length === 2 &&
  foreign.length === 1 &&
  foreign.every(row => row.startsWith('public.shelf '))

/** The drill's last line. */
export function tellRestore(outcome: Outcome): string {
  const { rows, tables, missing, foreign, opened, lost, arisen } = outcome
  const same = rows - missing.length
  return `${same} of ${rows} rows in ${tables} tables as they were, ${missing.length} of the destroyed text gone, ${foreign.length} changed; ${opened} texts open, ${lost.length} lost, ${arisen} arisen`
}
