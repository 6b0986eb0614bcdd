import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { numberOf, openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { administrator, csv, putInPlace, rowsOf, sendIn, sendOnly, settled } from './office.ts'

let world: World
let anders: Visitor
let karim: string
beforeAll(async () => {
  world = await openWorld()
  anders = await administrator(world)
  karim = numberOf(world.people.karim.person)
})
afterAll(() => world.close())

const people = async () =>
  (
    await world.superuser.query(
      `select p.name, u.name as unit, o.title, o.ends_on::text as ends, q.name as host, h.ends_on::text as hosted_until
        from person p join post o on o.person_id = p.id join unit u on u.id = o.unit_id
        left join hosting h on h.participant_post_id = o.id left join post b on b.id = h.host_post_id left join person q on q.id = b.person_id
        where p.organisation_id = $1 order by p.name, h.starts_on, q.name`,
      [world.organisation],
    )
  ).rows

const ledByKarim = (row: string) => row.replace(/;[^;]*;([^;]*)$/, `;${karim};$1`)

test('the file as things stand changes nothing, whatever is looked through', async () => {
  const before = await people()
  const shown = await sendIn(anders, csv(await rowsOf(world)))
  expect(wordsOf(shown)).toContain('Der er intet at ændre')
  expect(shown.html).not.toContain('<form method="post" action="/organisation/import/')
  expect(await people()).toEqual(before)
})

test('new units of any depth, people, posts, roles and leaders; then the same file changes nothing', async () => {
  const heads = 'Leder;Navn;nummer;mail;Enhed;Overenhed;Team;Stilling;Personalegruppe;Startdato;Rolle'
  const there = (await rowsOf(world)).map(row => {
    const [number, name, mail, unit, parent, title, leader, starts] = row.split(';')
    return [leader, name, number, mail, unit, parent, '', title, '', starts, ''].join(';')
  })
  const file = csv(
    [
      ...there,
      ';;;;Område Nord;Børn og unge;;;;;',
      `${karim};Åse Ørum;n1;aase@lyngsoe.example;Havebørnehaven;Område Nord;Rød stue;Souschef;Pædagoger;15-08-2021;souschef og AMR`,
      `n1;"Bo\r\nHolm";n2;;Havebørnehaven;Område Nord;;Pædagog;;;TR`,
    ],
    heads,
  )
  const shown = await sendIn(anders, file)
  const words = wordsOf(shown)
  expect(words).toContain('Nye personer 2')
  expect(words).toContain('Nye enheder 2')
  expect(words).toContain('Nye roller 3')
  expect(words).toContain('1 skal have en seddel med en engangskode for at logge ind: Bo Holm.')
  expect(wordsOf(await putInPlace(anders, shown))).toContain('Filen er lagt ind')
  expect(await people()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Bo Holm', unit: 'Havebørnehaven', host: 'Åse Ørum' }),
      expect.objectContaining({ name: 'Åse Ørum', title: 'Souschef', host: 'Karim Aydin' }),
    ]),
  )
  const { rows } = await world.superuser.query(
    `select p.name as parent, d.duty, o.team, o.staff_group from unit u join unit p on p.id = u.parent_id join post o on o.unit_id = u.id
      join duty d on d.person_id = o.person_id where u.name = 'Havebørnehaven' and o.team is not null order by d.duty`,
  )
  const where = { parent: 'Område Nord', team: 'Rød stue', staff_group: 'Pædagoger' }
  expect(rows).toEqual([
    { ...where, duty: 'amr' },
    { ...where, duty: 'deputy' },
  ])
  expect(wordsOf(await sendIn(anders, file))).toContain('Der er intet at ændre')
})

test('a new title, a new name and another leader are changes; who is missing stays until ticked', async () => {
  const rows = await rowsOf(world)
  const anew = rows
    .map(row => row.replace('Birthe Sand', 'Birthe Sand Lund').replace('Daglig leder', 'Leder'))
    .map(row => (row.includes('Birthe') ? ledByKarim(row) : row))
    .filter(row => !row.startsWith('n2'))
  const shown = await sendIn(anders, csv(anew))
  const words = wordsOf(shown)
  expect(words).toMatch(/Ændrede stillinger 2 .*Skifter leder 1 .*Nyt navn 1/)
  expect(words).toContain('Lone Bach Holm Karim Aydin')
  expect(words).toMatch(/Står ikke i filen .*Bo Holm Pædagog, Havebørnehaven/)
  await putInPlace(anders, shown)
  const after = await people()
  expect(after.find(each => each.name === 'Bo Holm')).toMatchObject({ ends: null })
  expect(after.filter(each => each.name === 'Birthe Sand Lund')).toEqual([
    expect.objectContaining({ host: 'Lone Bach Holm', hosted_until: '2026-04-02' }),
    expect.objectContaining({ host: 'Karim Aydin', hosted_until: null }),
  ])

  const again = await sendIn(anders, csv(anew))
  const [, tick = ''] = /name="(end-[0-9a-f-]{36})"/.exec(again.html) ?? []
  const done = await putInPlace(anders, again, { [tick]: 'yes', 'ends-on': '2026-05-01' })
  expect(wordsOf(done)).toMatch(/Filen er lagt ind .*Slutdato sat 1/)
  const ended = (await people()).filter(each => each.ends !== null || each.name === 'Bo Holm')
  expect(ended).toEqual([
    expect.objectContaining({ name: 'Bo Holm', ends: '2026-05-01', hosted_until: '2026-05-01' }),
  ])
})

test('a leader who is changed back, and back again, the same day', async () => {
  const before = await rowsOf(world)
  const ledByAnother = before.map(row => (row.includes('Lone Bach Holm') ? ledByKarim(row) : row))
  const hosts = async () =>
    (await people())
      .filter(each => each.name === 'Lone Bach Holm' && !each.hosted_until)
      .map(({ host }) => host)
  const own = await hosts()
  expect(own).not.toEqual(['Karim Aydin'])
  for (const _ of ['first', 'again']) {
    await putInPlace(anders, await sendIn(anders, csv(ledByAnother)))
    expect(await hosts()).toEqual(['Karim Aydin'])
    await putInPlace(anders, await sendIn(anders, csv(before)))
    expect(await hosts()).toEqual(own)
  }
})

test('a conversation under way keeps its host when the file gives another', async () => {
  const day = { length: '75', otherLength: '', where: 'later', place: '', greeting: '' }
  const time = { 'day-1': '2026-04-20', 'time-1': '13:00' }
  await anders.post(urls.planning({ post: world.people.lone.post }), { ...day, ...time })
  const parties = async () => (await world.superuser.query('select * from party order by person_id')).rows
  const before = await parties()
  expect(before).toHaveLength(2)
  const led = (await rowsOf(world)).map(row => (row.includes('Lone Bach Holm') ? ledByKarim(row) : row))
  const shown = await sendIn(anders, csv(led))
  expect(wordsOf(shown)).toContain('Samtaler, der er i gang, skifter ikke leder.')
  await putInPlace(anders, shown)
  expect((await people()).find(each => each.name === 'Lone Bach Holm' && !each.hosted_until)?.host).toBe(
    'Karim Aydin',
  )
  expect(await parties()).toEqual(before)
  const talk = urls.conversation({ id: before[0].conversation_id })
  expect((await (await world.as('karim')).get(talk)).status).toBe(404)
  expect((await anders.get(talk)).status).toBe(200)
})

test('heads nobody knows are asked about once, and remembered', async () => {
  const heads = 'Medarb.kode;navn;mail;Hus;overenhed;stilling;leder;startdato'
  const asked = await sendIn(anders, csv(await rowsOf(world), heads))
  expect(wordsOf(asked)).toMatch(
    /Vi kender ikke alle kolonnerne endnu .*Vælg den kolonne, der er Medarbejdernummer\./,
  )
  const intake = asked.path.split('/').at(-1) ?? ''
  const meant = ['number', 'name', 'address', 'unit', 'parent', 'title', 'leader', 'startsOn']
  const fields = Object.fromEntries(meant.map((column, at) => [`head-${at}`, column]))
  const read = await settled(anders, await anders.postOnly(urls.intakeHeads({ intake }), fields))
  expect(wordsOf(read)).toContain('Der er intet at ændre')
  expect(wordsOf(await sendIn(anders, csv(await rowsOf(world), heads)))).toContain('Der er intet at ændre')
})

test('sent twice it is one; put in place twice it is once; overtaken by another it is refused', async () => {
  const key = crypto.randomUUID()
  const file = csv([...(await rowsOf(world)), `n9;Ny Person;ny@lyngsoe.example;Engvejen;;Vikar;ingen;`])
  const [one, two] = await Promise.all([
    sendOnly(anders, file, 'a.csv', key),
    sendOnly(anders, file, 'a.csv', key),
  ])
  expect(one.headers.get('location')).toBe(two.headers.get('location'))
  const shown = await settled(anders, one)
  const other = await sendIn(anders, file)
  expect(wordsOf(await putInPlace(anders, shown))).toContain('En anden fil er kommet imellem.')
  await Promise.all([putInPlace(anders, other), putInPlace(anders, other)])
  expect((await people()).filter(each => each.name === 'Ny Person')).toHaveLength(1)
})

test('put in place while another file is being read, it ends nobody’s post', async () => {
  const { superuser, organisation } = world
  const before = await people()
  // One person more, so that there is something to put in place.
  const shown = await sendIn(anders, csv([...(await rowsOf(world)), 'n8;Ida Ny;;Engvejen;;Vikar;ingen;']))
  // As a file that is being read has it: the first one's rows are gone, and nobody knows yet.
  await superuser.query('begin')
  await superuser.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake ${organisation}`])
  await superuser.query('delete from intake_row where organisation_id = $1', [organisation])
  const waiting = async () => {
    const { rows } = await superuser.query(
      `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows.length
  }
  const placed = putInPlace(anders, shown, { 'end-all': 'yes' })
  await expect.poll(waiting).toBe(1)
  await superuser.query('commit')
  expect(wordsOf(await placed)).toContain('En anden fil er kommet imellem.')
  expect(await people()).toEqual(before)
})

test('nobody but the administrator finds the page, and no other organisation the file', async () => {
  const shown = await sendIn(anders, csv(await rowsOf(world)))
  for (const name of ['lone', 'eva'] as const) {
    const visitor = await world.as(name)
    expect((await visitor.get(urls.intake())).status).toBe(404)
    expect((await visitor.get(shown.path)).status).toBe(404)
    expect((await sendOnly(visitor, csv([]), 'a.csv')).status).toBe(404)
  }
  await world.superuser.query(
    `insert into duty (organisation_id, id, person_id, duty, starts_on) values ($1, gen_random_uuid(), $2, 'administrator', '2020-01-01')`,
    [world.other, world.people.eva.person],
  )
  expect((await (await world.as('eva')).get(shown.path)).status).toBe(404)
})

test('a file whose work has not been heard of for a minute says that it stopped', async () => {
  const shown = await sendIn(anders, csv(await rowsOf(world)))
  const intake = shown.path.split('/').at(-1) ?? ''
  const heardOf = async (ago: string) => {
    await world.superuser.query(
      `update intake set status = 'placing', seen_at = app.now() - $2::interval where id = $1`,
      [intake, ago],
    )
    return anders.get(shown.path)
  }
  expect(wordsOf(await heardOf('20 seconds'))).toContain('Vi lægger filen ind')
  expect(wordsOf(await heardOf('70 seconds'))).toContain('Intet er ændret. Det stoppede undervejs.')
})

test('where the file knows nobody who is here, each is hosted for the days that both are there', async () => {
  const file = csv(
    [
      'f1;Gro Lind;;Fyrtårnet;;Leder;ingen;01-02-2020;01-06-2030',
      'f2;Ib Dam;;Fyrtårnet;;Pædagog;f1;01-03-2019;',
      'f3;Eva Krog;;Fyrtårnet;;Pædagog;f1;01-04-2021;01-05-2029',
    ],
    'nummer;navn;mail;enhed;overenhed;stilling;leder;startdato;slutdato',
  )
  await putInPlace(anders, await sendIn(anders, file))
  const { rows } = await world.superuser.query(
    `select p.name, h.starts_on::text as from, h.ends_on::text as until from hosting h join post o on o.id = h.participant_post_id
      join person p on p.id = o.person_id join post b on b.id = h.host_post_id join person q on q.id = b.person_id
      where q.name = 'Gro Lind' order by p.name`,
  )
  expect(rows).toEqual([
    { name: 'Eva Krog', from: '2021-04-01', until: '2029-05-01' },
    { name: 'Ib Dam', from: '2020-02-01', until: '2030-06-01' },
  ])
  expect(wordsOf(await sendIn(anders, file))).toContain('Der er intet at ændre')
})
