import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { addStaff, type GentofteWorld, openGentofte } from '../world/gentofte.ts'
import { morning } from '../world/house.ts'
import { slotsIn } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

// Mette of Solstrålen and her staff: three by name, and seventeen more.

let world: GentofteWorld
let mette: Visitor
beforeAll(async () => {
  world = await openGentofte()
  for (let at = 1; at <= 17; at++)
    await addStaff(world, `Medarbejder${at} Bjørnholt-Østergaard Christoffersen`)
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(
    `update conversation set status = 'cancelled', cancelled_at = null, cancelled_cause = null`,
  )
  await world.moveTo(morning)
  mette = await world.as('mette')
})

const page = urls.planningSeveral()
/** The ticks of a page, as the browser would send them. */
const ticked = ({ html }: Shown, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
      .map(([tag]) => tag)
      .filter(tag => / checked/.test(tag))
      .flatMap(tag => / name="([^"]+)"/.exec(tag)?.[1] ?? [])
      .filter(name => name.startsWith(prefix))
      .map(name => [name, 'yes']),
  )
const painter = {
  from: '2026-04-13',
  to: '2026-05-08',
  opens: '09:00',
  closes: '12:00',
  pause: '15',
  'w.2': 'yes',
  'w.4': 'yes',
}
const common = { length: '75', otherLength: '', where: 'later', place: '', greeting: '' }
const everybody = async () => ticked(await mette.get(page), 'p.')
const paint = async (fields: Record<string, string> = {}) =>
  mette.post(page, { ...common, ...(await everybody()), ...painter, do: 'paint', ...fields })
const invitations = async () =>
  (await world.superuser.query(`select count(*)::int as n from conversation where status = 'invited'`))
    .rows[0].n

describe('M6 twenty at once', () => {
  test('are all ticked; times are painted once, sent in one press, and offered to all', async () => {
    const opened = await mette.get(`${page}?inviteret=99`)
    // The letter, folded, begins with it.
    const unfolded = opened.html.replaceAll(/<details[\s\S]*?<\/details>/g, '')
    expect(wordsOf({ html: unfolded })).not.toContain('er inviteret')
    expect(Object.keys(ticked(opened, 'p.'))).toHaveLength(20)
    const painted = await paint()
    expect(painted.status).toBe(200)
    const times = ticked(painted, 't.')
    expect(Object.keys(times).slice(0, 3)).toEqual([
      't.2026-04-14T09:00',
      't.2026-04-14T10:30',
      't.2026-04-16T09:00',
    ])
    expect(wordsOf(painted)).toContain('16 tider')
    expect(wordsOf(painted)).toContain('Der er 16 tider til 20 personer.')
    expect(await invitations()).toBe(0)

    const sent = await mette.post(page, {
      ...common,
      ...ticked(painted, 'p.'),
      ...times,
      greeting: 'Jeg glæder mig.',
    })
    expect(sent.path).toBe(`${page}?inviteret=20`)
    expect(wordsOf(sent)).toContain('20 er inviteret')
    expect(wordsOf(await mette.get(`${page}?inviteret=99`))).toContain('20 er inviteret')
    expect(await invitations()).toBe(20)
    const sara = await world.as('sara')
    const { rows } = await world.superuser.query(
      `select c.id from conversation c join party p on p.conversation_id = c.id and p.person_id = $1 where c.status = 'invited'`,
      [world.people.sara.person],
    )
    const letter = await sara.get(urls.invitation({ id: rows[0].id }))
    expect(slotsIn(letter)).toHaveLength(16)
    expect(wordsOf(letter)).toContain('Jeg glæder mig.')
    const slots = await world.superuser.query('select count(*)::int as n from slot')
    expect(slots.rows[0].n).toBe(16)
    const mails = await world.superuser.query(`select count(*)::int as n from mail where kind = 'invitation'`)
    expect(mails.rows[0].n).toBe(20)
    expect(wordsOf(await mette.get(page))).toContain('Der er ingen at invitere lige nu')
  }, 60_000)

  test('»Vælg ingen« and »Vælg alle« keep the rest; the receipt names those invited, and ticks nobody else', async () => {
    const [one = '', other = ''] = Object.keys(await everybody())
    const typed = { ...common, ...painter, greeting: 'Jeg glæder mig.', 't.2026-04-20T09:00': 'yes' }
    const none = await mette.post(page, { ...typed, ...(await everybody()), do: 'none' })
    expect([none.status, Object.keys(ticked(none, 'p.')).length]).toEqual([200, 0])
    expect(none.html).toMatch(/name="opens"[^>]*value="09:00"/)
    expect(wordsOf(none)).toContain('Jeg glæder mig.')
    expect(Object.keys(ticked(none, 't.'))).toEqual(['t.2026-04-20T09:00'])
    expect(Object.keys(ticked(await mette.post(page, { ...typed, do: 'all' }), 'p.'))).toHaveLength(20)
    const two = { [one]: 'yes', [other]: 'yes', 't.2026-04-20T09:00': 'yes', 't.2026-04-20T11:00': 'yes' }
    const sent = await mette.post(page, { ...common, ...two })
    expect(wordsOf(sent)).toContain('2 er inviteret Amal Haddad og Jonas Brink Hver vælger selv en tid.')
    expect(ticked(sent, 'p.')).toEqual({})
  }, 60_000)

  test('Enter in a field shows the times, and never empties the list', async () => {
    const form = /<form[^>]*data-painting[\s\S]*/.exec((await mette.get(page)).html)?.[0] ?? ''
    expect(/<button[^>]*type="submit"[^>]*>/.exec(form)?.[0]).toContain('value="paint"')
  })

  test('one untick leaves one out, and sending twice with one key invites once', async () => {
    const people = await everybody()
    const [left = ''] = Object.keys(people)
    const { [left]: _, ...rest } = people
    const key = crypto.randomUUID()
    const fields = { ...common, ...rest, 't.2026-04-20T09:00': 'yes', key }
    const one = await mette.postOnly(page, fields)
    const two = await mette.postOnly(page, fields)
    expect([one.headers.get('location'), two.headers.get('location')]).toEqual(
      Array(2).fill(`${page}?inviteret=19`),
    )
    expect(await invitations()).toBe(19)
    expect(Object.keys(await everybody())).toEqual([left])
  }, 60_000)
})

describe('several sent at once, each with its own key', () => {
  const sendAll = (all: readonly Record<string, string>[]) =>
    Promise.all(all.map(async fields => (await world.as('mette')).postOnly(page, { ...common, ...fields })))
  const openTalks = `select count(*)::int as talks, count(distinct p.person_id)::int as people
    from conversation c join party p on p.conversation_id = c.id and p.role = 'participant' where c.status = 'invited'`

  test('T1 M6 invite everybody once: nobody gets two letters', async () => {
    const fields = { ...(await everybody()), 't.2026-04-20T09:00': 'yes' }
    await sendAll(Array.from({ length: 4 }, () => ({ ...fields, key: crypto.randomUUID() })))
    const { rows } = await world.superuser.query(openTalks)
    expect(rows).toEqual([{ talks: 20, people: 20 }])
  }, 60_000)

  test('T1 S0-31 offer no two times that overlap: the later is told', async () => {
    const [one = '', other = ''] = Object.keys(await everybody())
    const answers = await sendAll([
      { [one]: 'yes', 't.2026-04-20T09:00': 'yes' },
      { [other]: 'yes', 't.2026-04-20T09:30': 'yes' },
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect(await invitations()).toBe(1)
  })
})

describe('bad input', () => {
  test.each([
    ['the end before the start', { closes: '08:00' }, 'closes', 'Slut ligger før start.'],
    ['the last day before the first', { to: '2026-04-01' }, 'to', 'Den sidste dag ligger før den første.'],
    ['no room for a talk', { closes: '10:00' }, 'closes', 'Der er ikke plads til en samtale.'],
    ['a day nobody reads', { from: 'på mandag' }, 'from', 'Skriv dag, måned og år'],
    ['an hour nobody reads', { opens: 'morgen' }, 'opens', 'Skriv klokkeslættet som 13.00.'],
    ['a pause nobody reads', { pause: 'kort' }, 'pause', 'Skriv pausen i minutter'],
    ['a year', { to: '2027-04-01' }, 'to', 'Vælg højst fire måneder ad gangen.'],
    [
      'more times than anybody needs',
      { to: '2026-06-30', opens: '07:00', closes: '17:00', 'w.1': 'yes', 'w.3': 'yes' },
      'to',
      'Giv højst 80 tider ad gangen.',
    ],
  ])('%s is told in words, and what was typed stands', async (_, fields, field, words) => {
    const refused = await paint(fields)
    expect([refused.status, wordsOf(refused).includes(words)]).toEqual([422, true])
    expect(refused.html).toContain(`href="#${field}"`)
    for (const [name, value] of Object.entries(fields).filter(([name]) => !name.startsWith('w.')))
      expect(refused.html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
    expect(Object.keys(ticked(refused, 'p.'))).toHaveLength(20)
  })

  test.each(['', 'abc', '0', '1', '14', '241'])(
    'S3-10 »%s« minutes without a pause paint nothing and are told in words; all that was typed stands',
    async otherLength => {
      const typed = { length: 'other', otherLength, pause: '0', greeting: 'Jeg glæder mig.' }
      const painted = { 't.2026-04-20T09:00': 'yes' }
      const { from: _, to: __, opens: ___, closes: ____, ...noPainter } = painter
      for (const fields of [
        { ...painter, ...painted, do: 'paint' },
        { ...painter, from: 'på mandag', do: 'paint' },
        { ...noPainter, ...painted, lengthMeant: 'yes' },
      ]) {
        const refused = await mette.post(page, { ...common, ...(await everybody()), ...fields, ...typed })
        expect(refused.status).toBe(422)
        expect(wordsOf(refused)).toContain('Skriv et antal minutter mellem 15 og 240.')
        expect(refused.html).toContain('href="#otherLength"')
        expect(refused.html).toContain(`name="otherLength"`)
        expect(refused.html).toContain('Jeg glæder mig.')
        if ('opens' in fields) expect(refused.html).toMatch(/name="opens"[^>]*value="09:00"/)
        if ('t.2026-04-20T09:00' in fields)
          expect(Object.keys(ticked(refused, 't.'))).toEqual(['t.2026-04-20T09:00'])
        expect(Object.keys(ticked(refused, 'p.'))).toHaveLength(20)
      }
      expect(await invitations()).toBe(0)
    },
  )

  test('S3-10 a time more than a year and a half ahead is told in words, painted and sent', async () => {
    const far = 'Tiden mandag den 4. oktober kl. 9.00 ligger mere end halvandet år fremme. Fjern den.'
    const painted = await paint({ from: '2027-10-04', to: '', closes: '11:00' })
    expect([painted.status, wordsOf(painted).includes(far)]).toEqual([200, true])
    expect(Object.keys(ticked(painted, 't.'))).toEqual([])
    const sent = await mette.post(page, {
      ...common,
      ...(await everybody()),
      't.2027-10-04T09:00': 'yes',
      't.2027-10-02T09:00': 'yes',
    })
    expect([sent.status, wordsOf(sent).includes(far)]).toEqual([422, true])
    expect(wordsOf(sent)).not.toContain('den 2. oktober kl. 9.00 ligger')
    expect(await invitations()).toBe(0)
  })

  test('nobody and no times are both told at once, in both languages', async () => {
    const refused = await mette.post(page, { ...common, where: 'here' })
    expect(refused.status).toBe(422)
    const said = wordsOf(refused)
    for (const words of ['Vælg mindst én at invitere.', 'Skriv stedet,', 'Giv nogle tider'])
      expect(said).toContain(words)
    mette.cookies.set('__Host-medspil-language', 'en')
    expect(wordsOf(await mette.post(page, common))).toContain('Choose at least one to invite.')
    expect(await invitations()).toBe(0)
  })

  test('two talks at one time are told in words; the painted one comes unticked', async () => {
    const people = await everybody()
    const [first = '', ...others] = Object.keys(people)
    await mette.post(page, { ...common, [first]: 'yes', 't.2026-04-14T09:30': 'yes' })
    const rest = Object.fromEntries(others.map(name => [name, 'yes']))
    const painted = await mette.post(page, {
      ...common,
      ...rest,
      ...painter,
      to: '',
      do: 'paint',
      from: '2026-04-14',
    })
    expect(wordsOf(painted)).toContain('To samtaler tirsdag den 14. april kl. 9.00. Fjern den ene.')
    expect(Object.keys(ticked(painted, 't.'))).toEqual([])
    const sent = await mette.post(page, {
      ...common,
      ...rest,
      't.2026-04-14T09:00': 'yes',
      't.2026-04-01T09:00': 'yes',
    })
    expect(sent.status).toBe(422)
    expect(wordsOf(sent)).toContain('To samtaler tirsdag den 14. april kl. 9.00.')
    expect(wordsOf(sent)).toContain('Tiden onsdag den 1. april kl. 9.00 er gået.')
    expect(await invitations()).toBe(1)
  })

  test('somebody who is not hers is not invited, and whoever hosts nobody finds nobody', async () => {
    const sara = await world.as('sara')
    expect(wordsOf(await sara.get(page))).toContain('Der er ingen at invitere lige nu')
    const { post } = world.people.amal
    const fields = { ...common, [`p.${post}`]: 'yes', 't.2026-04-20T09:00': 'yes' }
    expect((await sara.post(page, fields)).path).toBe(page)
    const wrong = { ...common, [`p.${world.people.mette.post}`]: 'yes', 't.2026-04-20T09:00': 'yes' }
    expect((await mette.post(page, wrong)).status).toBe(422)
    expect(await invitations()).toBe(0)
  })
})

test('S0-31 a walk is a place, and stands in the letter', async () => {
  const [first = ''] = Object.keys(await everybody())
  await mette.post(page, { ...common, where: 'walk', [first]: 'yes', 't.2026-04-20T09:00': 'yes' })
  const { rows } = await world.superuser.query(`select place from conversation where status = 'invited'`)
  expect(rows).toEqual([{ place: 'Gåtur' }])
})
