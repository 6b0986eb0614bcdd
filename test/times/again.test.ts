import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteInvited, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { closeByTaps } from '../world/gentofte-closed.ts'
import { invitationForm, slotsIn } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

// Sara's MUS with Mette is closed and she has asked for a follow-up, when Mette plans the others'.

let world: GentofteWorld
let mette: Visitor
let sara: Visitor
beforeAll(async () => {
  world = await openGentofte()
  const id = await gentofteTalk(world, 'sara')
  await world.moveTo(new Date('2026-04-14T11:05:00Z'))
  mette = await world.as('mette')
  sara = await world.as('sara')
  await closeByTaps(id, mette, sara)
  await sara.post(urls.followUp({ id }), { line: '' })
})
afterAll(() => world.close())

const page = urls.planningSeveral()
const tickOf = ({ html }: Shown, name: 'sara' | 'amal' | 'jonas') =>
  new RegExp(`<input[^>]* name="p.${world.people[name].post}"[^>]*>`).exec(html)?.[0] ?? ''
const isTicked = (shown: Shown, name: 'sara' | 'amal' | 'jonas') => / checked/.test(tickOf(shown, name))

describe('T1 S3-12 whoever has had this year’s talk', () => {
  test('stands apart and is not ticked; the others are', async () => {
    const shown = await mette.get(page)
    expect((['amal', 'jonas', 'sara'] as const).map(name => isTicked(shown, name))).toEqual([
      true,
      true,
      false,
    ])
    expect(wordsOf(shown)).toMatch(/Har haft samtale i år 1 Sæt kun hak.*Sara Lund Eskildsen/)
    expect(tickOf(shown, 'sara')).not.toBe('')
  })

  test('T16 with a follow-up asked for she comes first, with the button; who lacks an invitation comes last', async () => {
    await gentofteInvited(world, 'amal', { 'day-1': '2026-04-29', 'day-2': '2026-04-30' })
    const shown = await mette.get(urls.hosted())
    const said = wordsOf(shown)
    const order = ['Tag dem først Sara', 'Kommer nu Amal', 'Mangler invitation Jonas', 'Holdt Sara']
    const places = order.map(part => said.indexOf(part))
    expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true)
    expect(said).toContain('Én af tre samtaler er holdt. Én mangler invitation. Én mangler en tid.')
    const buttons = shown.html.match(/<a[^>]*class="button primary"[^>]*>/g)
    expect(buttons).toEqual([expect.stringContaining('Foreslå tider: Sara Lund Eskildsen')])
    await world.superuser.query(`update conversation set status = 'cancelled' where status = 'invited'`)
  })

  test('M8 a host with a talk of her own to pick a time for is told so among the others', async () => {
    await gentofteInvited(world, 'mette', { 'day-1': '2026-05-05', 'day-2': '2026-05-06' })
    await gentofteInvited(world, 'jonas', { 'day-1': '2026-04-29', 'day-2': '2026-04-30' })
    expect(wordsOf(await mette.get(urls.home()))).toContain('LUS med Grethe Vælg en tid')
    await world.superuser.query(`update conversation set status = 'cancelled' where status = 'invited'`)
  })

  test('is invited again only on purpose; the year counts her once, and her follow-up stays in sight', async () => {
    expect(wordsOf(await mette.get(urls.hosted()))).toContain(
      'Én af tre samtaler er holdt. To mangler invitation.',
    )
    const times = { 'day-1': '2026-04-27', 'day-2': '2026-04-28' }
    await mette.post(urls.planning({ post: world.people.sara.post }), { ...invitationForm, ...times })
    expect(wordsOf(await mette.get(urls.hosted()))).toContain(
      'Én af tre samtaler er holdt. To mangler invitation.',
    )
    const home = wordsOf(await sara.get(urls.home()))
    expect(home).toContain('Vælg en tid til din MUS med Mette')
    expect(home).toContain(
      'Opfølgning, 14 dage tilbage Samtalen skal holdes senest den 28. april Se opfølgningen',
    )
  })
})

describe('S3-22 a letter that waits for a decent hour', () => {
  // Wednesday 22 April at 20: letters go on Thursday at 7.
  const evening = new Date('2026-04-22T18:00:00Z')
  const letterGoes = 'Brevet sendes først torsdag den 23. april kl. 7.00'

  test('carries no time before it, neither typed nor painted', async () => {
    await world.superuser.query(`update conversation set status = 'cancelled' where status = 'invited'`)
    await world.moveTo(evening)
    mette = await world.as('mette')
    const early = { 'day-1': '2026-04-22', 'time-1': '21:00', 'day-2': '', 'time-2': '' }
    const typed = await mette.post(urls.planning({ post: world.people.amal.post }), {
      ...invitationForm,
      ...early,
    })
    expect([typed.status, wordsOf(typed).includes(`${letterGoes}, så tiden når ikke frem.`)]).toEqual([
      422,
      true,
    ])
    const painted = await mette.post(page, {
      length: '60',
      where: 'later',
      from: '2026-04-22',
      to: '',
      opens: '21:00',
      closes: '22:00',
      pause: '15',
      'w.3': 'yes',
      do: 'paint',
    })
    expect(wordsOf(painted)).toContain(`${letterGoes}. Tiden onsdag den 22. april kl. 21.00 når ikke frem.`)
    expect(painted.html).not.toMatch(/name="t\.2026-04-22T21:00"[^>]* checked/)
  })

  test('is told as such: nobody has been told yet, and a talk before it is told in person', async () => {
    const day = { 'day-1': '2026-04-23', 'time-1': '06:30', 'day-2': '2026-04-29' }
    await world.moveTo(new Date('2026-04-22T12:00:00Z'))
    const id = await gentofteInvited(world, 'amal', day)
    await world.moveTo(evening)
    const amal = await world.as('amal')
    const asked = await amal.post(urls.otherTimes({ id }), {})
    expect(wordsOf(asked)).toContain('Du har bedt om andre tider. Mette får besked i morgen kl. 7.00.')
    const [slot = ''] = slotsIn(asked)
    const picked = await amal.post(urls.time({ id }), { slot })
    expect(wordsOf(picked)).toContain(
      'Mette får først besked i morgen kl. 7.00. Sig det selv, for samtalen er før det.',
    )
  })
})
