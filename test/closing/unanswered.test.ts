import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeUnanswered, type Signer } from '../../src/domain/record/signing.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { afternoon, held } from './held.ts'
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

  test('T14 the weeks when the house is closed are not counted', async () => {
    const { id, host: anders } = await held(world)
    await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    await anders.post(urls.signatures({ id }), signed)
    await world.superuser.query(
      `insert into closed_weeks select organisation_id, gen_random_uuid(), unit_id, '2026-04-20', '2026-04-26' from conversation`,
    )
    await daysLater(20)
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
