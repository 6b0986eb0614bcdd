import PostalMime from 'postal-mime'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addDays, type LocalDate } from '../../src/domain/day.ts'
import { urls } from '../../src/urls.ts'
import { mailServer } from '../outside/mail-server.ts'
import { lixOf, longestIn } from '../outside/plain.ts'
import { filled } from '../talk/talking.ts'
import { birdsAmong } from '../walls/birds.ts'
import { queueEmpty } from '../walls/door.ts'
import { done, prepare, text } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm, slotsIn } from '../world/thread.ts'
import { droppedMails, liveUntil, local, sentTo } from './living.ts'

// A talk from its letter to its plan while the clock runs, with a real mail server: what arrives, and when.

async function openPost(start: Date) {
  const server = await mailServer()
  const world = await openWorld(start, undefined, {
    smtpUrl: `smtp://127.0.0.1:${server.port}`,
    mailFrom: 'Medspil <medspil@lyngsoe.example>',
  })
  onTestFinished(() => world.close())
  return { world, server }
}

/** Invited on the Wednesday before, agreed on the evening after, held on a Tuesday, signed before it ends. */
async function wholeTalk(world: World, tuesday: LocalDate) {
  const anders = await world.as('anders')
  const letter = {
    ...invitationForm,
    greeting: text('greeting'),
    'day-1': tuesday,
    'day-2': '',
    'time-2': '',
  }
  const id = idIn(await anders.post(urls.planning({ post: world.people.lone.post }), letter))
  await queueEmpty(world)
  await liveUntil(world, local(addDays(tuesday, -5), '20:00'))
  const evening = await world.as('lone')
  const [slot = ''] = slotsIn(await evening.get(urls.invitation({ id })))
  await done(evening, urls.time({ id }), { slot })
  await prepare({ id, host: anders, participant: evening }, evening, 'participant')
  await liveUntil(world, local(tuesday, '13:05'))
  await talkAndSign(world, id)
  await liveUntil(world, local(addDays(tuesday, 7), '09:00'))
}

async function talkAndSign(world: World, id: string) {
  const [host, participant] = [await world.as('anders'), await world.as('lone')]
  await done(host, urls.talk({ id }), {})
  await done(participant, urls.points({ id }), filled(await participant.get(urls.planDraft({ id }))))
  const plan = await participant.get(urls.planDraft({ id }))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
  await done(participant, urls.planDraft({ id }), filled(plan, { [`${point}.what`]: text('point') }))
  await done(host, urls.ending({ id }), {})
  await done(participant, urls.ending({ id }), {})
  await done(host, urls.freezing({ id }), { gaps: 'seen' })
  await done(participant, urls.signatures({ id }), { choice: 'signed', version: '1' })
  await done(host, urls.signatures({ id }), { choice: 'signed', version: '1' })
}

const onEitherSide = [
  ['in spring', '2026-04-21', '2026-04-27'],
  // And over Easter: the week's digest waits for Tuesday.
  ['over the beginning of summer time', '2026-03-31', '2026-04-07'],
  ['over its end', '2026-10-27', '2026-11-02'],
] as const

async function readsEasily(raw: string) {
  const { text = '' } = await PostalMime.parse(raw)
  expect(longestIn(text)).toBeLessThanOrEqual(20)
  expect(lixOf(text)).toBeLessThanOrEqual(30)
}

describe.each(onEitherSide)('a whole talk %s', (_, tuesday, nextWeek) => {
  const on = (days: number) => addDays(tuesday, days)

  test('M16 gives whom it is about four mails, at decent hours, and its host a digest a week; all read easily', async () => {
    const { world, server } = await openPost(local(on(-6), '10:00'))
    await wholeTalk(world, tuesday)
    expect(await sentTo(world, world.people.lone.person)).toEqual([
      `${on(-6)} 10:00 invitation`,
      `${on(-4)} 07:00 three-days`,
      `${on(-1)} 07:00 day-before`,
      `${tuesday} 14:15 plan-ready`,
    ])
    expect(await sentTo(world, world.people.anders.person)).toEqual([
      `${on(-4)} 07:00 time-agreed`,
      `${on(-1)} 07:00 weekly-digest`,
      `${nextWeek} 07:00 weekly-digest`,
    ])
    expect(await droppedMails(world)).toEqual({ 'to-sign': 'answered' })
    expect(server.arrived).toHaveLength(7)
    const raw = server.arrived.map(mail => mail.raw).join('\n')
    const decoded = raw
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/^[A-Za-z0-9+/=\r\n]{60,}$/gm, coded => Buffer.from(coded, 'base64').toString('utf8'))
    expect(decoded).toContain('Lone')
    expect(birdsAmong(raw + decoded)).toEqual([])
    for (const mail of server.arrived) await readsEasily(mail.raw)
  })
})

test('a house without digests gives the host four of their own', async () => {
  const { world, server } = await openPost(local('2026-04-15', '10:00'))
  await world.superuser.query(`insert into mail_choice values ($1, 'weekly-digest', false)`, [
    world.organisation,
  ])
  await wholeTalk(world, '2026-04-21')
  const lone = await sentTo(world, world.people.lone.person)
  expect(lone.map(line => line.slice(17))).toEqual(['invitation', 'three-days', 'day-before', 'plan-ready'])
  expect(await sentTo(world, world.people.anders.person)).toEqual([
    '2026-04-17 07:00 three-days',
    '2026-04-17 07:00 time-agreed',
    '2026-04-20 07:00 day-before',
    '2026-04-21 14:15 plan-ready',
  ])
  expect(server.arrived).toHaveLength(8)
})
