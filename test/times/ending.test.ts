import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm, invited, slotsIn } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { cardOf, eventsOf, mailsOf, talkOf } from './rows.ts'

// Two concepts: Lyngsø's lets nobody decline, Fjordby's does.

let world: World
let eva: Visitor
let poul: Visitor
beforeAll(async () => {
  world = await openWorld()
  await world.superuser.query(
    `update concept set body = jsonb_set(body, '{kinds,lus,decline}', 'true') where organisation_id = $1`,
    [world.other],
  )
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(
    `update conversation set status = 'cancelled', cancelled_at = null, cancelled_cause = null, invited_at = '2026-01-01'`,
  )
  await world.moveTo(morning)
  eva = await world.as('eva')
  poul = await world.as('poul')
})

const invitedPoul = async () =>
  idIn(await eva.post(urls.planning({ post: world.people.poul.post }), invitationForm))
const agreedPoul = async () => {
  const id = await invitedPoul()
  const [slot = ''] = slotsIn(await poul.get(urls.invitation({ id })))
  await poul.post(urls.time({ id }), { slot })
  return id
}
const shelves = async (id: string) => {
  const { rows } = await world.superuser.query(
    'select distinct destroy_after::text as on from shelf where conversation_id = $1',
    [id],
  )
  return rows.map(row => row.on)
}

describe('T6 declining', () => {
  test('M8 takes two taps from the letter and no reason; the host is told to talk', async () => {
    const id = await invitedPoul()
    expect((await poul.get(urls.invitation({ id }))).html).toContain(`href="${urls.declining({ id })}"`)
    const asked = await poul.get(urls.declining({ id }))
    expect([...asked.html.matchAll(/<main[\s\S]*<(?:textarea|input(?! type="hidden"))[^>]*>/g)]).toEqual([])
    expect(wordsOf(asked)).toContain('Du kan fortryde indtil 31. december.')
    expect(wordsOf(asked)).toContain(
      'Det, du har skrevet, slettes den 2. maj. Fortryder du senere end det, begynder du forfra.',
    )
    const declined = await poul.post(urls.declining({ id }), {})
    expect(declined.path).toBe(urls.conversation({ id }))
    expect(wordsOf(declined)).toContain('Du har valgt samtalen fra i år. Eva får besked tirsdag kl. 7.00.')
    expect(wordsOf(await eva.get(urls.conversation({ id })))).toContain('Poul har valgt samtalen fra i år.')
    expect(await talkOf(world, id)).toMatchObject({ status: 'cancelled', cancelled_cause: 'declined' })
    expect(await mailsOf(world, id)).toEqual(['invitation to Poul', 'declined to Eva'])
    expect(await eventsOf(world, id)).toEqual(['invited', 'declined'])
  })

  test('lets the host see it as such: neither missing nor open', async () => {
    const id = await invitedPoul()
    await poul.post(urls.declining({ id }), {})
    const hosted = wordsOf(await eva.get(urls.hosted()))
    expect(hosted).toContain('Fravalgt i år Poul Nør')
    expect(hosted).not.toContain('Mangler invitation')
    expect(cardOf(await eva.get(urls.home()))).toBeUndefined()
    expect(wordsOf(await eva.get(urls.home()))).not.toContain('Du skal holde')
    expect(wordsOf(await poul.get(urls.home()))).toContain('LUS med Eva Fravalgt')
  })

  test('can be undone until the year is over; what was written is dated to go, and kept again', async () => {
    const id = await agreedPoul()
    await poul.post(urls.declining({ id }), {})
    expect(await shelves(id)).toEqual(['2026-05-02'])
    expect((await mailsOf(world, id)).slice(-2)).toEqual(['declined to Eva', 'called-off to Poul'])
    expect((await eva.post(urls.takingUp({ id }), {})).path).toBe(urls.conversation({ id }))
    const again = await poul.post(urls.takingUp({ id }), {})
    expect(again.path).toBe(urls.invitation({ id }))
    expect(slotsIn(again)).toHaveLength(2)
    expect(await shelves(id)).toEqual([null])
    expect(await talkOf(world, id)).toMatchObject({ status: 'invited', cancelled_cause: null })
    expect((await mailsOf(world, id)).at(-1)).toBe('taken-up to Eva')
    const [slot = ''] = slotsIn(again)
    await poul.post(urls.time({ id }), { slot })
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 2 })

    await poul.post(urls.declining({ id }), {})
    await world.moveTo(new Date('2027-01-01T08:00:00Z'))
    const late = await (await world.as('poul')).post(urls.takingUp({ id }), {})
    expect(wordsOf(late)).not.toContain('Fortryd')
    expect(await talkOf(world, id)).toMatchObject({ status: 'cancelled' })
  })

  test('is the participant’s alone, and not where the concept has every leader talk each year', async () => {
    const id = await invitedPoul()
    await eva.post(urls.declining({ id }), {})
    expect(await talkOf(world, id)).toMatchObject({ status: 'invited' })
    const ours = await invited(world)
    const lone = await world.as('lone')
    await lone.post(urls.declining({ id: ours }), {})
    expect(await talkOf(world, ours)).toMatchObject({ status: 'invited' })
    expect((await lone.get(urls.conversation({ id: ours }))).html).not.toContain(urls.declining({ id: ours }))
  })

  test('reads the same in English', async () => {
    const id = await invitedPoul()
    poul.cookies.set('__Host-medspil-language', 'en')
    expect(wordsOf(await poul.get(urls.declining({ id })))).toContain('You can undo it until 31 December.')
    expect(wordsOf(await poul.post(urls.declining({ id }), {}))).toContain(
      'You have opted out of the talk this year. Eva is told Tuesday at 7.00.',
    )
  })
})

describe('T7 calling off', () => {
  test('takes one of three causes, tells the participant, and the talk is missing again', async () => {
    const id = await agreedPoul()
    const asked = await eva.get(urls.callingOff({ id }))
    expect(wordsOf(asked)).toContain(
      'Hvorfor aflyser du? Poul er fratrådt Der er to af den samme samtale Den er oprettet ved en fejl',
    )
    const unchosen = await eva.post(urls.callingOff({ id }), { cause: 'lyst' })
    expect([unchosen.status, wordsOf(unchosen).includes('Vælg en af årsagerne.')]).toEqual([422, true])
    const off = await eva.post(urls.callingOff({ id }), { cause: 'mistake' })
    expect(wordsOf(off)).toContain('Du har aflyst samtalen. Den er oprettet ved en fejl.')
    expect(wordsOf(await poul.get(urls.conversation({ id })))).toContain(
      'Eva har aflyst samtalen. Den er oprettet ved en fejl.',
    )
    expect(wordsOf(await poul.get(urls.preparation({ id })))).toContain('Samtalen holdes ikke')
    expect((await mailsOf(world, id)).slice(-2)).toEqual(['called-off to Eva', 'called-off to Poul'])
    expect(await shelves(id)).toEqual(['2026-05-02'])
    expect(wordsOf(await eva.get(urls.hosted()))).toContain('Mangler invitation')
    expect(cardOf(await poul.get(urls.home()))).toBeUndefined()
  })

  test('is the host’s alone, and is not undone', async () => {
    const id = await invitedPoul()
    await poul.post(urls.callingOff({ id }), { cause: 'mistake' })
    expect(await talkOf(world, id)).toMatchObject({ status: 'invited' })
    expect((await poul.get(urls.callingOff({ id }))).path).toBe(urls.conversation({ id }))
    await eva.post(urls.callingOff({ id }), { cause: 'double' })
    expect(await mailsOf(world, id)).toEqual(['invitation to Poul', 'called-off to Poul'])
    await poul.post(urls.takingUp({ id }), {})
    expect(await talkOf(world, id)).toMatchObject({ status: 'cancelled', cancelled_cause: 'double' })
  })

  test('comes too late once the talk has begun', async () => {
    const id = await agreedPoul()
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    expect((await eva.get(urls.callingOff({ id }))).path).toBe(urls.conversation({ id }))
    await eva.post(urls.callingOff({ id }), { cause: 'mistake' })
    await poul.post(urls.declining({ id }), {})
    expect(await talkOf(world, id)).toMatchObject({ status: 'talking' })
  })
})

test('nobody else comes to any of it', async () => {
  const id = await invitedPoul()
  for (const name of ['anders', 'lone', 'birthe'] as const) {
    const stranger = await world.as(name)
    for (const address of [urls.newTime, urls.declining, urls.callingOff])
      expect((await stranger.get(address({ id }))).status).toBe(404)
    for (const address of [
      urls.newTime,
      urls.timeAnswer,
      urls.postponement,
      urls.declining,
      urls.takingUp,
      urls.callingOff,
      urls.calendarReply,
    ])
      expect((await stranger.post(address({ id }), { cause: 'mistake' })).status).toBe(404)
  }
  expect(await talkOf(world, id)).toMatchObject({ status: 'invited' })
})
