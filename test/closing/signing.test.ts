import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { codes, proofOf, refusal } from '../walls/proof.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'
import { afternoon, held, type Written } from './held.ts'
import { answersTo, mailsAbout, meeting, shelfDates, statusOf, versionsOf } from './rows.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const minutes = (count: number) => new Date(afternoon.getTime() + count * 60_000)

/** The text frozen by Anders; both are still fresh from signing in. */
async function frozen(change: Partial<Written> = {}): Promise<Thread> {
  const thread = await held(world, change)
  await thread.host.post(urls.freezing({ id: thread.id }), {})
  return thread
}

const answer = (visitor: Visitor, id: string, choice: string, more: Readonly<Record<string, string>> = {}) =>
  visitor.post(urls.signatures({ id }), { choice, version: '1', ...more })

const choose = (visitor: Visitor, id: string, choice: string) =>
  visitor.post(urls.freshCode({ id }), { choice, version: '1' })

/** The six figures that the terminal prints for this address, from here on. */
const codeFor = (name: string) =>
  world.terminal
    .next(new RegExp(`^Kode til ${name}@lyngsoe\\.example: (\\d{6})$`))
    .then(([, code = '']) => code)

const session = (visitor: Visitor) => visitor.cookies.get('__Host-medspil-session') ?? ''

describe('both sign', () => {
  test.each([
    ['host', 'participant'],
    ['participant', 'host'],
  ] as const)(
    'S3-30 %s first, then %s: each with an own date, and then it is closed',
    async (first, last) => {
      const thread = await frozen()
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
      expect(await mailsAbout(world, id, 'plan-ready')).toEqual(['Anders Kjær', 'Lone Bach Holm'])
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
    const { id, host } = await frozen()
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
    const { id, host, participant } = await frozen()
    const both = await meeting(world, id, [
      () => answer(host, id, 'signed'),
      () => answer(participant, id, 'signed'),
    ])
    expect(both.map(each => each.status)).toEqual([200, 200])
    expect(await statusOf(world, id)).toBe('closed')
    expect(await mailsAbout(world, id, 'plan-ready')).toHaveLength(2)
  })

  test('the back button after closing changes nothing and says so', async () => {
    const { id, host, participant } = await frozen()
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
    const { id, host } = await frozen()
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
        const thread = await frozen()
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
        expect(await mailsAbout(world, id, 'plan-ready')).toHaveLength(2)
        expect((await shelfDates(world, id)).plan).toBe('2029-04-14')
      }
    },
  )

  test('a refusal has no field for a reason', async () => {
    const { id, participant } = await frozen()
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
    const { id, host, participant } = await frozen()
    await answer(host, id, 'refused')
    await answer(participant, id, 'refused')
    expect(await statusOf(world, id)).toBe('contested')
  })
})

describe('a remark', () => {
  test('stays as its author wrote it, stands for both to read, and is markup to nobody', async () => {
    const { id, host, participant } = await frozen()
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
    const { id, participant } = await frozen()
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
    const { id, participant } = await frozen()
    for (const choice of ['', 'confirmed', 'yes']) {
      const asked = await answer(participant, id, choice)
      expect(asked.status).toBe(422)
      expect(wordsOf(asked)).toContain('Vælg, hvordan du vil lukke samtalen.')
    }
    expect(await answersTo(world, id)).toEqual([])
  })
})

describe('a fresh code', () => {
  test('five minutes after the last one a choice mails a code, and the right one goes on with the choice already made', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    const asked = await choose(participant, id, 'signed')
    expect(asked.path).toContain(urls.answer({ id, choice: 'skriv-under' }))
    expect(wordsOf(asked)).toContain('Vi har sendt en kode til lone@lyngsoe.example.')
    expect(await answersTo(world, id)).toEqual([])
    const code = await printed
    const before = session(participant)
    const signed = await answer(participant, id, 'signed', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect(wordsOf(signed)).toContain('Du har skrevet under')
    expect(await answersTo(world, id)).toEqual([{ name: 'Lone Bach Holm', choice: 'signed', version: 1 }])

    expect(session(participant)).not.toBe(before)
    const old = createVisitor(world)
    old.cookies.set('__Host-medspil-session', before)
    expect((await old.get(urls.signing({ id }))).path).toContain(urls.signIn())
  })

  test('a refusal takes a code as the other choices do', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    expect(wordsOf(await answer(participant, id, 'refused', { code: '' }))).toContain(
      'Skriv koden fra mailen.',
    )
    expect(await answersTo(world, id)).toEqual([])
  })

  test('a wrong code is told at its field; the remark is still there, and nothing is signed', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    await choose(participant, id, 'signed-with-remark')
    const wrong = Number(await printed) === 111111 ? '222222' : '111111'
    const remark = 'Min bemærkning om punkt 2'
    const refused = await answer(participant, id, 'signed-with-remark', { remark, code: wrong })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#code"')
    expect(refused.html).toContain(remark)
    expect(wordsOf(refused)).toContain('Koden passer ikke.')
    expect(await answersTo(world, id)).toEqual([])
  })

  test('after five wrong ones the code is worth nothing, and a new one has been sent', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    await choose(participant, id, 'signed')
    const code = await printed
    const wrong = code === '111111' ? '222222' : '111111'
    for (let tries = 0; tries < 5; tries += 1) await answer(participant, id, 'signed', { code: wrong })
    const next = codeFor('lone')
    const spent = await answer(participant, id, 'signed', { code })
    expect(spent.status).toBe(422)
    expect(wordsOf(spent)).toContain('Vi har sendt en ny.')
    expect(wordsOf(await answer(participant, id, 'signed', { code: await next }))).toContain(
      'Du har skrevet under',
    )
  })

  test('a code older than ten minutes is told, and a new one has been sent', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    await choose(participant, id, 'signed')
    const code = await printed
    await world.moveTo(minutes(17))
    const next = codeFor('lone')
    const refused = await answer(participant, id, 'signed', { code })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Koden er udløbet, brugt eller fra en anden browser.')
    expect(wordsOf(await answer(participant, id, 'signed', { code: await next }))).toContain(
      'Du har skrevet under',
    )
  })

  test('a code asked for in another browser does not sign here', async () => {
    const { id, participant } = await frozen()
    const elsewhere = await world.as('lone')
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    await choose(elsewhere, id, 'signed')
    const code = await printed
    const refused = await answer(participant, id, 'signed', { code })
    expect(refused.status).toBe(422)
    expect(await answersTo(world, id)).toEqual([])
    expect(wordsOf(await answer(elsewhere, id, 'signed', { code }))).toContain('Du har skrevet under')
  })

  test('a code mailed to the other does not sign for me, and is not used up', async () => {
    const { id, host, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('anders')
    await choose(host, id, 'signed')
    const code = await printed
    participant.cookies.set('__Host-medspil-browser', host.cookies.get('__Host-medspil-browser') ?? '')
    const refused = await answer(participant, id, 'signed', { code })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Koden passer ikke.')
    expect(wordsOf(await answer(host, id, 'signed', { code }))).toContain('Du har skrevet under')
    expect((await answersTo(world, id)).map(each => each.name)).toEqual(['Anders Kjær'])
  })

  test('the form sent twice at once signs once, and neither answer is a fault', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const printed = codeFor('lone')
    await choose(participant, id, 'signed')
    const fields = { choice: 'signed', version: '1', key: crypto.randomUUID(), code: await printed }
    const both = await Promise.all([1, 2].map(() => participant.postOnly(urls.signatures({ id }), fields)))
    // The later one may find that the session has gone on under its new token, which is the door's to tell.
    const led = both.map(each => each.headers.get('location'))
    expect(led).toContain(urls.signing({ id }))
    expect(led.filter(to => to !== urls.signing({ id }) && !to?.startsWith(urls.signIn()))).toEqual([])
    expect(await answersTo(world, id)).toHaveLength(1)
    expect(wordsOf(await participant.get(urls.signing({ id })))).toContain('Du har skrevet under')
    const again = await participant.postOnly(urls.signatures({ id }), fields)
    expect(again.headers.get('location')).toBe(urls.signing({ id }))
  })

  test('choosing again sends no second code while the first is good; asking for a new one does, and keeps the remark', async () => {
    const { id, participant } = await frozen()
    await world.moveTo(minutes(6))
    const asked = async () =>
      (await world.superuser.query('select count(*)::int as n from code_request')).rows[0].n
    const before = await asked()
    await choose(participant, id, 'signed')
    await choose(participant, id, 'signed-with-remark')
    expect(await asked()).toBe(before + 1)
    const fields = { choice: 'signed-with-remark', version: '1', remark: 'Halvt skrevet', again: 'yes' }
    const page = await participant.post(urls.freshCode({ id }), fields)
    expect(await asked()).toBe(before + 2)
    expect(page.html).toContain('Halvt skrevet')
  })
})

describe('correcting first', () => {
  test('T12 the text opens again, what was signed counts no longer, and the next version is read anew', async () => {
    const { id, host, participant } = await frozen()
    await answer(host, id, 'signed')
    const opened = await participant.postOnly(urls.correction({ id }), { version: '1' })
    expect(opened.headers.get('location')).toBe(urls.planDraft({ id }))
    expect(await statusOf(world, id)).toBe('held')
    expect(await versionsOf(world, id)).toEqual([{ version: 1, voided: true }])
    expect(await answersTo(world, id)).toHaveLength(1)
    expect((await host.get(urls.signing({ id }))).path).toBe(urls.conversation({ id }))

    await participant.post(urls.freezing({ id }), {})
    expect(await versionsOf(world, id)).toEqual([
      { version: 1, voided: true },
      { version: 2, voided: false },
    ])
    expect(wordsOf(await host.get(urls.signing({ id })))).toContain('Hvordan vil du lukke samtalen?')
    await answer(host, id, 'signed', { version: '2' })
    await answer(participant, id, 'signed', { version: '2' })
    expect(await statusOf(world, id)).toBe('closed')
  })

  test('an answer to the old text is refused with the new one, and a remark already written is kept', async () => {
    const { id, host, participant } = await frozen()
    await participant.postOnly(urls.correction({ id }), { version: '1' })
    const meanwhile = await answer(host, id, 'signed-with-remark', { remark: 'Skrevet til den gamle' })
    expect(meanwhile.status).toBe(409)
    expect(wordsOf(meanwhile)).toContain('Teksten bliver rettet lige nu.')
    expect(meanwhile.html).toContain('Skrevet til den gamle')
    expect(wordsOf(meanwhile)).toContain('At lede gennem forandring')
    await participant.post(urls.freezing({ id }), {})

    const stale = await answer(host, id, 'signed')
    expect(stale.status).toBe(409)
    expect(wordsOf(stale)).toContain('Teksten er rettet, siden du åbnede den.')
    expect(stale.html).toContain('name="version" value="2"')
    const kept = await answer(host, id, 'signed-with-remark', { remark: 'Skrevet til den gamle' })
    expect(kept.status).toBe(409)
    expect(kept.html).toContain('Skrevet til den gamle')
    expect(kept.html).toContain('name="version" value="2"')
    expect((await choose(host, id, 'signed')).status).toBe(409)
    expect((await host.post(urls.correction({ id }), { version: '1' })).status).toBe(409)
    expect(await answersTo(world, id)).toEqual([])
    expect(await statusOf(world, id)).toBe('closing')
  })

  test('the page of a choice made for the old text leads back to the new one', async () => {
    const { id, host, participant } = await frozen()
    const page = `${urls.answer({ id, choice: 'skriv-under' })}?tekst=1`
    expect(wordsOf(await host.get(page))).toContain('Jeg har læst planen.')
    await participant.postOnly(urls.correction({ id }), { version: '1' })
    await participant.post(urls.freezing({ id }), {})
    expect((await host.get(page)).path).toBe(urls.signing({ id }))
  })
})
