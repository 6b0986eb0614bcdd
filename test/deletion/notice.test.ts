import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { closedAgainAndAgain, roundAt } from './shelves.ts'

// T25: fourteen days before, whoever can read a text is told once that it goes: by mail, and on the page.

let world: World
let thread: Thread
let again: () => Promise<Thread>
beforeAll(async () => {
  world = await openWorld()
  again = await closedAgainAndAgain(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  thread = await again()
  world.terminal.lines.length = 0
})

const told = async () =>
  (
    await world.superuser.query(
      `select split_part(p.name, ' ', 1) as who, n.layer, n.destroy_on::text as on from deletion_notice n
       join person p on p.id = n.person_id order by 1, 2, 3`,
    )
  ).rows
const mails = async () => (await world.superuser.query(`select 1 from mail where kind = 'deletion'`)).rowCount

describe('T25 the notice', () => {
  test('is given fourteen days before, not fifteen, to the one whose text it is, and once', async () => {
    await roundAt(world, '2026-04-29T12:00:00Z')
    expect(await told()).toEqual([])
    await roundAt(world, '2026-04-30T12:00:00Z')
    const own = { layer: 'own', on: '2026-05-14' }
    expect(await told()).toEqual([
      { who: 'Anders', ...own },
      { who: 'Lone', ...own },
    ])
    for (const at of ['2026-04-30T13:00:00Z', '2026-05-01T12:00:00Z', '2026-05-13T12:00:00Z'])
      await roundAt(world, at)
    expect(await mails()).toBe(2)
  })

  test('of shared text goes to both, and to nobody who cannot come in any more', async () => {
    await roundAt(world, '2028-03-31T12:00:00Z')
    expect(await told()).toEqual(['Anders', 'Lone'].map(who => ({ who, layer: 'talk', on: '2028-04-14' })))
    await world.superuser.query(`update post set ends_on = '2028-04-01' where person_id = $1`, [
      world.people.lone.person,
    ])
    await roundAt(world, '2028-10-01T12:00:00Z')
    expect((await told()).filter(({ layer }) => layer === 'plan')).toEqual([
      { who: 'Anders', layer: 'plan', on: '2028-10-15' },
    ])
  })

  test('says nothing of an empty shelf', async () => {
    await world.superuser.query('delete from answer where person_id = $1', [world.people.anders.person])
    await roundAt(world, '2026-04-30T12:00:00Z')
    expect((await told()).map(({ who }) => who)).toEqual(['Lone'])
  })

  test('goes out as a mail with kinds and days, a link and no word of any text', async () => {
    const gone = world.terminal.next(/^Brev til lone@.*hvem-kan-se-hvad$/)
    await roundAt(world, '2026-04-30T12:00:00Z')
    await roundAt(world, '2026-04-30T12:01:00Z')
    await gone
  })

  test('of a talk that was called off says with whom, and promises the end of no plan', async () => {
    await world.superuser.query(
      `update conversation set status = 'cancelled', held_on = null, begun_at = null where id = $1`,
      [thread.id],
    )
    await world.superuser.query(`update shelf set destroy_after = '2026-05-14' where conversation_id = $1`, [
      thread.id,
    ])
    await world.moveTo(new Date('2026-05-01T12:00:00Z'))
    const said = wordsOf(await (await world.as('lone')).get(urls.home()))
    expect(said).toContain('samtalearket: 14. maj 2026 (samtalen med Anders, som ikke er holdt)')
    expect(said).not.toContain('Planen og bemærkninger')
  })

  test('stands on Min side and where one’s data is fetched, from the day on and until it is gone', async () => {
    const said = async (path: string) => wordsOf(await (await world.as('lone')).get(path))
    await world.moveTo(new Date('2026-04-29T12:00:00Z'))
    expect(await said(urls.home())).not.toContain('Noget bliver slettet')
    await world.moveTo(new Date('2026-04-30T12:00:00Z'))
    for (const path of [urls.home()])
      expect(await said(path)).toContain(
        'Dine egne noter og svar, du ikke har delt: 14. maj 2026 (samtalen den 14. april 2026)',
      )
    await roundAt(world, '2026-05-14T12:00:00Z')
    expect(await said(urls.home())).not.toContain('Noget bliver slettet')
    expect(thread.id).toBeTruthy()
  })
})
