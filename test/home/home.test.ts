import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, idIn, invitationForm, invited, slotsIn, writtenRelations } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let lone: Visitor
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
  lone = await world.as('lone')
  anders = await world.as('anders')
})
afterAll(() => world.close())

/** The one card: its title and where its button leads. */
function cardIn({ html }: Shown): { title: string; to: string; unseen: boolean } | undefined {
  const [card] = /<section class="card next-step"[\s\S]*?<\/section>/.exec(html) ?? []
  if (card === undefined) return undefined
  const title = wordsOf({ html: /<h2[^>]*>([\s\S]*?)<\/h2>/.exec(card)?.[1] ?? '' })
  const to = /href="([^"]*)" class="button primary"/.exec(card)?.[1] ?? ''
  return { title, to, unseen: wordsOf({ html: card }).includes('kan ikke se noget endnu') }
}

const home = (visitor: Visitor) => visitor.get(urls.home())
const set = (id: string, sql: string) =>
  world.superuser.query(`update conversation set ${sql} where id = $1`, [id])

describe('Min side', () => {
  test('of somebody without a talk says that the leader writes', async () => {
    const shown = await home(await world.as('birthe'))
    expect(wordsOf(shown)).toContain('Du har ingen samtaler lige nu Din leder skriver, når det er tid.')
    expect(cardIn(shown)).toBeUndefined()
  })

  test('greets by the hour and by the first name', async () => {
    const id = await invited(world)
    expect((await home(lone)).html).toContain('<h1>Goddag, Lone</h1>')
    await world.moveTo(new Date('2026-04-03T04:30:00Z'))
    expect((await home(await world.as('lone'))).html).toContain('<h1>Godmorgen, Lone</h1>')
    await world.moveTo(morning)
    await set(id, `status = 'cancelled'`)
    lone = await world.as('lone')
    anders = await world.as('anders')
  })

  test('shows one next step at each moment, the same for nobody but the one it is for', async () => {
    const id = await invited(world)
    expect(cardIn(await home(lone))).toEqual({
      title: 'Vælg en tid til din LUS med Anders',
      to: urls.invitation({ id }),
      unseen: false,
    })
    expect(cardIn(await home(anders))).toEqual({
      title: 'Lone vælger en tid',
      to: urls.preparation({ id }),
      unseen: true,
    })

    await lone.post(urls.otherTimes({ id }), {})
    expect(cardIn(await home(anders))).toMatchObject({
      title: 'Lone beder om andre tider',
      to: urls.invitation({ id }),
    })

    const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
    await lone.post(urls.time({ id }), { slot })
    expect(cardIn(await home(lone))).toEqual({
      title: 'Forbered din samtale med Anders',
      to: urls.preparation({ id }),
      unseen: true,
    })

    await lone.post(urls.step({ id, step: 'relationer' }), { ...writtenRelations, do: 'save' })
    expect(cardIn(await home(lone))).toMatchObject({
      title: 'Fortsæt din forberedelse til samtalen med Anders',
      unseen: true,
    })

    await lone.post(urls.sharing({ id }), { do: 'share', 'share.q8': 'yes', 'q8.version': '1' })
    expect(cardIn(await home(lone))).toEqual({
      title: 'Du er klar',
      to: urls.conversation({ id }),
      unseen: false,
    })
    expect(cardIn(await home(anders))).toMatchObject({ title: 'Forbered din samtale med Lone' })

    await world.moveTo(new Date('2026-04-14T06:00:00Z'))
    lone = await world.as('lone')
    anders = await world.as('anders')
    expect(cardIn(await home(lone))).toMatchObject({
      title: 'LUS med Anders er i dag kl. 13.00',
      to: urls.talk({ id }),
    })
    expect((await home(lone)).html).toMatch(
      new RegExp(`<a href="${urls.preparation({ id })}"[^>]*>Se din forberedelse`),
    )

    const ahead = await home(anders)
    expect(cardIn(ahead)).toMatchObject({ title: 'Forbered din samtale med Lone' })
    expect(ahead.html).toMatch(new RegExp(`<a href="${urls.talk({ id })}"[^>]*>Begynd samtalen nu`))
    await world.moveTo(new Date('2026-04-14T10:00:00Z'))
    anders = await world.as('anders')
    expect(cardIn(await home(anders))).toMatchObject({
      title: 'LUS med Lone er i dag kl. 13.00',
      to: urls.talk({ id }),
    })

    await world.moveTo(new Date('2026-04-16T06:00:00Z'))
    lone = await world.as('lone')
    anders = await world.as('anders')
    const goneBy = await home(lone)
    expect(cardIn(goneBy)).toMatchObject({
      title: 'LUS med Anders var tirsdag den 14. april kl. 13.00–14.15',
      to: urls.talk({ id }),
    })
    expect(goneBy.html).toContain(`href="${urls.newTime({ id })}"`)
    expect(goneBy.html).not.toContain(urls.calendar({ id }))

    await set(id, `status = 'talking'`)
    expect(cardIn(await home(anders))).toMatchObject({
      title: 'Samtalen med Lone er i gang',
      to: urls.talk({ id }),
    })
    await set(id, `end_proposed_by = '${world.people.lone.person}'`)
    expect(cardIn(await home(anders))).toMatchObject({
      title: 'Lone siger, at samtalen er holdt',
      to: urls.ending({ id }),
    })
    expect(cardIn(await home(lone))).toMatchObject({
      title: 'Du har sagt, at samtalen er holdt. Anders mangler',
      to: urls.ending({ id }),
    })
    await set(id, `end_proposed_by = '${world.people.anders.person}'`)
    expect(wordsOf(await anders.get(urls.hosted()))).toMatch(/Lone Bach Holm \S+ Venter på Lone/)
    await set(id, `status = 'held', held_on = '2026-04-14'`)
    expect(cardIn(await home(lone))).toMatchObject({ title: 'Gør planen færdig', to: urls.freezing({ id }) })

    await set(id, `status = 'cancelled'`)
    expect(cardIn(await home(lone))).toBeUndefined()
    await world.moveTo(morning)
    lone = await world.as('lone')
    anders = await world.as('anders')
  })

  test('takes first what is most urgent, and names the other talks below', async () => {
    const first = await agreed(world)
    const second = await invited(world, { 'day-1': '2026-04-21', 'day-2': '2026-04-22' }, 'karim')
    const karim = await world.as('karim')
    await karim.post(urls.otherTimes({ id: second }), {})
    const shown = await home(anders)
    expect(cardIn(shown)?.title).toBe('Karim beder om andre tider')
    expect(wordsOf(shown)).toContain('Dine andre samtaler LUS med Lone Aftalt')
    expect(wordsOf(shown)).toContain(
      'Datoer tirsdag 14. april LUS med Lone kl. 13.00–14.15, Rådhuset, lokale 4',
    )
    expect(shown.html).toContain(`href="${urls.calendar({ id: first })}"`)
    for (const id of [first, second]) await set(id, `status = 'cancelled'`)
  })

  test('does not forget, over the talk under way, who is not invited yet; the participant reads nothing of it', async () => {
    const id = await invited(world)
    const shown = await home(anders)
    expect(cardIn(shown)?.title).toContain('Lone')
    expect(wordsOf(shown)).toContain('Du skal holde LUS med Karim Inviter Karim')
    expect(shown.html).toMatch(/<a href="\/planlaeg\/[0-9a-f-]{36}">Inviter Karim/)
    expect(wordsOf(await home(lone))).not.toMatch(/Karim|invitation/)
    await set(id, `status = 'cancelled'`)
  })

  test('holds no text of a talk, and is never kept by a browser', async () => {
    const id = await agreed(world, { greeting: 'En linje fra Anders.' })
    await lone.post(urls.step({ id, step: 'relationer' }), { ...writtenRelations, do: 'save' })
    const shown = await home(lone)
    expect(shown.html).not.toMatch(/En linje fra Anders|Torsdagsmøderne|Spørg Karim/)
    expect(shown.headers.get('cache-control')).toBe('no-store')
    await set(id, `status = 'cancelled'`)
  })
})

describe('Mine samtaler', () => {
  const year = () => anders.get(urls.hosted())
  const rowsIn = ({ html }: Shown): string[] =>
    [.../<ul class="year-rows">[\s\S]*?<\/ul>/g[Symbol.matchAll](html)]
      .flatMap(([list]) => list.split('<li').slice(1))
      .map(row => wordsOf({ html: `<li${row}` }))

  test('of somebody who leads nobody says what it waits for', async () => {
    const shown = await (await world.as('birthe')).get(urls.hosted())
    expect(wordsOf(shown)).toContain('Du holder ingen samtaler endnu')
  })

  test('puts first what waits for the host, with one button, then what is coming and who is without', async () => {
    const before = await year()
    expect(wordsOf(before)).toContain(
      'Ingen af to samtaler er holdt. To mangler invitation. 2 mangler invitation Mangler invitation Karim',
    )
    expect(rowsIn(before)).toEqual([
      'Karim Aydin Engvejen Mangler invitation Daglig leder Inviter',
      'Lone Bach Holm Kløvervangen Mangler invitation Daglig leder Inviter',
    ])
    expect(before.html.match(/class="button primary"(?! type="button")/g)).toHaveLength(1)

    const id = await invited(world)
    expect(rowsIn(await year())).toEqual([
      'Lone Bach Holm Kløvervangen Inviteret Inviteret den 2. april 2026 Har ikke valgt endnu Forbered dig',
      'Karim Aydin Engvejen Mangler invitation Daglig leder Inviter',
    ])
    await lone.post(urls.otherTimes({ id }), {})
    expect(rowsIn(await year())[0]).toBe(
      'Lone Bach Holm Kløvervangen Inviteret Inviteret den 2. april 2026 Beder om andre tider Giv flere tider',
    )
    const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
    await lone.post(urls.time({ id }), { slot })
    expect(rowsIn(await year())[0]).toBe(
      'Lone Bach Holm Kløvervangen Aftalt tirsdag den 14. april kl. 13.00–14.15 Har ikke delt endnu Forbered dig',
    )
    await set(id, `status = 'closed', held_on = '2026-04-14'`)
    const after = await year()
    expect(wordsOf(after)).toContain('Én af to samtaler er holdt. Én mangler invitation.')
    expect(wordsOf(after)).toContain('Holdt Lone Bach Holm 14. april')
    await set(id, `status = 'cancelled'`)
  })

  test('says that one is here as leader, and never names another organisation’s people', async () => {
    const said = wordsOf(await year())
    expect(said).toContain('Du er her som leder')
    expect(said).not.toMatch(/Eva|Poul|Birthe/)
  })
})

test('a talk’s own page says when and where once, and leads into each of its parts', async () => {
  const id = idIn(await anders.post(urls.planning({ post: world.people.lone.post }), invitationForm))
  const waiting = wordsOf(await lone.get(urls.conversation({ id })))
  expect(waiting).toContain(
    'I har ikke aftalt en tid endnu. I sætter 75 minutter af. Sted: Rådhuset, lokale 4.',
  )
  const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
  await lone.post(urls.time({ id }), { slot })
  const shown = await lone.get(urls.conversation({ id }))
  const said = wordsOf({ html: /<main[\s\S]*<\/main>/.exec(shown.html)?.[0] ?? '' })
  expect(said.match(/Rådhuset/g)).toHaveLength(1)
  expect(said.match(/13\.00/g)).toHaveLength(1)
  for (const address of [urls.invitation, urls.preparation, urls.talk])
    expect(shown.html).toContain(`href="${address({ id })}"`)
})
