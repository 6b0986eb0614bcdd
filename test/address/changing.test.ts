import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { worksFrom } from '../../src/domain/address-change.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { administrator, csv, putInPlace, rowsOf, sendIn } from '../intake/office.ts'
import { local, roundAt } from '../rounds/living.ts'
import { filled } from '../talk/talking.ts'
import { queueEmpty } from '../walls/door.ts'
import { codes, proofOf, refusal } from '../walls/proof.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { employ, printed, spend } from '../world/slips.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { addressOf, codeAt, give, newBrowser, outcomes } from './giving.ts'

// A changed sign-in address (walls §4), from the file to the yes, the no, or the 72 hours.

const evening = local('2026-04-14', '22:00')
let world: World
let anders: Visitor
beforeAll(async () => {
  world = await openWorld(evening)
  anders = await administrator(world)
})
afterAll(() => world.close())

/** What the terminal says was sent, as the address and the page it leads to, while this is done. */
async function lettersBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = world.terminal.lines.length
  await work()
  await queueEmpty(world)
  return world.terminal.lines
    .slice(before)
    .filter(line => line.startsWith('Brev til '))
    .map(line => line.replace('Brev til ', '').replace('http://localhost:4000', ''))
    .toSorted()
}

/** Rounds come once a minute. */
const soonAfter = (moment: Date) => new Date(moment.getTime() + 60_000)
const code = (address: string) => codeAt(world, newBrowser(world), urls.signIn(), address)
const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000)
const lone = { old: 'lone@lyngsoe.example', new: 'lone.holm@lyngsoe.example' }
const withNew = async () => csv((await rowsOf(world)).map(row => row.replace(lone.old, lone.new)))

describe('a file with another address for somebody', () => {
  test('walls §4 says from when it counts; letters go to both at once, also by night; only the old one signs in', async () => {
    const shown = await sendIn(anders, await withNew())
    expect(wordsOf(shown)).toContain(
      'Ny mail, gælder fra 17. april 2026 kl. 22.00 1 Begge adresser får brev. Siger den gamle ja, gælder den nye med det samme.',
    )
    const done = await putInPlace(anders, shown)
    expect(wordsOf(done)).toContain('Ny mail, gælder fra 17. april 2026 kl. 22.00 1')
    const letters = await lettersBy(() => runRound(world.deps))
    expect(letters).toEqual([`${lone.new}: /`, `${lone.old}: ${urls.newAddress()}`])
    expect([await code(lone.old), await code(lone.new)]).toEqual([
      expect.stringMatching(/^\d{6}$/),
      undefined,
    ])
    expect(wordsOf(await (await world.as('lone')).get(urls.home()))).toContain(
      'Din mail bliver ændret til lone.holm@lyngsoe.example. Det gælder fra fredag kl. 22.00. Sig ja eller nej',
    )
  })

  test('and the same file again, changes nothing: the clock goes on', async () => {
    await world.moveTo(later(evening, 0.4))
    const shown = wordsOf(await sendIn(anders, await withNew()))
    expect(shown).toContain('Der er intet at ændre')
    expect(shown).toContain(`${lone.new} Gælder fra 17. april 2026 kl. 22.00`)
    expect(await outcomes(world, world.people.lone)).toEqual(['waits'])
  })

  test('lets letters about a talk go to both while it waits, and codes to the old one alone', async () => {
    await world.moveTo(local('2026-04-15', '10:00'))
    const time = { 'day-1': '2026-04-20', 'time-1': '13:00' }
    const day = { length: '75', otherLength: '', where: 'later', place: '', greeting: '' }
    const host = await world.as('anders')
    const letters = await lettersBy(() =>
      host.post(urls.planning({ post: world.people.lone.post }), { ...day, ...time }),
    )
    expect(letters.map(line => line.split(':')[0])).toEqual([lone.new, lone.old])
  })
})

describe('no from whoever is signed in', () => {
  test('leaves all as it is; the administrator sees it, and the file asks no more', async () => {
    const visitor = await world.as('lone')
    const said = wordsOf(await visitor.post(urls.newAddressRefusal(), { address: lone.new }))
    expect(said).toContain('Dit svar er gemt.')
    expect(said).toContain(
      'Du sagde nej til lone.holm@lyngsoe.example som din mail 15. april 2026. Sig ja alligevel',
    )
    expect(await addressOf(world, world.people.lone)).toBe(lone.old)
    anders = await world.as('anders')
    expect(wordsOf(await anders.get(urls.intake()))).toContain(
      'Har sagt nej til en ny mail De logger ind med den gamle. Spørg dem, og ret filen. Lone Bach Holm lone.holm@lyngsoe.example, 15. april 2026',
    )
    const again = wordsOf(await sendIn(anders, await withNew()))
    expect(again).toContain('Der er intet at ændre')
    expect(again).toContain('Har sagt nej 15. april 2026')
    await roundAt(world, later(evening, 80))
    expect(await addressOf(world, world.people.lone)).toBe(lone.old)
  })
})

describe('yes', () => {
  test('takes a fresh code to the old address, also after a no; then the new one signs in and the old one does not', async () => {
    const visitor = await world.as('lone')
    const onItsWay = newBrowser(world)
    const stale = (await codeAt(world, onItsWay, urls.signIn(), lone.old)) ?? ''
    await world.moveTo(later(world.deps.clock.now(), 0.1))
    const asked = await visitor.post(urls.newAddress(), {})
    expect([asked.status, asked.html.includes('name="code"')]).toEqual([422, true])
    await queueEmpty(world)
    const right = world.terminal.lines
      .findLast(line => line.startsWith(`Kode til ${lone.old}: `))
      ?.split(': ')[1]
    expect((await visitor.post(urls.newAddress(), { code: '000000', address: lone.new })).status).toBe(422)
    expect(await addressOf(world, world.people.lone)).toBe(lone.old)

    const said = await visitor.post(urls.newAddress(), { code: right ?? '', address: lone.new })
    expect(wordsOf(said)).toContain('Du sagde ja til lone.holm@lyngsoe.example som din mail')
    expect(await addressOf(world, world.people.lone)).toBe(lone.new)
    // The session is hers and goes on; a code that was on its way to the old address is worth nothing.
    expect((await visitor.get(urls.home())).path).toBe(urls.home())
    const used = await onItsWay.postOnly(urls.signInCode(), { code: stale })
    expect(used.headers.get('location')).toBeNull()
    expect([await code(lone.old), await code(lone.new)]).toEqual([
      undefined,
      expect.stringMatching(/^\d{6}$/),
    ])
    expect((await visitor.get(urls.newAddress())).path).toBe(`${urls.whoSees()}#vej-ind`)
  })
})

describe('nobody answers', () => {
  test.each([
    ['summer time ends', local('2026-10-23', '20:00'), local('2026-10-26', '19:00')],
    ['summer time begins', local('2027-03-26', '20:00'), local('2027-03-29', '21:00')],
  ])('and %s on the way: it counts 72 hours later, not a second before', async (_, asked, works) => {
    const { karim } = world.people
    const next = `karim${asked.getTime()}@lyngsoe.example`
    const before = await addressOf(world, karim)
    await world.moveTo(asked)
    await give(world, await world.as('anders'), karim, next)
    expect(worksFrom(asked)).toEqual(works)
    await roundAt(world, new Date(works.getTime() - 1000))
    expect([await addressOf(world, karim), await code(next)]).toEqual([before, undefined])
    await roundAt(world, soonAfter(works))
    expect([await addressOf(world, karim), await code(next), await code(before)]).toEqual([
      next,
      expect.stringMatching(/^\d{6}$/),
      undefined,
    ])
  })

  test('whoever asks for a code at the old address is told that it is another now', async () => {
    await code('karim@lyngsoe.example')
    expect(world.terminal.lines).toContain(
      'Ingen kode til karim@lyngsoe.example: den, der havde den mail, har en anden nu.',
    )
  })

  test('it stands on screen 26 and among one’s own data, with its date, for two years', async () => {
    const visitor = await world.as('karim')
    const address = await addressOf(world, world.people.karim)
    const said = `Anders Kjær har givet dig en ny mail: ${address}. Ingen svarede, og den gælder fra 29. marts 2027 kl. 21.01.`
    expect(wordsOf(await visitor.get(urls.whoSees()))).toContain(said)
    const file = await visitor.post(urls.ownData(), {})
    expect(wordsOf(file)).toContain(`Ændring af mail ${said}`)
    expect(wordsOf(file)).toContain('Ny mail gælder uden svar · Medspil')
    await roundAt(world, local('2029-03-30', '08:00'))
    expect(await outcomes(world, world.people.karim)).toEqual([])
  })

  test('of two changes the last one counts, and its 72 hours are its own', async () => {
    const { birthe } = world.people
    const start = local('2029-05-02', '09:00')
    await world.moveTo(start)
    await give(world, await world.as('anders'), birthe, 'en@lyngsoe.example')
    await world.moveTo(later(start, 71))
    const reading = await world.as('birthe')
    const page = await reading.get(urls.newAddress())
    await give(world, await world.as('anders'), birthe, 'to@lyngsoe.example')
    // What she saw was the first one: her yes is not to the second.
    const again = await reading.post(urls.newAddress(), filled(page))
    expect([again.path, wordsOf(again).includes('to@lyngsoe.example')]).toEqual([urls.newAddress(), true])
    await roundAt(world, later(start, 73))
    expect(await addressOf(world, birthe)).toBe('birthe@lyngsoe.example')
    await roundAt(world, soonAfter(later(start, 143)))
    expect([await addressOf(world, birthe), await outcomes(world, birthe)]).toEqual([
      'to@lyngsoe.example',
      ['replaced', 'due'],
    ])
  })
})

test('a file with the old address again takes the change back, and its person is told', async () => {
  const { birthe } = world.people
  const start = local('2029-06-05', '21:00')
  await world.moveTo(start)
  const office = await world.as('anders')
  await give(world, office, birthe, 'tre@lyngsoe.example')
  await lettersBy(() => runRound(world.deps))
  await give(world, office, birthe, 'to@lyngsoe.example')
  expect(await lettersBy(() => runRound(world.deps))).toEqual([`to@lyngsoe.example: ${urls.whoSees()}`])
  await roundAt(world, later(start, 80))
  expect(await addressOf(world, birthe)).toBe('to@lyngsoe.example')
  expect(wordsOf(await (await world.as('birthe')).get(urls.whoSees()))).toContain(
    'tre@lyngsoe.example blev ikke din mail. Det blev taget tilbage 5. juni 2029.',
  )
})

test('walls §4 an address that somebody of another organisation signs in with by then never counts', async () => {
  const { birthe, eva } = world.people
  await give(world, await world.as('anders'), birthe, 'ledig@lyngsoe.example')
  await world.superuser.query(`update person set address = 'ledig@lyngsoe.example' where id = $1`, [
    eva.person,
  ])
  await roundAt(world, later(world.deps.clock.now(), 72.1))
  expect(await addressOf(world, birthe)).toBe('to@lyngsoe.example')
  expect(wordsOf(await (await world.as('birthe')).get(urls.whoSees()))).toContain(
    'ledig@lyngsoe.example blev ikke din mail. En anden har den.',
  )
})

describe('S3-01 somebody without an address', () => {
  test('gets the first one at once where nothing has been written that it could open', async () => {
    const nils = await employ(world, 'Nils Ny')
    anders = await world.as('anders')
    const rows = (await rowsOf(world)).map(row => row.replace('Nils Ny;', 'Nils Ny;nils@lyngsoe.example'))
    const shown = await sendIn(anders, csv(rows))
    expect(wordsOf(shown)).toContain('Får en mail 1 De har ingen mail her.')
    await putInPlace(anders, shown)
    expect([await addressOf(world, nils), await outcomes(world, nils)]).toEqual(['nils@lyngsoe.example', []])
  })

  test('waits 72 hours where they have come in by a slip, and can say no, never yes', async () => {
    const pia = await employ(world, 'Pia Pin')
    const kontor = await employ(world, 'Hanne Kontor', { duty: 'administrator', unit: 'Børn og unge' })
    const hanne = await signIn(world, world.organisation, kontor)
    const browser = newBrowser(world)
    await spend(browser, await printed(hanne, pia))
    await give(world, hanne, pia, 'pia@lyngsoe.example')
    expect(await lettersBy(() => runRound(world.deps))).toEqual(['pia@lyngsoe.example: /'])
    const page = await browser.get(urls.newAddress())
    expect(page.html).not.toContain(`action="${urls.newAddress()}"`)
    expect(wordsOf(page)).toContain('Kun en kode til din gamle mail kan sige ja.')
    await browser.post(urls.newAddress(), { code: '482913', address: 'pia@lyngsoe.example' })
    const agreed = `select app.answer_address(true, 'pia@lyngsoe.example')`
    expect(await refusal(world.deps.db.party, proofOf(browser), agreed)).toBe(codes.notParty)
    expect([await addressOf(world, pia), await outcomes(world, pia)]).toEqual([null, ['waits']])
    await browser.post(urls.newAddressRefusal(), { address: 'pia@lyngsoe.example' })
    expect([await addressOf(world, pia), await outcomes(world, pia)]).toEqual([null, ['refused']])
  })

  test('waits too where somebody has invited them to a talk, and then gets the letters that could not go', async () => {
    const ida = await employ(world, 'Ida Inviteret')
    const { superuser, organisation } = world
    const { rows } = await superuser.query('select conversation_id as id from party limit 1')
    await superuser.query(
      `insert into party (organisation_id, conversation_id, person_id, role, post_id, starts_on) values ($1, $2, $3, 'participant', $4, '2026-04-01')`,
      [organisation, rows[0].id, ida.person, ida.post],
    )
    await superuser.query(
      `insert into mail (organisation_id, id, person_id, kind, made_at, due_at, failure)
        values ($1, gen_random_uuid(), $2, 'deletion', app.now(), null, 'no-address')`,
      [organisation, ida.person],
    )
    await give(world, await world.as('anders'), ida, 'ida@lyngsoe.example')
    expect(await addressOf(world, ida)).toBeNull()
    await roundAt(world, later(world.deps.clock.now(), 72.1))
    expect(await addressOf(world, ida)).toBe('ida@lyngsoe.example')
    await roundAt(world, local('2029-07-02', '10:00'))
    const mails = await superuser.query('select dropped from mail where person_id = $1', [ida.person])
    expect(mails.rows).toContainEqual({ dropped: 'nothing-to-say' })
  })
})
