import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { addressOf, codeAt, give, newBrowser, outcomes } from '../address/giving.ts'
import { filled } from '../talk/talking.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { byPin, employ, goodPin, printed, spend } from '../world/slips.ts'
import type { Visitor } from '../world/visitor.ts'
import { codes, proofOf, refusal, seen } from './proof.ts'
import { answer, birds, done, invited, text } from './thread.ts'

// Sign-in addresses under attack (walls §4): nobody but their owner's yes, or three days with notice, opens what was written.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const office = async () =>
  signIn(world, world.organisation, await employ(world, 'Hanne Kontor', { duty: 'administrator' }))

test('no role writes an address or a change of one, shortens its time, or settles it outside a round', async () => {
  const { party, office: desk, door, jobs } = world.deps.db
  const hanne = proofOf(await office())
  const { lone } = world.people
  await give(world, await office(), lone, 'ny@lyngsoe.example')
  for (const pool of [party, desk, door, jobs]) {
    const attempts = [
      `update person set address = 'tyv@tyv.example'`,
      `insert into address_change select * from address_change`,
      `update address_change set works_from = asked_at`,
      `delete from address_change`,
      `select app.settle_address(c, 'due', null) from address_change c`,
      `select app.send_again('${world.organisation}', array['${lone.person}'::uuid])`,
    ]
    for (const attempt of attempts)
      expect([attempt, await refusal(pool, hanne, attempt)]).toEqual([attempt, codes.denied])
  }
  expect(await refusal(jobs, {}, 'select app.settle_addresses(app.now(), 9)')).toBe(codes.notParty)
  for (const pool of [party, door])
    expect(await refusal(pool, hanne, `select app.place_addresses(gen_random_uuid())`)).toBe(codes.denied)
  const shorter = `insert into address_change select organisation_id, gen_random_uuid(), person_id, was, 'a@b.example', asked_by, asked_at,
    asked_at, asked_at, 'due' from address_change`
  await expect(world.superuser.query(shorter)).rejects.toThrow('three_days')
})

test('only the office of the same house sees who changes, and nobody answers for another', async () => {
  const { lone } = world.people
  await world.superuser.query(
    `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
    [world.other, world.people.eva.person],
  )
  const rows = async (visitor: Visitor) =>
    (await seen(world.deps.db.office, proofOf(visitor), 'select 1 from address_change')).length
  expect([
    await rows(await office()),
    await rows(await world.as('eva')),
    await rows(await world.as('karim')),
  ]).toEqual([1, 0, 0])
  expect(await refusal(world.deps.db.party, proofOf(await office()), 'select 1 from address_change')).toBe(
    codes.denied,
  )
  for (const visitor of [await office(), await world.as('anders'), await world.as('eva')]) {
    expect(await seen(world.deps.db.party, proofOf(visitor), 'select * from app.my_addresses()')).toEqual([])
    const address = 'ny@lyngsoe.example'
    await visitor.post(urls.newAddress(), { address })
    await visitor.post(urls.newAddressRefusal(), { address })
  }
  // A file of Fjordby that names Lone's id finds nobody.
  const file = '0b5f1c9e-0000-4000-8000-000000000001'
  await world.superuser.query(
    `insert into intake_row (organisation_id, intake_id, no, line, number, name, address, unit, seated, title, starts_on, start_said,
        first, known, person_id, post_id)
      values ($1, $2, 0, 2, 'x', 'x', 'tyv@tyv.example', 0, true, '', '2020-01-01', false, true, true, $3, gen_random_uuid())`,
    [world.other, file, lone.person],
  )
  const eva = proofOf(await world.as('eva'))
  await transaction(world.deps.db.office, eva, tx => tx.query('select app.place_addresses($1)', [file]))
  expect(await outcomes(world, lone)).toEqual(['waits'])
})

test('yes, no, the clock and another file at once: what was agreed on last is what signs in', async () => {
  const { karim } = world.people
  const address = 'karim.ny@lyngsoe.example'
  await give(world, await office(), karim, address)
  await world.superuser.query(
    `update address_change set asked_at = asked_at - interval '73 hours', works_from = works_from - interval '73 hours' where person_id = $1`,
    [karim.person],
  )
  const [one, two, three] = [await world.as('karim'), await world.as('karim'), await world.as('karim')]
  const answers = [
    one.post(urls.newAddress(), { address }),
    two.post(urls.newAddressRefusal(), { address }),
    three.post(urls.newAddressRefusal(), { address }),
    runRound(world.deps),
    give(world, await office(), karim, 'karim@lyngsoe.example'),
  ]
  await Promise.all(answers)
  // A yes may come after the file has given the old address anew: what was agreed on last is what signs in.
  const { rows } = await world.superuser.query(
    `select becomes from address_change where person_id = $1 and outcome in ('agreed', 'due') order by settled_at desc`,
    [karim.person],
  )
  expect(await addressOf(world, karim)).toBe(rows[0]?.becomes ?? 'karim@lyngsoe.example')
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})

test('walls §7 random sequences of files, slips, PINs, hosts and hours, with an owner who says no: none opens an earlier text', async () => {
  const { lone, karim } = world.people
  const thread = await invited(world)
  await done(thread.participant, urls.step({ id: thread.id, step: 'strategi' }), {
    ...answer('q3', text('participantKept'), text('participantNote')),
    ...answer('q4', '', ''),
  })
  await world.superuser.query('update person set address_proven_at = app.now() where id = $1', [lone.person])
  const thief = ['tyv@tyv.example', 'tyv2@tyv.example', 'ny@lyngsoe.example']
  let [now, seed, login] = [world.deps.clock.now(), 11, '']
  const pick = (count: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * count)
  }
  for (let step = 0; step < 12; step++) {
    now = new Date(now.getTime() + (1 + pick(30)) * 3_600_000)
    await world.moveTo(now)
    // She reads her mail within two days of every letter.
    const { rows } = await world.superuser.query(
      `select 1 from address_change where person_id = $1 and settled_at is null and asked_at < app.now() - interval '40 hours'`,
      [lone.person],
    )
    if (rows.length > 0) await sayNo(await world.as('lone'))
    await runRound(world.deps)
    const hanne = await office()
    const kind = pick(5)
    const browser = newBrowser(world)
    if (kind < 3) await give(world, hanne, lone, thief[kind] ?? '')
    else if (kind === 3) login = (await printSlip(hanne, browser)) || login
    else
      await world.superuser.query(`update hosting set host_post_id = $1 where participant_post_id = $2`, [
        pick(2) === 0 ? karim.post : world.people.anders.post,
        lone.post,
      ])
    await comeIn(browser, thief[step % 3] ?? '')
    if (login) await byPin(browser, login, goodPin)
    await browser.post(urls.newAddress(), { ...filled(await browser.get(urls.newAddress())), code: goodPin })
    for (const path of [
      urls.home(),
      urls.step({ id: thread.id, step: 'strategi' }),
      urls.ownData(),
      urls.newAddress(),
    ]) {
      const { html } = await browser.get(path)
      for (const bird of Object.values(birds))
        expect([step, path, html.includes(bird)]).toEqual([step, path, false])
    }
    expect(await seen(world.deps.db.party, proofOf(browser), 'select 1 from answer')).toEqual([])
  }
  expect(await addressOf(world, lone)).toBe('lone@lyngsoe.example')
  expect(new Set(await outcomes(world, lone))).toContain('refused')
}, 120_000)

const sayNo = async (visitor: Visitor) =>
  visitor.post(urls.newAddressRefusal(), filled(await visitor.get(urls.newAddress())))

async function printSlip(hanne: Visitor, browser: Visitor): Promise<string> {
  const slip = await printed(hanne, world.people.lone)
  await spend(browser, slip)
  return slip.login
}

async function comeIn(browser: Visitor, address: string) {
  const code = await codeAt(world, browser, urls.signIn(), address)
  expect([address, code]).toEqual([address, undefined])
}
