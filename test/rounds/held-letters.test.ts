import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inRound } from '../../src/db/rounds.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { queueEmpty } from '../walls/door.ts'
import { codes, refusal } from '../walls/proof.ts'
import { type Name, openWorld, type World } from '../world/people.ts'
import { agreed, invited } from '../world/thread.ts'
import { droppedMails, local, roundAt, sentTo } from './living.ts'

// Letters between being due and going: put back, dropped, written once.

let world: World
beforeEach(async () => {
  world = await openWorld(local('2026-04-08', '10:00'))
})
afterEach(() => world.close())

const sent = async (name: Name) => sentTo(world, world.people[name].person)

/** The talk as the pages make it on 14 April at 13, and all its letters so far on their way. */
async function agreedTalk() {
  const id = await agreed(world)
  await queueEmpty(world)
  return id
}

describe('a letter waits', () => {
  test('for its reader’s leave to end, unless they have said »skriv gerne«', async () => {
    const away = (name: Name, mails: boolean) =>
      world.superuser.query('insert into leave values ($1, $2, $3, $4, $5, $6)', [
        ...[world.organisation, randomUUID(), world.people[name].person],
        ...['2026-04-01', '2026-04-15', mails],
      ])
    await away('lone', false)
    await away('karim', true)
    await invited(world)
    await invited(world, { 'day-1': '2026-04-20', 'day-2': '', 'time-2': '' }, 'karim')
    await queueEmpty(world)
    expect([await sent('lone'), await sent('karim')]).toEqual([[], ['2026-04-08 10:00 invitation']])
    await roundAt(world, local('2026-04-14', '12:00'))
    expect(await sent('lone')).toEqual([])
    await roundAt(world, local('2026-04-15', '07:00'))
    expect(await sent('lone')).toEqual(['2026-04-15 07:00 invitation'])
  })

  test('S3-22 for the reader’s own talk to be over, whichever talk it is about', async () => {
    await agreedTalk()
    await world.moveTo(local('2026-04-14', '13:05'))
    await world.superuser.query(
      `insert into mail (organisation_id, id, person_id, kind, for_date, made_at, due_at)
       values ($1, $2, $3, 'weekly-digest', '2026-04-13', app.now(), app.now())`,
      [world.organisation, randomUUID(), world.people.anders.person],
    )
    await world.superuser.query(`update conversation set status = 'talking'`)
    await invited(world, { 'day-1': '2026-04-20', 'day-2': '', 'time-2': '' }, 'karim')
    await runRound(world.deps)
    await queueEmpty(world)
    expect(await sent('karim')).toEqual(['2026-04-14 13:05 invitation'])
    expect((await sent('anders')).filter(line => line.startsWith('2026-04-14'))).toEqual([])
    await world.superuser.query(
      `update conversation set status = 'held', held_on = '2026-04-14' where starts_at is not null`,
    )
    await roundAt(world, local('2026-04-14', '14:15'))
    expect((await sent('anders')).filter(line => line.startsWith('2026-04-14'))).toEqual([
      '2026-04-14 14:15 weekly-digest',
    ])
  })
})

describe('a letter is dropped, with a word', () => {
  test('when the talk is called off while it waits', async () => {
    await world.moveTo(local('2026-04-08', '20:00'))
    await invited(world)
    await world.superuser.query(`update conversation set status = 'cancelled'`)
    await roundAt(world, local('2026-04-09', '07:00'))
    expect(await droppedMails(world)).toEqual({ invitation: 'called-off' })
    expect(await sent('lone')).toEqual([])
  })

  test('when the talk is moved; and the new day has reminders of its own', async () => {
    await agreedTalk()
    await world.superuser.query(`insert into leave values ($1, $2, $3, '2026-04-09', '2026-04-11', false)`, [
      ...[world.organisation, randomUUID(), world.people.lone.person],
    ])
    await roundAt(world, local('2026-04-10', '07:00'))
    await world.superuser.query(`update conversation set starts_at = starts_at + interval '1 day'`)
    await roundAt(world, local('2026-04-13', '07:00'))
    expect(await droppedMails(world)).toEqual({ 'three-days': 'moved' })
    await roundAt(world, local('2026-04-14', '07:00'))
    expect((await sent('lone')).slice(1)).toEqual([
      '2026-04-13 07:00 three-days',
      '2026-04-14 07:00 day-before',
    ])
  })

  test('when it waited until the next one says the same, or its reader has left', async () => {
    await agreedTalk()
    await world.superuser.query(`insert into leave values ($1, $2, $3, '2026-04-09', '2026-04-13', false)`, [
      ...[world.organisation, randomUUID(), world.people.lone.person],
    ])
    await roundAt(world, local('2026-04-10', '07:00'))
    await roundAt(world, local('2026-04-13', '07:00'))
    expect(await droppedMails(world)).toEqual({ 'three-days': 'too-late' })
    expect((await sent('lone')).slice(1)).toEqual(['2026-04-13 07:00 day-before'])
  })

  test('when it is about what has been done by then', async () => {
    await world.moveTo(local('2026-04-08', '20:00'))
    await agreed(world)
    await roundAt(world, local('2026-04-09', '07:00'))
    expect(await droppedMails(world)).toEqual({ invitation: 'answered' })
    expect(await sent('lone')).toEqual([])
  })

  test('when the talk has begun before it: there is no time left to tell', async () => {
    await world.moveTo(local('2026-04-08', '20:00'))
    await agreed(world)
    await world.superuser.query(`update conversation set status = 'held', held_on = '2026-04-08'`)
    await roundAt(world, local('2026-04-09', '07:00'))
    expect(await droppedMails(world)).toEqual({ invitation: 'answered', 'time-agreed': 'past' })
  })
})

describe('what a house may turn on', () => {
  const kinds = ['time-missing', 'themes-soon', 'sign-reminder']
  const turnOn = async () => {
    for (const kind of kinds)
      await world.superuser.query('insert into mail_choice values ($1, $2, true)', [world.organisation, kind])
  }
  const reminded = async (name: Name) =>
    (await sent(name)).filter(line => kinds.some(kind => line.endsWith(kind)))

  test('is off: nobody is reminded of a time not picked', async () => {
    await invited(world)
    for (const day of ['2026-04-13', '2026-04-17', '2026-04-20']) await roundAt(world, local(day, '07:00'))
    expect([await reminded('lone'), await reminded('anders')]).toEqual([[], []])
  })

  test('reminds once of a time not picked: after five days, and the host after nine', async () => {
    await turnOn()
    await invited(world)
    for (const day of ['2026-04-12', '2026-04-13', '2026-04-14', '2026-04-17', '2026-04-20'])
      await roundAt(world, local(day, '07:00'))
    expect(await reminded('lone')).toEqual(['2026-04-13 07:00 time-missing'])
    expect(await reminded('anders')).toEqual(['2026-04-17 07:00 time-missing'])
  })

  test('reminds of themes ten days before, and of the locked text after three and seven days', async () => {
    await turnOn()
    const id = await agreed(world, { 'day-1': '2026-04-21', 'day-2': '', 'time-2': '' })
    for (const day of ['2026-04-10', '2026-04-11', '2026-04-13']) await roundAt(world, local(day, '07:00'))
    expect(await reminded('lone')).toEqual(['2026-04-13 07:00 themes-soon'])
    await freezeByHand(id)
    for (const day of ['2026-04-23', '2026-04-24', '2026-04-28', '2026-05-04'])
      await roundAt(world, local(day, '09:00'))
    expect((await reminded('lone')).slice(1)).toEqual([
      '2026-04-24 09:00 sign-reminder',
      '2026-04-28 09:00 sign-reminder',
    ])
  })

  /** A text locked on 21 April, without its words: the reminder reads dates alone. */
  async function freezeByHand(id: string) {
    await world.superuser.query(
      `update conversation set status = 'closing', held_on = '2026-04-21' where id = $1`,
      [id],
    )
    await world.superuser.query(
      `insert into record (organisation_id, conversation_id, version, frozen_at, frozen_by, talk_shelf_id, talk_sealed, talk_hash,
         plan_shelf_id, plan_sealed, plan_hash, fingerprint)
       select $1, $2, 1, '2026-04-21 12:00Z', $3, t.id, '', sha256(''), p.id, '', sha256(''), sha256('')
       from shelf t, shelf p where t.conversation_id = $2 and p.conversation_id = $2 and t.scope = 'talk' and p.scope = 'plan'`,
      [world.organisation, id, world.people.anders.person],
    )
  }
})

test('a host whose week holds nothing but the other’s wish for another time has a digest about it', async () => {
  const id = await agreed(world, { 'day-1': '2026-05-19', 'day-2': '', 'time-2': '' })
  const lone = await world.as('lone')
  await lone.post(urls.newTime({ id }), { 'day-1': '2026-05-21', 'time-1': '10:00' })
  const digests = async () => (await sent('anders')).filter(line => line.endsWith('weekly-digest'))
  await roundAt(world, local('2026-04-13', '07:00'))
  expect(await digests()).toEqual(['2026-04-13 07:00 weekly-digest'])
  const anders = await world.as('anders')
  await anders.post(urls.newTime({ id }), { 'day-1': '2026-05-22', 'time-1': '10:00' })
  await roundAt(world, local('2026-04-20', '07:00'))
  expect(await digests()).toHaveLength(1)
})

describe('each letter is written once', () => {
  const reminders = async () =>
    (await world.superuser.query(`select 1 from mail where for_date is not null`)).rowCount

  test('though a round is struck between one and the next, and begun again', async () => {
    await world.superuser.query(`insert into mail_choice values ($1, 'weekly-digest', false)`, [
      world.organisation,
    ])
    await agreedTalk()
    await world.moveTo(local('2026-04-10', '07:00'))
    let left = 1
    const struck = {
      ...world.deps.random,
      id: (at: Date) => {
        left -= 1
        if (left < 0) throw new Error('struck')
        return world.deps.random.id(at)
      },
    }
    await expect(runRound({ ...world.deps, random: struck })).rejects.toThrow('due work failed')
    expect(await reminders()).toBe(0)
    await Promise.all([runRound(world.deps), runRound(world.deps)])
    await runRound(world.deps)
    expect(await reminders()).toBe(2)
    await queueEmpty(world)
    expect((await sent('lone')).at(-1)).toBe('2026-04-10 07:00 three-days')
  })

  test('though its job is killed after it was sent to the queue', async () => {
    await agreedTalk()
    await roundAt(world, local('2026-04-10', '07:00'))
    await roundAt(world, local('2026-04-10', '07:30'))
    await roundAt(world, local('2026-04-13', '06:59'))
    expect((await sent('lone')).filter(line => line.endsWith('three-days'))).toHaveLength(1)
  })

  test('and whoever agreed on the time after a reminder’s moment is not reminded of it', async () => {
    await world.moveTo(local('2026-04-10', '09:00'))
    await agreedTalk()
    await roundAt(world, local('2026-04-10', '12:00'))
    expect(await reminders()).toBe(0)
    await roundAt(world, local('2026-04-13', '07:00'))
    expect((await sent('lone')).at(-1)).toBe('2026-04-13 07:00 day-before')
  })
})

test('a round and a letter’s job read only through their functions, each as its own kind', async () => {
  const asks = [
    `select * from app.due_reminders('three-days', '{}', '{}', now())`,
    `select * from app.due_digests('2026-04-13', now())`,
    `select app.order_mail(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null, 'invitation', null, now(), now())`,
  ]
  const { jobs } = world.deps.db
  for (const ask of asks) {
    expect(await refusal(jobs, {}, ask)).toBe(codes.notParty)
    for (const role of ['door', 'office', 'party'] as const)
      expect(await refusal(world.deps.db[role], {}, ask)).toBe(codes.denied)
  }
  await agreedTalk()
  const rows = async (text: string) =>
    refusal(jobs, {}, async tx => {
      if ((await tx.query(text)).rowCount) throw Object.assign(new Error('rows'), { code: 'rows' })
    })
  for (const text of ['taken_up(now())', 'digest(now())', 'mail_choices()'])
    expect([text, await rows(`select * from app.${text}`)]).toEqual([text, 'done'])
  await inRound(jobs, world.deps.clock.now(), async round => {
    for (const text of ['conversation', 'party', 'mail', 'person', 'shelf'])
      expect([
        text,
        (await round.as('reminders', tx => tx.query(`select * from ${text === 'person' ? 'post' : text}`)))
          .rowCount,
      ]).toEqual([text, 0])
    await expect(round.as('reminders', tx => tx.query('select * from answer'))).rejects.toMatchObject({
      code: codes.denied,
    })
  })
})
