import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/domain/concept.ts'
import { type Locked, nextStep } from '../../src/domain/next-step.ts'
import { closeUnanswered, type Signer } from '../../src/domain/record/signing.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { afternoon, held } from './held.ts'
import { heldTalk } from './held-talk.ts'
import { answersTo, statusOf } from './rows.ts'

// T14, its last part: the other never answers. The talk was held and written down, and whoever may closes it so.

const host: Signer = {
  status: 'closing',
  role: 'host',
  closing: 'sign',
  version: 1,
  answers: { host: 'signed' },
}
const days = { answerBy: '2026-04-21', aloneFrom: '2026-04-28' }

describe('T14 closing without the other’s answer', () => {
  test('the host may on the fourteenth day, and not the day before', () => {
    expect(closeUnanswered(host, 1, days, '2026-04-27')).toEqual({ refused: 'too-early' })
    expect(closeUnanswered(host, 1, days, '2026-04-28')).toEqual({ status: 'contested' })
  })

  test.each<[string, Partial<Signer>, number, string]>([
    [
      'the participant never where one signs',
      { role: 'participant', answers: { participant: 'signed' } },
      1,
      'not-yours',
    ],
    ['nobody before the host has signed', { answers: {} }, 1, 'not-now'],
    ['not a host who refused', { answers: { host: 'refused' } }, 1, 'not-now'],
    ['not once the other has answered', { answers: { host: 'signed', participant: 'signed' } }, 1, 'not-now'],
    ['not a text that was corrected since', {}, 2, 'text-changed'],
    ['not a closed talk', { status: 'closed' }, 1, 'not-now'],
  ])('%s', (_, change, version, refused) => {
    expect(closeUnanswered({ ...host, ...change }, version, days, '2026-06-01')).toEqual({ refused })
  })
})

test.each(['host', 'participant'] as const)(
  'T14 D11 where one tap is asked, the %s may when they have tapped',
  role => {
    const tapped: Signer = { ...host, role, closing: 'confirm', answers: { [role]: 'confirmed' } }
    expect(closeUnanswered(tapped, 1, days, '2026-04-28')).toEqual({ status: 'contested' })
    expect(closeUnanswered(tapped, 1, days, '2026-04-27')).toEqual({ refused: 'too-early' })
    const untapped: Signer = { ...tapped, answers: {} }
    expect(closeUnanswered(untapped, 1, days, '2026-04-28')).toEqual({ refused: 'not-now' })
  },
)

describe('T14 the one next step while the other has not answered', () => {
  const stepOf = (
    day: string,
    {
      role = 'host',
      closing = 'sign',
      ...given
    }: { role?: Role; closing?: Signer['closing'] } & Partial<Locked>,
  ) => {
    const mine = {
      version: 1,
      days,
      answers: { [role]: closing === 'sign' ? 'signed' : 'confirmed' },
      ...given,
    }
    const talk = { ...heldTalk, status: 'closing' as const, role, form: { ...heldTalk.form, closing } }
    return nextStep(talk, { begun: true, shared: true, locked: mine }, new Date(`${day}T08:00:00Z`))
  }

  test.each<[Role, Signer['closing'], string]>([
    ['host', 'sign', 'close-unanswered'],
    ['participant', 'sign', 'wait-for-close'],
    ['host', 'confirm', 'close-unanswered'],
    ['participant', 'confirm', 'close-unanswered'],
  ])('a %s who answered where one is asked to %s waits until day 13, and then: %s', (role, closing, then) => {
    expect(stepOf('2026-04-27', { role, closing })).toBe('wait-for-close')
    expect(stepOf('2026-04-28', { role, closing })).toBe(then)
  })

  test('weeks when the house is closed put it off, as they do on the page', () => {
    const later = { answerBy: '2026-04-28', aloneFrom: '2026-05-05' }
    expect(stepOf('2026-05-04', { days: later })).toBe('wait-for-close')
    expect(stepOf('2026-05-05', { days: later })).toBe('close-unanswered')
  })

  test('a host who refused goes on waiting, and whoever has not answered is to answer', () => {
    expect(stepOf('2026-06-01', { answers: { host: 'refused' } })).toBe('wait-for-close')
    const talk = { ...heldTalk, status: 'closing' as const }
    expect(nextStep(talk, { begun: true, shared: true }, new Date('2026-06-01T08:00:00Z'))).toBe('close')
  })
})

describe('on the page', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const daysLater = (days: number) => world.moveTo(new Date(afternoon.getTime() + days * 24 * 3600_000))
  const signed = { choice: 'signed', version: '1' }

  test('T14 the host alone is offered it, and the one who did not sign is named so', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    await anders.post(urls.signatures({ id }), signed)
    expect(wordsOf(await anders.get(urls.signing({ id })))).not.toContain('Luk uden underskrift')
    await anders.post(urls.unanswered({ id }), { version: '1' })
    expect(await statusOf(world, id)).toBe('closing')
    await daysLater(14)
    const [late, her] = [await world.as('anders'), await world.as('lone')]
    expect(wordsOf(await her.get(urls.signing({ id })))).not.toContain('Luk uden underskrift')
    await her.post(urls.unanswered({ id }), { version: '1' })
    expect(await statusOf(world, id)).toBe('closing')
    expect(wordsOf(await late.get(urls.signing({ id })))).toContain('Lone har ikke svaret')
    const done = await late.post(urls.unanswered({ id }), { version: '1' })
    expect(wordsOf(done)).toContain('Samtalen er lukket')
    expect(wordsOf(done)).toMatch(/Lone Bach Holm Ikke underskrevet/)
    expect(await statusOf(world, id)).toBe('contested')
    expect(await answersTo(world, id)).toHaveLength(1)
  })

  test('T14 Min side, the host’s list and the talk’s page name it from the fourteenth day, and lead to its button', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    // The evening's letter of the locked text goes in the morning: said while it is one's own turn, and once when one waits.
    const toldOf = async () =>
      wordsOf(await anders.get(urls.conversation({ id }))).split('Lone får besked').length - 1
    expect(await toldOf()).toBe(1)
    await anders.post(urls.signatures({ id }), signed)
    expect(await toldOf()).toBe(1)
    const places = [urls.home(), urls.hosted(), urls.conversation({ id })]
    await daysLater(13)
    const early = await world.as('anders')
    for (const place of places) expect(wordsOf(await early.get(place))).not.toContain('Luk uden underskrift')
    expect(wordsOf(await early.get(urls.home()))).toContain('Du har lukket. Lone mangler')
    for (const page of [urls.hosted(), urls.conversation({ id })])
      expect(wordsOf(await early.get(page))).toContain('Venter på Lone')
    await daysLater(14)
    const [late, her] = [await world.as('anders'), await world.as('lone')]
    expect(wordsOf(await late.get(urls.home()))).toContain('Du kan lukke uden underskrift fra Lone')
    for (const place of places) {
      const way =
        /href="([^"]*)"[^>]*>(?:<[^>]*>)*Luk uden underskrift</.exec((await late.get(place)).html)?.[1] ?? ''
      expect(wordsOf(await late.get(way))).toContain('Luk uden underskrift fra Lone')
    }
    expect(wordsOf(await late.get(urls.hosted()))).toMatch(
      /Tag dem først Lone Bach Holm.*Har ikke svaret endnu/,
    )
    expect(wordsOf(await her.get(urls.home()))).toContain('Læs planen, og luk samtalen med Anders')
  })

  test('T14 Min side, the host’s list and the talk’s page say by when an answer is expected, and when that has gone', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    const says = async (who: 'anders' | 'lone', words: string) => {
      const visitor = await world.as(who)
      const places = [urls.home(), urls.conversation({ id }), ...(who === 'anders' ? [urls.hosted()] : [])]
      for (const place of places) expect(wordsOf(await visitor.get(place))).toContain(words)
    }
    await says('anders', 'Svar gerne senest den 21. april')
    await (await world.as('anders')).post(urls.signatures({ id }), signed)
    await says('lone', 'Svar gerne senest den 21. april')
    await says('anders', 'svar senest den 21. april')
    await daysLater(8)
    await says('lone', 'I regnede med den 21. april')
    await says('anders', 'svaret endnu. I regnede med den 21. april')
  })

  test('T14 the weeks when the house is closed are not counted', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    await anders.post(urls.signatures({ id }), signed)
    await world.superuser.query(
      `insert into closed_weeks select organisation_id, gen_random_uuid(), unit_id, '2026-04-20', '2026-04-26' from conversation`,
    )
    await daysLater(20)
    expect(wordsOf(await (await world.as('anders')).get(urls.home()))).toContain(
      'Du har lukket. Lone mangler',
    )
    await (await world.as('anders')).post(urls.unanswered({ id }), { version: '1' })
    expect(await statusOf(world, id)).toBe('closing')
    await daysLater(21)
    await (await world.as('anders')).post(urls.unanswered({ id }), { version: '1' })
    expect(await statusOf(world, id)).toBe('contested')
    await world.superuser.query('delete from closed_weeks')
  })

  test('T14 whoever answers in the same moment has answered: the text is closed by both', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    await anders.post(urls.signatures({ id }), signed)
    await daysLater(14)
    const [late, her] = [await world.as('anders'), await world.as('lone')]
    await her.post(urls.signatures({ id }), signed)
    await late.post(urls.unanswered({ id }), { version: '1' })
    expect(await statusOf(world, id)).toBe('closed')
  })
})
