import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { addSession } from '../../src/db/sessions.ts'
import { systemRandom } from '../../src/random.ts'
import { newToken, tokenHash } from '../../src/trust/codes.ts'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm, invited, slotsIn } from '../world/thread.ts'
import { createVisitor, type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let anders: Visitor
let lone: Visitor
beforeAll(async () => {
  world = await openWorld()
  anders = await world.as('anders')
  lone = await world.as('lone')
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  await world.moveTo(morning)
})

const statusOf = async (id: string) =>
  (await world.superuser.query('select status from conversation where id = $1', [id])).rows[0].status

const eventsOf = async (id: string, what: string) =>
  (
    await world.superuser.query(
      'select count(*)::int as n from event where conversation_id = $1 and what = $2',
      [id, what],
    )
  ).rows[0].n

const mailsOf = async (id: string) => {
  const { rows } = await world.superuser.query(
    'select p.name, m.kind from mail m join person p on p.id = m.person_id where m.conversation_id = $1 order by m.made_at, p.name',
    [id],
  )
  return rows.map(({ name, kind }) => `${kind} to ${name}`)
}

const letterOf = (visitor: Visitor, id: string): Promise<Shown> => visitor.get(urls.invitation({ id }))

describe('picking', () => {
  test('M5 takes two taps from the letter, and both are told', async () => {
    const id = await invited(world)
    const [slot = ''] = slotsIn(await letterOf(lone, id))
    const picked = await lone.post(urls.time({ id }), { slot })
    expect(picked.path).toBe(urls.conversation({ id }))
    expect(wordsOf(picked)).toContain('Tid og sted tirsdag 14. april kl. 13.00–14.15 Rådhuset, lokale 4')
    expect(await statusOf(id)).toBe('agreed')
    expect(await mailsOf(id)).toEqual(['invitation to Lone Bach Holm', 'time-agreed to Anders Kjær'])
  })

  test('of nothing says so and picks nothing', async () => {
    const id = await invited(world)
    const refused = await lone.post(urls.time({ id }), {})
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('<a href="#slot">Vælg en af tiderne.</a>')
    expect(await statusOf(id)).toBe('invited')
  })

  test('twice with one key answers the same and happens once', async () => {
    const id = await invited(world)
    const [slot = '', other = ''] = slotsIn(await letterOf(lone, id))
    const key = crypto.randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => lone.postOnly(urls.time({ id }), { slot, key })))
    const late = await lone.postOnly(urls.time({ id }), { slot: other, key })
    const places = [...answers, late].map(({ status, headers }) => `${status} ${headers.get('location')}`)
    expect(new Set(places)).toEqual(new Set([`303 ${urls.conversation({ id })}`]))
    expect(await eventsOf(id, 'time-agreed')).toBe(1)
  })

  test('is the invited one’s to do, for an offered time alone', async () => {
    const id = await invited(world)
    const [slot = ''] = slotsIn(await letterOf(lone, id))
    expect((await anders.post(urls.time({ id }), { slot })).path).toBe(urls.invitation({ id }))
    for (const wrong of [randomUUID(), 'x', `${slot}'--`])
      expect((await lone.post(urls.time({ id }), { slot: wrong })).status).toBe(409)
    expect((await (await world.as('karim')).post(urls.time({ id }), { slot })).status).toBe(404)
    expect(await statusOf(id)).toBe('invited')
  })

  test('of a time that has passed meanwhile is too late, and the page shows those still to come', async () => {
    const id = await invited(world)
    const [passed = ''] = slotsIn(await letterOf(lone, id))
    await world.moveTo(new Date('2026-04-15T08:00:00Z'))
    lone = await world.as('lone')
    expect(slotsIn(await letterOf(lone, id))).toHaveLength(1)
    expect((await lone.post(urls.time({ id }), { slot: passed })).status).toBe(409)
    expect(await statusOf(id)).toBe('invited')
  })
})

describe('a time that is offered to two', () => {
  test('is one: taken a moment ago it is refused, stays in its place, and everything else can still be picked', async () => {
    const loneId = await invited(world)
    const karimId = await invited(world, {}, 'karim')
    const karim = await world.as('karim')
    const open = await letterOf(karim, karimId)
    const [slot = '', other = ''] = slotsIn(await letterOf(lone, loneId))
    expect(slotsIn(open)).toEqual([slot, other])

    await lone.post(urls.time({ id: loneId }), { slot })
    const refused = await karim.post(urls.time({ id: karimId }), { slot })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Tiden er lige taget. Vælg en anden.')
    expect(wordsOf(refused)).toContain('tirsdag 14. april kl. 13.00–14.15 Ikke ledig længere')
    expect(slotsIn(refused)).toEqual([other])
    expect((await karim.post(urls.time({ id: karimId }), { slot: other })).path).toBe(
      urls.conversation({ id: karimId }),
    )
  })

  test('and picked by both at once goes to one of them', async () => {
    const talks = [
      { id: await invited(world), visitor: lone },
      { id: await invited(world, {}, 'karim'), visitor: await world.as('karim') },
    ]
    const [slot = ''] = slotsIn(await letterOf(lone, talks[0]?.id ?? ''))
    const answers = await Promise.all(
      talks.map(({ id, visitor }) => visitor.postOnly(urls.time({ id }), { slot })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })

  test('and picked by fifty at once goes to one of them', async () => {
    const leaders = await makeLeaders(50)
    const talks: { id: string; visitor: Visitor }[] = []
    for (const { post, visitor } of leaders)
      talks.push({
        id: idIn(
          await anders.post(urls.planning({ post }), { ...invitationForm, 'day-2': '', 'time-2': '' }),
        ),
        visitor,
      })
    const [slot = ''] = slotsIn(await letterOf(talks[0]?.visitor ?? lone, talks[0]?.id ?? ''))
    const answers = await Promise.all(
      talks.map(({ id, visitor }) => visitor.postOnly(urls.time({ id }), { slot })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from conversation where status = 'agreed'`,
    )
    expect(rows[0].n).toBe(1)
  }, 60_000)

  test('is not given again once it is taken, and none that overlaps while somebody may still pick', async () => {
    const id = await invited(world)
    const overlapping = { 'day-1': '2026-04-14', 'time-1': '14:00', 'day-2': '', 'time-2': '' }
    const post = world.people.karim.post
    const clashing = await anders.post(urls.planning({ post }), { ...invitationForm, ...overlapping })
    expect(clashing.status).toBe(422)
    expect(wordsOf(clashing)).toContain('Giv helt samme tid, eller flyt den.')

    const [slot = ''] = slotsIn(await letterOf(lone, id))
    await lone.post(urls.time({ id }), { slot })
    const taken = await anders.post(urls.planning({ post }), { ...invitationForm, ...overlapping })
    expect(wordsOf(taken)).toContain('Du har en anden samtale på det tidspunkt.')
    const after = { 'day-1': '2026-04-14', 'time-1': '14:15', 'day-2': '', 'time-2': '' }
    expect(idIn(await anders.post(urls.planning({ post }), { ...invitationForm, ...after }))).not.toBe(id)
  })
})

describe('asking for other times', () => {
  test('S3-12 takes one tap and no reason, once; the host is told and gives more', async () => {
    const id = await invited(world)
    const key = crypto.randomUUID()
    const asked = await lone.post(urls.otherTimes({ id }), { key })
    await lone.post(urls.otherTimes({ id }), { key })
    await lone.post(urls.otherTimes({ id }), {})
    expect(wordsOf(asked)).toContain('Du har bedt om andre tider. Anders får besked tirsdag kl. 7.00.')
    expect(slotsIn(asked)).toHaveLength(2)
    expect(await eventsOf(id, 'other-times-wanted')).toBe(1)

    expect(wordsOf(await letterOf(anders, id))).toContain('Lone beder om andre tider.')
    const given = await anders.post(urls.times({ id }), { 'day-1': '2026-04-22', 'time-1': '10:00' })
    expect(wordsOf(given)).toContain('onsdag den 22. april kl. 10.00–11.15')
    expect(slotsIn(await letterOf(lone, id))).toHaveLength(3)
    expect(await mailsOf(id)).toEqual([
      'invitation to Lone Bach Holm',
      'times-wanted to Anders Kjær',
      'invitation to Lone Bach Holm',
    ])
  })

  test('and giving more with a fault keeps what was typed, and a time given before stays one', async () => {
    const id = await invited(world)
    const refused = await anders.post(urls.times({ id }), { 'day-1': '2026-04-22', 'time-2': '10:00' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('<a href="#time-1">Skriv også klokkeslættet.</a>')
    expect(refused.html).toMatch(/id="day-1"[^>]*value="2026-04-22"/)
    await anders.post(urls.times({ id }), { 'day-1': '2026-04-14', 'time-1': '13:00' })
    expect(slotsIn(await letterOf(lone, id))).toHaveLength(2)
  })
})

test('whoever asks for the address of a form is taken to the letter', async () => {
  const id = await invited(world)
  for (const address of [urls.time, urls.otherTimes, urls.times])
    expect((await lone.get(address({ id }))).path).toBe(urls.invitation({ id }))
})

/** Leaders of Anders’, each with a browser of their own. */
async function makeLeaders(count: number) {
  const { superuser, organisation, people, deps } = world
  const unit = (await superuser.query('select unit_id from post where id = $1', [people.anders.post])).rows[0]
    .unit_id
  const leaders: { post: string; visitor: Visitor }[] = []
  for (let at = 0; at < count; at++) {
    const person = randomUUID()
    const post = randomUUID()
    await superuser.query(
      'insert into person (organisation_id, id, number, name, address) values ($1, $2, $3, $4, $5)',
      [organisation, person, person.slice(0, 8), `Leder Nummer ${at}`, `leder${at}@lyngsoe.example`],
    )
    await superuser.query(
      `insert into post (organisation_id, id, person_id, unit_id, title, starts_on) values ($1, $2, $3, $4, 'Leder', '2020-01-01')`,
      [organisation, post, person, unit],
    )
    await superuser.query(
      `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on) values ($1, $2, $3, '2020-01-01')`,
      [organisation, post, people.anders.post],
    )
    const visitor = createVisitor(world)
    const token = newToken(systemRandom)
    const session = { tokenHash: tokenHash(token), organisation, person, device: 'own' as const }
    await transaction(deps.db.door, {}, tx => addSession(tx, session, deps.clock.now()))
    visitor.cookies.set('__Host-medspil-session', token)
    leaders.push({ post, visitor })
  }
  return leaders
}
