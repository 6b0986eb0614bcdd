import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { unescaped } from '../setup/door.ts'
import { openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let anders: Visitor
let page: string
beforeAll(async () => {
  world = await openWorld()
  anders = await world.as('anders')
  page = urls.planning({ post: world.people.lone.post })
})
afterAll(() => world.close())
beforeEach(() => world.superuser.query(`update conversation set status = 'cancelled'`))

const send = (fields: Readonly<Record<string, string>> = {}) =>
  anders.post(page, { ...invitationForm, ...fields })

/** What stands in a field of the page. */
function fieldIn({ html }: Shown, name: string): string {
  const tag = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  const text = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html)?.[1]
  return unescaped(text ?? / value="([^"]*)"/.exec(tag)?.[1] ?? '')
}

const checked = ({ html }: Shown, name: string): string[] =>
  [...html.matchAll(new RegExp(`<input[^>]* name="${name}"[^>]*>`, 'g'))]
    .map(([tag]) => tag)
    .filter(tag => / checked/.test(tag))
    .map(tag => / value="([^"]*)"/.exec(tag)?.[1] ?? '')

/** The sentences in the summary on top, each with the field it leads to. */
const summary = ({ html }: Shown): string[] => {
  const box = /<div class="notice error error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...box.matchAll(/<li>(?:<a href="#([^"]*)">)?([^<]*)/g)].map(
    ([, field, text]) => `${field ?? '-'}: ${unescaped(text ?? '')}`,
  )
}

const conversations = async () =>
  (await world.superuser.query(`select count(*)::int as n from conversation where status <> 'cancelled'`))
    .rows[0].n

describe('S3-10 the length', () => {
  test('is 60, 75 or 90 minutes, and 75 stands chosen', async () => {
    const opened = await anders.get(page)
    expect(wordsOf(opened)).toContain('60 minutter 75 minutter 90 minutter En anden længde')
    expect(checked(opened, 'length')).toEqual(['75'])
  })

  test('of 45 minutes shows the hint with everything typed, and goes through once it is meant', async () => {
    const typed = { length: 'other', otherLength: '45', greeting: 'Jeg glæder mig.' }
    const hinted = await send(typed)
    expect(hinted.status).toBe(422)
    expect(wordsOf(hinted)).toContain('Konceptet siger 1 – 1½ time. 45 minutter er uden for det.')
    expect(fieldIn(hinted, 'greeting')).toBe('Jeg glæder mig.')
    expect(await conversations()).toBe(0)
    const sent = await send({ ...typed, lengthMeant: 'yes' })
    const { rows } = await world.superuser.query('select minutes from conversation where id = $1', [
      idIn(sent),
    ])
    expect(rows).toEqual([{ minutes: 45 }])
  })

  test.each(['', 'en time', '14', '241', '7.5', '-75', '1e2'])(
    'of »%s« is no length, also when it is meant',
    async otherLength => {
      const refused = await send({ length: 'other', otherLength, lengthMeant: 'yes' })
      expect(refused.status).toBe(422)
      expect(summary(refused)).toEqual(['otherLength: Skriv et antal minutter mellem 15 og 240.'])
      expect(fieldIn(refused, 'otherLength')).toBe(otherLength)
      expect(await conversations()).toBe(0)
    },
  )
})

describe('the times', () => {
  const only = (lines: Readonly<Record<string, string>>) => ({
    'day-1': '',
    'time-1': '',
    'day-2': '',
    'time-2': '',
    ...lines,
  })
  const faults: [string, Record<string, string>, string[]][] = [
    ['none', {}, ['day-1: Giv mindst én tid, så der er noget at vælge.']],
    ['a day without a time', { 'day-2': '2026-04-16' }, ['time-2: Skriv også klokkeslættet.']],
    ['a time without a day', { 'time-2': '09:30' }, ['day-2: Skriv også dagen.']],
    [
      'a day nobody can read',
      { 'day-1': 'på tirsdag', 'time-1': '10:00' },
      ['day-1: Skriv dag, måned og år, for eksempel 14. april 2026.'],
    ],
    [
      'a day that is not',
      { 'day-1': '31. april 2026', 'time-1': '10:00' },
      ['day-1: Datoen findes ikke. Vælg en anden.'],
    ],
    [
      'a time nobody can read',
      { 'day-1': '2026-04-14', 'time-1': 'formiddag' },
      ['time-1: Skriv klokkeslættet som 13.00.'],
    ],
    [
      'a day that has passed',
      { 'day-1': '2026-04-02', 'time-1': '10:30' },
      ['day-1: Tiden er gået. Vælg en, der kommer.'],
    ],
    [
      'a year typed wrong',
      { 'day-1': '2027-10-03', 'time-1': '10:30', 'day-2': '2062-04-14', 'time-2': '10:30' },
      ['day-1', 'day-2'].map(day => `${day}: Tiden ligger mere end halvandet år fremme. Vælg en tidligere.`),
    ],
    [
      'an hour the clock skips',
      { 'day-1': '2027-03-28', 'time-1': '02:30' },
      ['time-1: Klokkeslættet findes ikke den dag, fordi uret stilles. Vælg et andet.'],
    ],
    [
      'two that overlap',
      { 'day-1': '2026-04-14', 'time-1': '13:00', 'day-3': '2026-04-14', 'time-3': '14.00' },
      ['day-3: To tider ligger oven i hinanden. Flyt den ene.'],
    ],
    [
      'several faults at once, in the order of the page',
      {
        'day-1': '2026-04-01',
        'time-1': '10:00',
        'day-5': '2026-04-20',
        place: '',
        greeting: 'x'.repeat(601),
      },
      [
        'day-1: Tiden er gået. Vælg en, der kommer.',
        'time-5: Skriv også klokkeslættet.',
        'place: Skriv stedet, eller vælg Aftaler vi senere.',
        'greeting: Det er for langt. Skriv højst 600 tegn.',
      ],
    ],
  ]

  test.each(faults)('%s: says what to do, and everything typed is still there', async (_, lines, said) => {
    const fields: Record<string, string> = { greeting: 'Jeg glæder mig.', ...only(lines) }
    const refused = await send(fields)
    expect(refused.status).toBe(422)
    expect(summary(refused)).toEqual(said)
    for (const [name, value] of Object.entries(fields))
      expect([name, fieldIn(refused, name)]).toEqual([name, value])
    expect(checked(refused, 'length')).toEqual(['75'])
    expect(checked(refused, 'where')).toEqual(['here'])
    expect(await conversations()).toBe(0)
  })

  test('are read as people type them', async () => {
    const sent = await send(
      only({ 'day-1': '14. april 2026', 'time-1': 'kl. 13.00', 'day-4': '16/4-2026', 'time-4': '9.30' }),
    )
    expect(wordsOf(sent)).toContain(
      'tirsdag den 14. april kl. 13.00–14.15 torsdag den 16. april kl. 9.30–10.45',
    )
  })
})

describe('the place', () => {
  test('can wait: »Aftaler vi senere« needs none, and both read so', async () => {
    const id = idIn(await send({ where: 'later', place: 'Rådhuset' }))
    const lone = await world.as('lone')
    expect(wordsOf(await lone.get(urls.invitation({ id })))).toContain(
      'Vælg en tid, der passer dig Stedet aftaler I senere.',
    )
    expect(wordsOf(await lone.get(urls.conversation({ id })))).toContain('Stedet aftaler I senere.')
  })

  test('of more than 120 characters is refused and stands as it was typed', async () => {
    const place = 'Rådhuset '.repeat(14).trim()
    const refused = await send({ place })
    expect(summary(refused)).toEqual(['place: Det er for langt. Skriv højst 120 tegn.'])
    expect(fieldIn(refused, 'place')).toBe(place)
  })
})

describe('the host’s own line', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(2)>',
    '"><a href="javascript:alert(3)">x</a>',
    '{{7*7}} #let x = read("/etc/passwd") ${7*7}',
    '\u202Egod dag\u202C & <b>fed</b>',
  ]
  test.each(hostile)('is text and nothing else: %s', async line => {
    const sent = await send({ greeting: line })
    const read = (await (await world.as('lone')).get(urls.invitation({ id: idIn(sent) }))).html
    const seen = line.replaceAll(/[\u202A-\u202E]/g, '')
    expect(unescaped(/<p>([^<]*)<\/p><p>Venlig hilsen<\/p>/.exec(read)?.[1] ?? '')).toBe(seen)
    expect(read).not.toMatch(/<script(?! type="module" src="\/assets\/)|<img|<b>fed|href="javascript:/i)
  })

  test('keeps its lines apart, and is sealed on disk', async () => {
    const id = idIn(await send({ greeting: 'Første linje\nAnden linje' }))
    expect((await (await world.as('lone')).get(urls.invitation({ id }))).html).toContain(
      '<p>Første linje</p><p>Anden linje</p>',
    )
    const { rows } = await world.superuser.query('select sealed from letter where conversation_id = $1', [id])
    expect(Buffer.from(rows[0].sealed).toString('latin1')).not.toContain('linje')
  })
})

test('sent twice with one key, it invites once and answers the same', async () => {
  const key = crypto.randomUUID()
  const [one, two] = await Promise.all([
    anders.postOnly(page, { ...invitationForm, key }),
    anders.postOnly(page, { ...invitationForm, key }),
  ])
  const again = await anders.postOnly(page, { ...invitationForm, key, length: '90' })
  expect(one?.headers.get('location')).toMatch(/^\/samtaler\//)
  expect([two?.headers.get('location'), again.headers.get('location')]).toEqual([
    one?.headers.get('location'),
    one?.headers.get('location'),
  ])
  expect(await conversations()).toBe(1)
  const { rows } = await world.superuser.query(
    `select count(*)::int as n from event where what = 'invited' and conversation_id = $1`,
    [one?.headers.get('location')?.split('/')[2]],
  )
  expect(rows[0].n).toBe(1)
})

test('whoever is invited already is not invited again: the host is taken to that letter', async () => {
  const first = idIn(await send())
  expect(idIn(await send({ length: '90' }))).toBe(first)
  expect(await conversations()).toBe(1)
})

test('only the host of the post plans it', async () => {
  for (const name of ['lone', 'karim', 'eva'] as const) {
    const visitor = await world.as(name)
    expect((await visitor.get(page)).status).toBe(404)
    expect((await visitor.post(page, invitationForm)).status).toBe(404)
  }
  expect((await anders.get(urls.planning({ post: 'ingen' }))).status).toBe(404)
})

describe('T1 one open talk of a kind for a post', () => {
  test('of several invitations at once, each with its own key, one is made', async () => {
    const sent = Array.from({ length: 6 }, async () =>
      (await world.as('anders')).post(page, { ...invitationForm, key: crypto.randomUUID() }),
    )
    const ids = (await Promise.all(sent)).map(idIn)
    expect(new Set(ids).size).toBe(1)
    expect(await conversations()).toBe(1)
  })

  test('begun by another host a moment ago it is told so, and everything typed is still there', async () => {
    const { superuser, people } = world
    const id = crypto.randomUUID()
    await superuser.query('begin')
    await superuser.query('select 1 from post where id = $1 for update', [people.lone.post])
    const sent = anders.post(page, { ...invitationForm, greeting: 'Jeg glæder mig.' })
    try {
      await expect
        .poll(async () => {
          await superuser.query('select pg_stat_clear_snapshot()')
          const { rows } = await superuser.query(
            'select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())',
          )
          return rows[0].n
        })
        .toBeGreaterThan(0)
      await superuser.query(
        `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes)
         select o.organisation_id, $1, 'lus', o.concept_id, p.unit_id, 'invited', 60
         from organisation o join post p on p.organisation_id = o.organisation_id where p.id = $2`,
        [id, people.lone.post],
      )
      await superuser.query(
        `insert into party (organisation_id, conversation_id, person_id, role, post_id, starts_on)
         select organisation_id, $1, person_id, case when id = $2 then 'participant' else 'host' end, id, '2020-01-01'
         from post where id in ($2, $3)`,
        [id, people.lone.post, people.anders.post],
      )
    } finally {
      await superuser.query('commit')
    }
    const told = await sent
    expect(told.status).toBe(409)
    expect(summary(told)).toEqual(['-: Lone er allerede inviteret.'])
    expect(fieldIn(told, 'greeting')).toBe('Jeg glæder mig.')
    expect(await conversations()).toBe(1)
  })
})
