import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { mailsAbout } from '../closing/rows.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import { closed, later } from './closed.ts'

// T16: Lone asks Anders for a follow-up, and the calendar goes on. The talk was held on 14 April 2026.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  await world.superuser.query(`update concept set body = jsonb_set(body, '{kinds,lus,followUpDays}', '14')`)
  thread = await closed(world)
})
beforeEach(async () => {
  await world.superuser.query(
    'delete from follow_up_time; delete from follow_up; delete from mail; delete from closed_weeks',
  )
  await world.superuser.query(`update conversation set status = 'closed' where id = $1`, [thread.id])
})
afterAll(() => world.close())

const plan = (visitor: Visitor) => visitor.get(urls.plan(thread))
const home = (visitor: Visitor) => visitor.get(urls.home())

/** Lone asks at that moment; the two as they are then. */
async function asked(at: string, fields: Record<string, string> = {}): Promise<Thread> {
  const then = await later(world, thread, at)
  await then.participant.post(urls.followUp(thread), { line: '', ...fields })
  return then
}

/** The mails the clock has written, by kind, reader and the day they are about. */
async function clockMails() {
  await runRound(world.deps)
  const { rows } = await world.superuser.query(
    `select m.kind, split_part(p.name, ' ', 1) as to, to_char(m.for_date, 'YYYY-MM-DD') as on from mail m join person p on p.id = m.person_id
     where m.for_date is not null order by m.for_date, m.kind, p.name`,
  )
  return rows.map(({ kind, to, on }) => `${on} ${kind} ${to}`)
}

describe('S0-44 »Bed om en opfølgning«', () => {
  test('M8 from the plan and from home it takes two taps, and no field asks why', async () => {
    const then = await later(world, thread, '2026-09-08T08:00:00Z')
    for (const page of [await plan(then.participant), await home(then.participant)])
      expect(page.html).toContain(`href="${urls.followUp(thread)}"`)
    const ask = await then.participant.get(urls.followUp(thread))
    expect(wordsOf(ask)).toContain('Anders får besked. Samtalen skal holdes senest den 22. september.')
    expect(ask.html.match(/<textarea/g)).toHaveLength(1)
    expect(wordsOf(ask)).toContain('Valgfrit. Kun Anders og du kan læse den.')
    expect(wordsOf(ask)).toContain('Det, du skriver: slettes 14. april 2029')
    const sent = await then.participant.post(urls.followUp(thread), { line: '' })
    expect(sent.path).toBe(urls.plan(thread))
    expect(wordsOf(sent)).toContain('Samtalen skal holdes senest den 22. september')
    expect(wordsOf(sent)).toContain('Opfølgning, 14 dage tilbage')
    expect(await mailsAbout(world, thread.id, 'follow-up-asked')).toEqual(['Anders Kjær'])
  })

  test('a talk that has ended has no such button and takes no such wish', async () => {
    const then = await later(world, thread, '2026-09-08T08:00:00Z')
    await world.superuser.query(`update conversation set status = 'ended' where id = $1`, [thread.id])
    expect((await plan(then.participant)).html).not.toContain(urls.followUp(thread))
    await then.participant.post(urls.followUp(thread), { line: '' })
    expect((await world.superuser.query('select 1 from follow_up')).rowCount).toBe(0)
  })

  test('asked twice is asked once; the leader cannot ask in another’s name', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.participant.post(urls.followUp(thread), { line: '' })
    await then.host.post(urls.followUp(thread), { line: '' })
    expect((await world.superuser.query('select 1 from follow_up')).rowCount).toBe(1)
    expect(await mailsAbout(world, thread.id, 'follow-up-asked')).toHaveLength(1)
  })

  test('the line is read by the two alone and lies sealed; too long, it comes back as typed', async () => {
    const then = await asked('2026-09-08T08:00:00Z', { line: 'Det er om vagtplanen i stormmåger' })
    expect(wordsOf(await then.host.get(urls.followUp(thread)))).toContain(
      'Lone skriver Det er om vagtplanen i stormmåger',
    )
    for (const name of ['karim', 'birthe', 'eva'] as const)
      expect((await (await world.as(name)).get(urls.followUp(thread))).status).toBe(404)
    const { rows } = await world.superuser.query(
      `select encode(sealed, 'escape') as text from follow_up_line`,
    )
    expect(rows[0].text).not.toContain('stormm')
    await world.superuser.query('delete from follow_up')
    const long = await then.participant.post(urls.followUp(thread), { line: `x${'y'.repeat(300)}` })
    expect(long.status).toBe(422)
    expect(long.html).toContain('yyyy')
    expect(wordsOf(long)).toContain('Skriv højst 300 tegn.')
  })
})

describe('from the wish to the talk', () => {
  const times = {
    'day-1': '2026-09-15',
    'time-1': '13:00',
    'day-2': '2026-09-16',
    'time-2': '9:00',
    'day-3': '2026-09-25',
    'time-3': '9:00',
  }
  const offeredIn = ({ html }: Shown) =>
    [...html.matchAll(/name="time" value="([^"]+)"/g)].map(([, id = '']) => id)

  test('the leader gives up to three times, the asker picks, and both are told what now', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    expect(wordsOf(await home(then.host))).toContain(
      'Lone beder om en opfølgning Den skal holdes senest den 22. september.',
    )
    expect(wordsOf(await home(then.participant))).toContain('Opfølgning med Anders')
    const bad = await then.host.post(urls.followUpTimes(thread), { 'day-1': '2026-09-15', 'time-1': '' })
    expect([bad.status, wordsOf(bad).includes('Skriv også klokkeslættet.')]).toEqual([422, true])
    await then.host.post(urls.followUpTimes(thread), { ...times, 'day-4': '2026-09-17', 'time-4': '9:00' })
    expect(await mailsAbout(world, thread.id, 'follow-up-times')).toEqual(['Lone Bach Holm'])
    expect(wordsOf(await home(then.participant))).toContain('Anders har foreslået tider til en opfølgning')
    expect(wordsOf(await plan(then.participant))).toContain('Anders har foreslået tre tider.')
    const [first = ''] = offeredIn(await then.participant.get(urls.followUp(thread)))
    expect((await then.participant.post(urls.followUpTime(thread), {})).status).toBe(422)
    expect((await then.participant.post(urls.followUpTime(thread), { time: thread.id })).status).toBe(409)
    await then.participant.post(urls.followUpTime(thread), { time: first })
    expect(await mailsAbout(world, thread.id, 'follow-up-agreed')).toEqual(['Anders Kjær', 'Lone Bach Holm'])
    expect(wordsOf(await plan(then.host))).toContain('I mødes tirsdag den 15. september kl. 13.00–13.30')
    expect(wordsOf(await then.host.get(urls.hosted()))).toContain('Opfølgning, tirsdag den 15. september')
  })

  test('on its day it opens on the plan; one says held, the other confirms, and the day of the first word counts', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.host.post(urls.followUpTimes(thread), times)
    const [first = ''] = offeredIn(await then.participant.get(urls.followUp(thread)))
    await then.participant.post(urls.followUpTime(thread), { time: first })
    const day = await later(world, thread, '2026-09-15T11:30:00Z')
    expect((await home(day.host)).html).toMatch(
      new RegExp(`href="${urls.plan(thread)}" class="button primary"`),
    )
    await day.host.post(urls.followUpHeld(thread), { do: 'held' })
    expect(wordsOf(await plan(day.host))).toContain('Du har sagt, at den er holdt. Lone bekræfter.')
    const next = await later(world, thread, '2026-09-17T11:30:00Z')
    expect(wordsOf(await home(next.participant))).toContain('Anders siger, at opfølgningen er holdt')
    await next.participant.post(urls.followUpHeld(thread), { do: 'held' })
    expect(wordsOf(await plan(next.participant))).toContain('Opfølgningen blev holdt den 15. september 2026.')
    expect((await plan(next.participant)).html).toContain('Bed om en opfølgning')
  })

  test('»Ikke endnu« takes the word off the table', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.host.post(urls.followUpHeld(thread), { do: 'held' })
    await then.participant.post(urls.followUpHeld(thread), { do: 'not-yet' })
    expect(wordsOf(await plan(then.host))).not.toContain('Du har sagt, at den er holdt')
    await then.host.post(urls.followUpHeld(thread), { do: 'held' })
    await then.host.post(urls.followUpHeld(thread), { do: 'held' })
    expect((await world.superuser.query('select status from follow_up')).rows).toEqual([{ status: 'wanted' }])
  })

  test('»Senere er fint« is the asker’s alone to say; a picked later time takes the deadline along', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.host.post(urls.followUpLater(thread), { days: '28' })
    const dueOn = async () => (await world.superuser.query('select due_on from follow_up')).rows[0].due_on
    expect(await dueOn()).toEqual(new Date('2026-09-22T00:00:00'))
    expect((await then.participant.post(urls.followUpLater(thread), {})).status).toBe(422)
    await then.participant.post(urls.followUpLater(thread), { days: '7' })
    expect(wordsOf(await plan(then.participant))).toContain('senest den 29. september')
    await then.host.post(urls.followUpTimes(thread), { 'day-1': '2026-10-06', 'time-1': '9:00' })
    const [late = ''] = offeredIn(await then.participant.get(urls.followUp(thread)))
    await then.participant.post(urls.followUpTime(thread), { time: late })
    expect(await dueOn()).toEqual(new Date('2026-10-06T00:00:00'))
  })

  test('who no longer needs it takes it back, and may ask again', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.participant.post(urls.followUpLater(thread), { do: 'withdraw' })
    expect((await plan(then.participant)).html).toContain('Bed om en opfølgning')
    await then.participant.post(urls.followUp(thread), { line: '' })
    expect((await world.superuser.query('select status from follow_up order by status')).rows).toHaveLength(2)
  })
})

describe('S0-51 the clock, in local dates', () => {
  const over = [
    ['no change of summer time', '2026-09-08', ['2026-09-15', '2026-09-20', '2026-09-23']],
    ['the end of summer time', '2026-10-19', ['2026-10-26', '2026-10-31', '2026-11-03']],
    ['the beginning of summer time', '2027-03-22', ['2027-03-29', '2027-04-03', '2027-04-06']],
  ] as const

  test.each(over)('M21 day 0, 7, 12 and 15 over %s', async (_, day, [seven, twelve, fifteen]) => {
    // Half an hour before midnight in Copenhagen: the day of asking is that day, whatever the hour in UTC.
    await asked(`${day}T21:15:00Z`)
    expect(await clockMails()).toEqual([])
    await later(world, thread, `${eveOf(seven)}T21:15:00Z`)
    expect(await clockMails()).toEqual([])
    await later(world, thread, `${eveOf(seven)}T23:15:00Z`)
    const nudge = `${seven} follow-up-nudge Anders`
    expect(await clockMails()).toEqual([nudge])
    await later(world, thread, `${twelve}T09:00:00Z`)
    const soon = [`${twelve} follow-up-soon Anders`, `${twelve} follow-up-soon Lone`]
    expect(await clockMails()).toEqual([nudge, ...soon])
    const last = await later(world, thread, `${eveOf(fifteen)}T21:15:00Z`)
    expect(await clockMails()).toEqual([nudge, ...soon])
    expect(wordsOf(await plan(last.participant))).toContain('Opfølgning, fristen er i dag')
    const night = await later(world, thread, `${eveOf(fifteen)}T23:15:00Z`)
    const late = [`${fifteen} follow-up-late Anders`, `${fifteen} follow-up-late Lone`]
    expect(await clockMails()).toEqual([nudge, ...soon, ...late])
    expect(wordsOf(await plan(night.participant))).toContain('Anders får besked i dag kl. 7.00.')
    expect(wordsOf(await plan(night.host))).toContain('Lone får besked i dag kl. 7.00. Find en tid nu')
    expect(await clockMails()).toHaveLength(5)
  })

  const eveOf = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

  test('day 15: »Fristen er overskredet« to both, on top of the year, and the list of the house’s TR and AMR', async () => {
    const { superuser, organisation, people } = world
    for (const [duty, who] of [
      ['tr', people.birthe],
      ['amr', people.karim],
    ] as const)
      await superuser.query(
        `insert into duty values ($1, gen_random_uuid(), $2, null, $3, '2020-01-01', null)`,
        [organisation, who.person, duty],
      )
    await asked('2026-09-08T08:00:00Z')
    const then = await later(world, thread, '2026-09-23T08:00:00Z')
    const mine = await plan(then.participant)
    expect(wordsOf(mine)).toContain(
      'Fristen er overskredet Samtalen skulle være holdt den 22. september Anders har fået besked. Du kan også tale med TR eller AMR.',
    )
    expect(wordsOf(mine)).toContain('TR og AMR i huset Birthe Sand (TR) Karim Aydin (AMR)')
    expect(mine.html).toContain(`href="mailto:${people.birthe.address}"`)
    const theirs = wordsOf(await plan(then.host))
    expect(theirs).toContain('Lone har fået besked. Find en tid nu')
    expect(theirs).not.toContain('Birthe Sand')
    const year = await then.host.get(urls.hosted())
    expect(wordsOf(year)).toMatch(
      /Tag dem først Lone Bach Holm Kløvervangen Frist overskredet Opfølgning Skulle være holdt den 22. september Foreslå tider/,
    )
    expect(year.html.match(/class="button primary"(?! type="button")/g)).toHaveLength(1)
    expect(wordsOf(await home(then.participant))).toContain('Fristen er overskredet')
    expect((await superuser.query(`select 1 from event where what like '%represent%'`)).rowCount).toBe(0)
  })

  test('a word of the asker’s that it was held stops it; the leader’s alone does not', async () => {
    const then = await asked('2026-09-08T08:00:00Z')
    await then.host.post(urls.followUpHeld(thread), { do: 'held' })
    await later(world, thread, '2026-09-23T08:00:00Z')
    expect(await clockMails()).toHaveLength(2)
    await world.superuser.query(`update follow_up set said_by = asked_by; delete from mail`)
    expect(await clockMails()).toEqual([])
  })

  test('after a standstill only what counts now is said; its letter waits for a decent hour and names no line', async () => {
    await asked('2026-09-08T08:00:00Z', { line: 'Det er om vagtplanen i stormmåger' })
    await later(world, thread, '2026-09-25T20:00:00Z')
    expect(await clockMails()).toEqual(['2026-09-23 follow-up-late Anders', '2026-09-23 follow-up-late Lone'])
    const { rows } = await world.superuser.query(
      'select distinct due_at from mail where for_date is not null',
    )
    expect(rows).toEqual([{ due_at: new Date('2026-09-28T05:00:00Z') }])
  })
})

test('S3-12 after twelve months somebody misses a talk; before that the next one comes later', async () => {
  const year = async (at: string) => wordsOf(await (await later(world, thread, at)).host.get(urls.hosted()))
  const lone = 'Lone Bach Holm Kløvervangen'
  expect(await year('2027-04-14T10:00:00Z')).toContain(
    `${lone} Holdt Sidst holdt den 14. april 2026 Næste senest den 14. april 2027 Inviter`,
  )
  expect(await year('2027-04-15T10:00:00Z')).toContain(
    `${lone} Mangler invitation Daglig leder Sidst holdt den 14. april 2026 Inviter`,
  )
})

test('T24 twelve months and sixty days after its closing a talk ends by itself, and not a day before', async () => {
  const status = async () =>
    (await world.superuser.query('select status from conversation where id = $1', [thread.id])).rows[0].status
  await later(world, thread, '2027-06-12T10:00:00Z')
  await runRound(world.deps)
  expect(await status()).toBe('closed')
  await later(world, thread, '2027-06-13T10:00:00Z')
  await runRound(world.deps)
  expect(await status()).toBe('ended')
})
