import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDateOf } from '../../src/domain/day.ts'
import { urls } from '../../src/urls.ts'
import { roundAt } from '../deletion/shelves.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import { administrator, csv, putInPlace, rowsOf, sendIn } from './office.ts'

// A file that is looked through is a whole organisation's names and addresses. What is not put in place is not kept.

let world: World
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
  anders = await administrator(world)
})
afterAll(() => world.close())

/** The rows of every file, and what is kept of one. */
async function left({ path }: Pick<Shown, 'path'>) {
  const { rows } = await world.superuser.query<{ rows: number; report: string }>(
    `select ((select count(*) from intake_row) + (select count(*) from intake_unit))::int as rows, report::text
      from intake where id = $1`,
    [path.split('/').at(-1)],
  )
  return rows[0]
}
/** A file that brings one more, who is nowhere yet. */
const withOneMore = async (number: string, name: string) =>
  csv([...(await rowsOf(world)), `${number};${name};;Engvejen;;Vikar;ingen;`])

test('what is in place leaves no rows behind', async () => {
  const shown = await sendIn(anders, await withOneMore('n7', 'Ida Ny'))
  expect((await left(shown))?.rows).toBeGreaterThan(0)
  await putInPlace(anders, shown)
  await expect.poll(async () => (await left(shown))?.rows).toBe(0)
})

test('a file that is not put in place stays six days and is forgotten on the seventh, as its page says', async () => {
  const shown = await sendIn(anders, await withOneMore('n6', 'Bo Endnuny'))
  const readOn = localDateOf(world.deps.clock.now())
  expect(wordsOf(shown)).toMatch(/Filen bliver glemt den \d+\. [a-z]+, hvis den ikke lægges ind\./)
  await roundAt(world, `${addDays(readOn, 6)}T21:00:00Z`)
  expect(wordsOf(await (await world.as('anders')).get(shown.path))).toContain('Bo Endnuny')
  await roundAt(world, `${addDays(readOn, 7)}T06:00:00Z`)
  expect(await left(shown)).toEqual({ rows: 0, report: '{"refused": "forgotten"}' })
  const again = await world.as('anders')
  expect(wordsOf(await again.get(shown.path))).toContain(
    'Den blev ikke lagt ind inden syv dage, og vi har glemt den.',
  )
  expect(wordsOf(await again.get(urls.intake()))).not.toContain('er ikke lagt ind endnu')
})

test.each(['reading', 'placing'])(
  'what a stop has left of a file that was %s goes in a day',
  async status => {
    const again = await world.as('anders')
    const shown = await sendIn(again, await withOneMore('n5', 'Ea Stoppet'))
    await world.superuser.query(`update intake set status = $2 where id = $1`, [
      shown.path.split('/').at(-1),
      status,
    ])
    const today = localDateOf(world.deps.clock.now())
    await roundAt(world, `${addDays(today, 2)}T12:00:00Z`)
    expect(await left(shown)).toEqual({ rows: 0, report: '{"refused": "stopped"}' })
  },
)
