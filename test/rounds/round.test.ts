import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inRound } from '../../src/db/rounds.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { startRounds } from '../../src/outside/rounds/start-rounds.ts'
import { urls } from '../../src/urls.ts'
import { queueEmpty } from '../walls/door.ts'
import { codes, refusal } from '../walls/proof.ts'
import { openWorld, type World } from '../world/people.ts'
import { invited } from '../world/thread.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'

// A round: what is due by the clock is done, by one at a time, and once.

const evening = new Date('2026-04-08T19:00:00Z')
const beforeSeven = new Date('2026-04-09T04:59:00Z')
const atSeven = new Date('2026-04-09T05:00:00Z')

let world: World
beforeEach(async () => {
  world = await openWorld(evening)
})
afterEach(() => world.close())

const mails = async () =>
  (
    await world.superuser.query(
      'select kind, due_at, queued_at is not null as queued, sent_at is not null as sent from mail order by made_at',
    )
  ).rows
const letterTo = (name: string) => new RegExp(`^Brev til ${name}@`)
const letters = (name: string) => world.terminal.lines.filter(line => letterTo(name).test(line)).length

describe('a mail made in the evening', () => {
  test('to somebody without mail is promised to nobody: the host is told to say it', async () => {
    await world.superuser.query(`update person set address = null where id = $1`, [world.people.lone.person])
    const id = await invited(world)
    const anders = await world.as('anders')
    for (const path of [urls.invitation({ id }), urls.conversation({ id })]) {
      const said = wordsOf(await anders.get(path))
      expect(said).toContain('Lone har ingen mail. Sig det selv. Lone logger ind med en seddel.')
      expect(said).not.toMatch(/Brevet til|Brevet Sendt|har fået besked/)
    }
  })

  test('waits for seven in the morning, and goes once; a code asked for meanwhile comes at once', async () => {
    const id = await invited(world)
    const seenBy = async (name: 'anders' | 'lone') =>
      wordsOf(await (await world.as(name)).get(urls.invitation({ id })))
    expect(await seenBy('anders')).toContain('Brevet til Lone sendes i morgen kl. 7.00.')
    expect(await seenBy('lone')).not.toContain('Brevet til')
    const onItsWay = wordsOf(await (await world.as('anders')).get(urls.conversation({ id })))
    expect(onItsWay).toContain('Brevet På vej')
    const code = world.terminal.next(/^Kode til lone@/)
    await createVisitor(world).post(urls.signIn(), { address: 'lone@lyngsoe.example' })
    await code
    expect(await mails()).toEqual([{ kind: 'invitation', due_at: atSeven, queued: false, sent: false }])
    await world.moveTo(beforeSeven)
    await runRound(world.deps)
    expect(await mails()).toMatchObject([{ queued: false }])
    await world.moveTo(atSeven)
    const gone = world.terminal.next(letterTo('lone'))
    await runRound(world.deps)
    await gone
    await queueEmpty(world)
    await runRound(world.deps)
    expect(await mails()).toMatchObject([{ queued: true }])
    expect(letters('lone')).toBe(1)
    expect(await seenBy('anders')).not.toContain('Brevet til')
  })

  test('goes once though two rounds begin at once', async () => {
    await invited(world)
    await world.moveTo(atSeven)
    const gone = world.terminal.next(letterTo('lone'))
    await Promise.all([runRound(world.deps), runRound(world.deps), runRound(world.deps)])
    await gone
    await queueEmpty(world)
    const { rows } = await world.superuser.query(
      'select count(*)::int as n from graphile_worker._private_jobs',
    )
    expect(rows[0].n).toBeLessThanOrEqual(1)
    expect(letters('lone')).toBe(1)
  })
})

describe('a round', () => {
  const during = async (work: () => Promise<void>) =>
    inRound(world.deps.db.jobs, world.deps.clock.now(), work)

  test('is alone: another does nothing meanwhile, and may begin when it has ended or failed', async () => {
    const nested: boolean[] = []
    await during(async () => void nested.push(await during(async () => void nested.push(true))))
    expect(nested).toEqual([false])
    await expect(during(() => Promise.reject(new Error('struck')))).rejects.toThrow('struck')
    expect(await during(async () => {})).toBe(true)
  })

  test('that is cut off lets go of its lock, and can do nothing more', async () => {
    const cut = inRound(world.deps.db.jobs, evening, async round => {
      await round.as('due-mails', async tx => {
        const { rows } = await tx.query('select pg_backend_pid() as pid')
        await world.superuser.query('select pg_terminate_backend($1)', [rows[0].pid])
        await tx.query('select app.queue_due_mails(now(), 1)')
      })
    })
    await expect(cut).rejects.toThrow()
    expect(await during(async () => {})).toBe(true)
  })

  test('is asked for its proof: no lock, no kind or another kind gets nothing', async () => {
    const jobs = world.deps.db.jobs
    const ask = 'select app.queue_due_mails(now(), 1)'
    expect(await refusal(jobs, {}, ask)).toBe(codes.notParty)
    expect(await refusal(jobs, {}, `select set_config('app.round', 'due-mails', true); ${ask}`)).toBe(
      codes.notParty,
    )
    await inRound(jobs, evening, async round => {
      await expect(round.as('another', tx => tx.query(ask))).rejects.toMatchObject({ code: codes.notParty })
      expect(await refusal(jobs, {}, `select set_config('app.round', 'due-mails', true); ${ask}`)).toBe(
        codes.notParty,
      )
      await round.as('due-mails', tx => tx.query(ask))
    })
    for (const role of ['door', 'office', 'party'] as const)
      expect(await refusal(world.deps.db[role], {}, ask)).toBe(codes.denied)
  })
})

describe('the running server', () => {
  test('makes a round at start, and none once it stops', async () => {
    await invited(world)
    await world.moveTo(atSeven)
    const gone = world.terminal.next(letterTo('lone'))
    const rounds = startRounds(world.deps, 50)
    await gone
    await rounds.stop()
    await queueEmpty(world)
    await world.moveTo(evening)
    expect(world.terminal.lines.filter(line => line.startsWith('round'))).toEqual([])
  })

  test('says what failed in a word, and goes on', async () => {
    await world.superuser.query('drop function app.queue_due_mails')
    const said = world.terminal.next(/^round .*/)
    const again = said.then(() => world.terminal.next(/^round .*/))
    const rounds = startRounds(world.deps, 50)
    expect((await said)[0]).toBe('round DatabaseError 42883')
    await again
    await rounds.stop()
  })
})
