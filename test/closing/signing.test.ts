import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { codes, proofOf, refusal } from '../walls/proof.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { answer, choose, frozen, minutes } from './frozen.ts'
import { answersTo, mailsAbout, meeting, shelfDates, statusOf, versionsOf } from './rows.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('both sign', () => {
  test.each([
    ['host', 'participant'],
    ['participant', 'host'],
  ] as const)(
    'S3-30 %s first, then %s: each with an own date, and then it is closed',
    async (first, last) => {
      const thread = await frozen(world)
      const { id } = thread
      const waiting = await answer(thread[first], id, 'signed')
      expect(waiting.path).toBe(urls.signing({ id }))
      expect(wordsOf(waiting)).toContain('Du har skrevet under')
      expect(wordsOf(waiting)).toContain('Mangler endnu')
      expect(await statusOf(world, id)).toBe('closing')
      expect((await shelfDates(world, id)).plan).toBeNull()

      await world.moveTo(minutes(3))
      const done = await answer(thread[last], id, 'signed')
      const words = wordsOf(done)
      expect(words).toContain('I er færdige')
      const dateOf = (name: string) =>
        new RegExp(`${name} (14\\. april 2026 kl\\.\\s14\\.\\d\\d)`).exec(words)?.[1]
      const [host, participant] = [dateOf('Anders Kjær'), dateOf('Lone Bach Holm')]
      expect(new Set([host, participant])).toEqual(
        new Set(['14. april 2026 kl. 14.28', '14. april 2026 kl. 14.31']),
      )
      expect(first === 'host' ? host : participant).toContain('14.28')
      expect(words).toContain(
        'Planen slettes den 14. april 2029. Samtalearket slettes senest den 14. april 2028.',
      )

      expect(await statusOf(world, id)).toBe('closed')
      expect(await mailsAbout(world, id, 'plan-ready')).toEqual(['Lone Bach Holm'])
      expect(await shelfDates(world, id)).toEqual({
        plan: '2029-04-14',
        talk: '2028-04-14',
        'own Lone Bach Holm': '2026-05-14',
        'own Anders Kjær': '2026-05-14',
      })
      expect(wordsOf(await thread[first].get(urls.signing({ id })))).toContain('I er færdige')
    },
  )

  test('S3-30 the same person signing twice is one signature, and another choice afterwards is told that the first stands', async () => {
    const { id, host } = await frozen(world)
    const key = { key: crypto.randomUUID() }
    const once = await answer(host, id, 'signed', key)
    expect((await answer(host, id, 'signed', key)).path).toBe(once.path)
    expect((await answer(host, id, 'signed')).path).toBe(once.path)
    const other = await answer(host, id, 'refused')
    expect(other.status).toBe(409)
    expect(wordsOf(other)).toContain('Du har allerede svaret, og det svar gælder.')
    expect(await answersTo(world, id)).toEqual([{ name: 'Anders Kjær', choice: 'signed', version: 1 }])
    expect(await statusOf(world, id)).toBe('closing')
  })

  test('both at the same moment close it once', async () => {
    const { id, host, participant } = await frozen(world)
    const both = await meeting(world, id, [
      () => answer(host, id, 'signed'),
      () => answer(participant, id, 'signed'),
    ])
    expect(both.map(each => each.status)).toEqual([200, 200])
    expect(await statusOf(world, id)).toBe('closed')
    expect(await mailsAbout(world, id, 'plan-ready')).toEqual(['Lone Bach Holm'])
  })

  test('the back button after closing changes nothing and says so', async () => {
    const { id, host, participant } = await frozen(world)
    await answer(host, id, 'signed')
    await answer(participant, id, 'signed')
    expect((await choose(host, id, 'refused')).path).toBe(urls.signing({ id }))
    const late = await answer(host, id, 'refused')
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('Du har allerede svaret')
    const reopened = await host.post(urls.correction({ id }), { version: '1' })
    expect(wordsOf(reopened)).toContain('I er færdige')
    expect((await host.post(urls.freezing({ id }), {})).path).toBe(urls.signing({ id }))
    expect(await statusOf(world, id)).toBe('closed')
    expect(await versionsOf(world, id)).toEqual([{ version: 1, voided: false }])
  })

  test('nobody signs for the other, in any words', async () => {
    const { id, host } = await frozen(world)
    await answer(host, id, 'signed', { person: world.people.lone.person, role: 'participant' })
    expect(await answersTo(world, id)).toEqual([{ name: 'Anders Kjær', choice: 'signed', version: 1 }])
    const forged = `insert into signature (organisation_id, conversation_id, record_version, person_id, choice, at)
      values ('${world.organisation}', '${id}', 1, '${world.people.lone.person}', 'signed', now())`
    expect(await refusal(world.deps.db.party, proofOf(host), forged)).toBe(codes.denied)
  })
})

describe('not signing', () => {
  test.each([
    ['participant', 'host'],
    ['host', 'participant'],
  ] as const)(
    'T14 %s refuses and %s signs, in either order: contested, held and written down',
    async (refuses, signs) => {
      for (const order of [
        [refuses, signs],
        [signs, refuses],
      ] as const) {
        const thread = await frozen(world)
        const { id } = thread
        const choiceOf = (role: string) => (role === refuses ? 'refused' : 'signed')
        await answer(thread[order[0]], id, choiceOf(order[0]))
        expect(await statusOf(world, id)).toBe('closing')
        const done = await answer(thread[order[1]], id, choiceOf(order[1]))
        expect(await statusOf(world, id)).toBe('contested')
        const words = wordsOf(done)
        expect(words).toContain('Samtalen er lukket')
        const refuser = refuses === 'host' ? 'Anders Kjær' : 'Lone Bach Holm'
        expect(words).toContain(`${refuser} Ikke underskrevet`)
        expect(words.match(/Ikke underskrevet/g)).toHaveLength(1)
        expect(await mailsAbout(world, id, 'plan-ready')).toEqual(['Lone Bach Holm'])
        expect((await shelfDates(world, id)).plan).toBe('2029-04-14')
      }
    },
  )

  test('a refusal has no field for a reason', async () => {
    const { id, participant } = await frozen(world)
    const page = await choose(participant, id, 'refused')
    expect(page.html).not.toContain('<textarea')
    await answer(participant, id, 'refused', { remark: 'Fordi' })
    const { rows } = await world.superuser.query(
      'select remark_sealed from signature where conversation_id = $1',
      [id],
    )
    expect(rows).toEqual([{ remark_sealed: null }])
  })

  test('two refusals close it too, so that nobody is left waiting', async () => {
    const { id, host, participant } = await frozen(world)
    await answer(host, id, 'refused')
    await answer(participant, id, 'refused')
    expect(await statusOf(world, id)).toBe('contested')
  })
})

describe('a remark', () => {
  test('stays as its author wrote it, stands for both to read, and is markup to nobody', async () => {
    const { id, host, participant } = await frozen(world)
    const remark = 'Jeg er ikke enig i punkt 2.\n\n<b>Ikke</b> #panic("x") 😀 «nej»'
    expect((await choose(participant, id, 'signed-with-remark')).html).toContain('<textarea')
    await answer(participant, id, 'signed-with-remark', { remark })
    const seen = await host.get(urls.signing({ id }))
    expect(seen.html).toContain(
      'Jeg er ikke enig i punkt 2.\n\n&lt;b>Ikke&lt;/b> #panic(&quot;x&quot;) 😀 «nej»',
    )
    expect(wordsOf(seen)).toContain('Bemærkning fra Lone')
    await answer(host, id, 'signed')
    expect(await statusOf(world, id)).toBe('closed')
    const { rows } = await world.superuser.query(
      'select remark_sealed from signature where conversation_id = $1 and remark_sealed is not null',
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].remark_sealed.toString('latin1')).not.toContain('enig')
  })

  test('missing or too long it is asked for at its field, with all that was typed', async () => {
    const { id, participant } = await frozen(world)
    const empty = await answer(participant, id, 'signed-with-remark', { remark: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('href="#remark"')
    const long = await answer(participant, id, 'signed-with-remark', { remark: 'å'.repeat(2001) })
    expect(long.status).toBe(422)
    expect(long.html).toContain('å'.repeat(2001))
    expect(wordsOf(long)).toContain('Her er plads til 2.000 tegn.')
    expect(await answersTo(world, id)).toEqual([])
  })

  test('no choice, or one that is none of the three, asks for a choice', async () => {
    const { id, participant } = await frozen(world)
    for (const choice of ['', 'confirmed', 'yes']) {
      const asked = await answer(participant, id, choice)
      expect(asked.status).toBe(422)
      expect(wordsOf(asked)).toContain('Vælg, hvordan du vil lukke samtalen.')
    }
    expect(await answersTo(world, id)).toEqual([])
  })
})
