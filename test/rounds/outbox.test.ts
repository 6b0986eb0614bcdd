import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { mailServer, refusal } from '../outside/mail-server.ts'
import { createCaller } from '../walls/door.ts'
import { codes, proofOf, refusal as refused } from '../walls/proof.ts'
import { openWorld, type World } from '../world/people.ts'
import { portOf } from '../world/served.ts'
import { agreed, invited } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { local, roundAt } from './living.ts'

// What the administrator sees of letters, and what becomes of those that do not get through.

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function openPost(start: Date, smtpUrl?: string): Promise<{ world: World; office: Visitor }> {
  const post = smtpUrl ? { smtpUrl, mailFrom: 'Medspil <post@lyngsoe.example>' } : undefined
  const world = await openWorld(start, undefined, post)
  closing.push(() => world.close())
  await world.superuser.query(
    `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
    [world.organisation, world.people.birthe.person],
  )
  return { world, office: await world.as('birthe') }
}

const outbox = async (office: Visitor, query = '') => wordsOf(await office.get(`${urls.outbox()}${query}`))
const evening = local('2026-04-08', '21:00')
const morning = local('2026-04-09', '08:00')

describe('the outbox', () => {
  test('says to whom, when it was written and when it goes; about a talk only that it is', async () => {
    const { world, office } = await openPost(evening)
    await agreed(world, { greeting: 'Her bor en hejre' })
    const waiting = await outbox(office, '?vis=venter')
    expect(waiting).toContain(
      'Lone Bach Holm lone@lyngsoe.example Brev om en samtale 8. april 2026 kl. 21.00',
    )
    expect(waiting).toContain('Sendes i morgen kl. 7.00')
    await roundAt(world, morning)
    const nextDay = await world.as('birthe')
    const page = await nextDay.get(urls.outbox())
    expect(wordsOf(page)).toContain('Ikke sendt. Der var ikke brug for det mere.')
    expect(wordsOf(page)).toContain('Sagt i terminalen 9. april 2026 kl. 8.00')
    expect(page.html).not.toMatch(/hejre|invitation|time-agreed|samtaler\/[0-9a-f]|13\.00/)
    expect(await outbox(nextDay, '?vis=venter')).toContain('Ingen breve venter.')
  })

  test('promises no letter to somebody without mail', async () => {
    const { world, office } = await openPost(evening)
    await world.superuser.query(`update person set address = null where id = $1`, [world.people.lone.person])
    await invited(world)
    expect(await outbox(office)).toMatch(
      /Lone Bach Holm Brev om en samtale .* Kan ikke sendes Har ingen mail\./,
    )
    expect(await outbox(office)).not.toContain('Sendes i morgen')
  })

  test('holds no codes, and who asked for one stands nowhere in it', async () => {
    const { world, office } = await openPost(local('2026-04-09', '10:00'))
    const said = world.terminal.next(/^Kode til lone@lyngsoe.example: (\S+)$/)
    await createCaller(world).ask('lone@lyngsoe.example')
    const [, code = ''] = await said
    expect(await outbox(office)).not.toContain(code)
    expect(await outbox(office)).toContain('Der er ingen breve endnu.')
  })

  test('is the administrator’s alone', async () => {
    const { world } = await openPost(evening)
    await invited(world)
    for (const name of ['anders', 'lone', 'eva'] as const) {
      const visitor = await world.as(name)
      expect((await visitor.get(urls.outbox())).status).toBe(404)
      expect((await visitor.get(urls.home())).html).not.toContain(urls.outbox())
      const rows = await refused(world.deps.db.office, proofOf(visitor), async tx => {
        const { rowCount } = await tx.query(`select * from app.outbox('all', 9, 0)`)
        if (rowCount) throw new Error('rows')
      })
      expect(rows).toBe('done')
    }
    for (const role of ['party', 'jobs', 'door'] as const)
      expect(await refused(world.deps.db[role], {}, `select * from app.outbox('all', 9, 0)`)).toBe(
        codes.denied,
      )
    expect(await refused(world.deps.db.office, {}, 'select * from mail')).toBe(codes.denied)
  })

  test('stands in the administrator’s menu, in both languages', async () => {
    const { office } = await openPost(evening)
    expect((await office.get(urls.home())).html).toContain(`href="${urls.outbox()}"`)
    await office.post(urls.language(), { language: 'en' })
    expect(await outbox(office)).toContain('There are no letters yet.')
  })

  test('goes on from page to page, and answers to odd ones', async () => {
    const { world, office } = await openPost(evening)
    await world.superuser.query(
      `insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
       select $1, gen_random_uuid(), $2, 'weekly-digest', app.now() - make_interval(mins => n), app.now() from generate_series(1, 60) n`,
      [world.organisation, world.people.anders.person],
    )
    const letters = async (query: string) =>
      (await office.get(`${urls.outbox()}${query}`)).html.match(/Ugens samtaler/g)?.length ?? 0
    expect([await letters(''), await letters('?side=2'), await letters('?vis=venter&side=3')]).toEqual([
      25, 25, 10,
    ])
    expect(await letters('?side=4')).toBe(0)
    for (const side of ['0', '-1', 'x', '1e99', '2.5'])
      expect((await office.get(`${urls.outbox()}?side=${side}`)).status).toBe(200)
    expect(await letters('?vis=fejl')).toBe(0)
  })
})

describe('a letter that does not get through', () => {
  test('because the mail server is away is kept, told and tried again', async () => {
    const silent = createServer()
    await new Promise<void>(listening => silent.listen(0, '127.0.0.1', listening))
    const port = portOf(silent.address())
    await new Promise(closed => silent.close(closed))
    const { world, office } = await openPost(morning, `smtp://127.0.0.1:${port}`)
    await invited(world)
    await roundAt(world, local('2026-04-09', '08:00'))
    const failed = await outbox(office, '?vis=fejl')
    expect(failed).toContain('Ikke sendt endnu Mailserveren svarer ikke. Vi prøver igen i dag kl. 8.0')
    expect(await outbox(office, '?vis=venter')).toContain('Lone Bach Holm')
    await roundAt(world, local('2026-04-09', '16:58'))
    expect(await outbox(await world.as('birthe'), '?vis=fejl')).toContain('Vi prøver igen i morgen kl. 7.00.')
    const { arrived } = await mailServer({}, port)
    await roundAt(world, local('2026-04-10', '07:00'))
    expect(arrived).toHaveLength(1)
    expect(await outbox(await world.as('birthe'), '?vis=fejl')).toContain('Alle breve er kommet frem.')
    await roundAt(world, local('2026-04-10', '12:00'))
    expect(arrived).toHaveLength(1)
  })

  test('because the address is refused is told, and not tried again', async () => {
    let asked = 0
    const server = await mailServer({
      onRcptTo: (_address, _session, done) => {
        asked += 1
        done(refusal(550))
      },
    })
    const { world, office } = await openPost(morning, `smtp://127.0.0.1:${server.port}`)
    await invited(world)
    await roundAt(world, local('2026-04-09', '08:00'))
    expect(await outbox(office, '?vis=fejl')).toContain(
      'Kom ikke frem Mailserveren kender ikke adressen. Spørg, om den er rigtig.',
    )
    await roundAt(world, local('2026-04-13', '09:00'))
    expect(asked).toBe(1)
  })

  test('because there is no address is told, and so are all who have none', async () => {
    const { world, office } = await openPost(morning)
    await world.superuser.query('update person set address = null where id = $1', [world.people.lone.person])
    await invited(world)
    await roundAt(world, local('2026-04-09', '08:00'))
    expect(await outbox(office, '?vis=fejl')).toContain('Lone Bach Holm Brev om en samtale')
    expect(await outbox(office, '?vis=fejl')).toContain('Kom ikke frem Har ingen mail.')
    expect(await outbox(office)).toMatch(/Én har ingen mail .*Lone Bach Holm/)
  })
})

test('a job that died under its mail is entered again after two days', async () => {
  const { world } = await openPost(morning)
  await world.superuser.query(
    `insert into mail (organisation_id, id, person_id, kind, for_date, made_at, due_at, queued_at)
     values ($1, gen_random_uuid(), $2, 'weekly-digest', '2026-04-06', app.now(), app.now(), app.now())`,
    [world.organisation, world.people.anders.person],
  )
  const waiting = async () =>
    (await world.superuser.query('select 1 from mail where due_at is not null')).rowCount
  await roundAt(world, local('2026-04-10', '09:00'))
  expect(await waiting()).toBe(1)
  await roundAt(world, local('2026-04-13', '09:00'))
  expect(await waiting()).toBe(0)
})
