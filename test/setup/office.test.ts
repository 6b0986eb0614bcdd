import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { organisationOfSetup } from '../../src/db/setup.ts'
import { systemRandom } from '../../src/random.ts'
import { newToken } from '../../src/trust/codes.ts'
import { type House, openHouse } from '../world/house.ts'
import { emptyHouse, make, openedDoor, sessionOf, tables } from './door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

describe('the office role', () => {
  const attempts: Record<(typeof tables)[number], string> = {
    organisation: `insert into organisation (organisation_id, name, made_at) values (gen_random_uuid(), 'x', now())`,
    concept: `insert into concept select organisation_id, gen_random_uuid(), 'x', 2, '{}', now() from organisation`,
    unit: `insert into unit values ($1, gen_random_uuid(), null, 'x')`,
    person: `insert into person (organisation_id, id, number, name) values ($1, gen_random_uuid(), 'x', 'x')`,
    post: `insert into post values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', now(), null)`,
    duty: `insert into duty values ($1, gen_random_uuid(), gen_random_uuid(), null, 'hr', now(), null)`,
    hosting: `insert into hosting values ($1, gen_random_uuid(), gen_random_uuid(), now(), null)`,
    event: `insert into event values ($1, gen_random_uuid(), now(), null, 'x', null, '{}', '')`,
  }
  const insertable = tables.filter(table => table !== 'concept')
  const readable = tables.filter(table => table !== 'event')

  const finished = async () => {
    const visitor = await openedDoor(house)
    await make(visitor)
    return visitor.cookies.get('__Host-medspil-setup') ?? ''
  }

  test.each(['nothing', 'a token that opened nothing', 'a setup that is finished', 'a leader’s session'])(
    'sees no row and writes none with %s',
    async proof => {
      const used = await finished()
      const proofs = {
        nothing: {},
        'a token that opened nothing': { setup: newToken(systemRandom) },
        'a setup that is finished': { setup: used },
        'a leader’s session': { session: await sessionOf(house, '1101') },
      }
      const given = Object.entries(proofs).find(([name]) => name === proof)?.[1] ?? {}
      const office = house.deps.db.office
      for (const table of readable) {
        const seen = await transaction(office, given, tx => tx.query(`select 1 from ${table}`))
        expect([table, seen.rowCount]).toEqual([table, 0])
      }
      for (const table of insertable) {
        const values = attempts[table].includes('$1') ? [organisationOfSetup(used)] : []
        const refused = transaction(office, given, tx => tx.query(attempts[table], values))
        await expect(refused).rejects.toMatchObject({ code: '42501' })
      }
      const changed = await transaction(office, given, tx => tx.query(`update person set name = 'x'`))
      expect(changed.rowCount).toBe(0)
    },
  )

  test('an administrator sees their own organisation', async () => {
    await finished()
    const session = await sessionOf(house, '1002')
    const seen = await transaction(house.deps.db.office, { session }, tx => tx.query('select 1 from person'))
    expect(seen.rowCount).toBe(24)
  })

  test('a second setup opens its own organisation and nothing of the first', async () => {
    const first = organisationOfSetup(await finished())
    const setup = (await openedDoor(house)).cookies.get('__Host-medspil-setup') ?? ''
    const office = house.deps.db.office
    for (const table of readable) {
      const seen = await transaction(office, { setup }, tx => tx.query(`select 1 from ${table}`))
      expect([table, seen.rowCount]).toEqual([table, 0])
    }
    const into = (organisation: string) =>
      transaction(office, { setup }, tx => tx.query(attempts.unit, [organisation]))
    await expect(into(first)).rejects.toMatchObject({ code: '42501' })
    // Its own may be written, and is refused only because the organisation itself is not there yet.
    await expect(into(organisationOfSetup(setup))).rejects.toMatchObject({ code: '23503' })
  })

  test('the proof ends with its transaction', async () => {
    const visitor = await openedDoor(house)
    const setup = visitor.cookies.get('__Host-medspil-setup') ?? ''
    const open = (given: { setup: string } | Record<string, never>) =>
      transaction(house.deps.db.office, given, tx => tx.query('select app.setting_up() as open'))
    expect((await open({ setup })).rows).toEqual([{ open: true }])
    expect((await open({})).rows).toEqual([{ open: false }])
  })
})
