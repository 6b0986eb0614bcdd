import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { invited, slotsIn } from '../world/thread.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let id: string
beforeAll(async () => {
  world = await openWorld()
  id = await invited(world)
})
afterAll(() => world.close())

/** Through the door with the code from the terminal; gives where one ends. */
async function enter(visitor: Visitor, address: string) {
  const said = world.terminal.next(new RegExp(`${address.replaceAll('.', '\\.')}: (\\d{6})$`))
  await visitor.post(urls.signIn(), { address })
  const [, code = ''] = await said
  return visitor.post(urls.signInCode(), { code, remember: 'yes' })
}

describe('whoever follows a link from a mail', () => {
  test('M1 is let in and stands at the page the link names', async () => {
    const lone = createVisitor(world)
    expect((await lone.get(urls.invitation({ id }))).path).toBe(urls.signIn())
    const inside = await enter(lone, 'lone@lyngsoe.example')
    expect(inside.path).toBe(urls.invitation({ id }))
    expect(wordsOf(inside)).toContain('Kære Lone')
    await lone.post(urls.signOut(), {})
    expect((await enter(lone, 'lone@lyngsoe.example')).path).toBe(urls.home())
  })

  test('finds everything as it was, though the mail server’s scanner has opened it first, and all it could', async () => {
    const places = [urls.invitation({ id }), urls.preparation({ id }), urls.calendar({ id })]
    for (const method of ['HEAD', 'GET', 'GET'])
      for (const place of places) {
        const opened = await createVisitor(world).send(place, { method })
        expect([opened.status, opened.headers.get('location')]).toEqual([303, urls.signIn()])
      }
    const { rows } = await world.superuser.query('select status from conversation where id = $1', [id])
    expect(rows).toEqual([{ status: 'invited' }])
    const lone = createVisitor(world)
    await lone.get(urls.invitation({ id }))
    const inside = await enter(lone, 'lone@lyngsoe.example')
    expect([inside.path, slotsIn(inside).length]).toEqual([urls.invitation({ id }), 2])
  })

  test('and is somebody else finds nothing there that is not theirs', async () => {
    const karim = createVisitor(world)
    await karim.get(urls.invitation({ id }))
    const inside = await enter(karim, 'karim@lyngsoe.example')
    expect([inside.status, wordsOf(inside)]).toEqual([404, expect.stringContaining('Til Min side')])
  })

  test('is never led to another host', async () => {
    for (const bent of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://elsewhere.example',
      'javascript:alert(1)',
    ]) {
      const birthe = createVisitor(world)
      birthe.cookies.set('__Host-medspil-return', encodeURIComponent(bent))
      const said = world.terminal.next(/birthe@lyngsoe\.example: (\d{6})$/)
      await birthe.post(urls.signIn(), { address: 'birthe@lyngsoe.example' })
      const [, code = ''] = await said
      const { headers } = await birthe.postOnly(urls.signInCode(), { code })
      expect(headers.get('location')).toBe(urls.home())
    }
  })

  test('after being away too long is told so, and comes back to the same page', async () => {
    const anders = await world.as('anders')
    await world.superuser.query(`update session set seen_at = seen_at - interval '1 day'`)
    const out = await anders.get(urls.preparation({ id }))
    expect(wordsOf(out)).toContain('Du har været væk et stykke tid, så vi loggede dig ud.')
    expect((await enter(anders, 'anders@lyngsoe.example')).path).toBe(urls.preparation({ id }))
  })

  test('after a form sent too late comes back to the page it stood on', async () => {
    const anders = await world.as('anders')
    await world.superuser.query(`update session set seen_at = seen_at - interval '1 day'`)
    const referer = `http://localhost${urls.newTime({ id })}`
    const body = new URLSearchParams({ key: crypto.randomUUID() })
    const headers = { 'sec-fetch-site': 'same-origin', referer }
    const out = await anders.send(urls.newTime({ id }), { method: 'POST', body, headers })
    expect(out.headers.get('location')).toBe(`${urls.signIn()}?slut=tid`)
    const back = await enter(anders, 'anders@lyngsoe.example')
    expect(back.path).toBe(urls.invitation({ id }))
  })

  test('whom the page itself has signed out is told why, and comes back; the next at the computer does not', async () => {
    for (const [next, place] of [
      ['anders', urls.preparation({ id })],
      ['karim', urls.home()],
    ] as const) {
      const browser = await world.as('anders')
      const reader = (await browser.get(urls.home())).headers.get('medspil-reader') ?? ''
      const body = new URLSearchParams({ key: crypto.randomUUID(), why: 'tid', reader })
      const referer = `http://localhost${urls.preparation({ id })}`
      const headers = { 'sec-fetch-site': 'same-origin', referer }
      const out = await browser.send(urls.signOut(), { method: 'POST', body, headers })
      expect(wordsOf(await browser.get(out.headers.get('location') ?? ''))).toContain('Du har været væk')
      expect((await enter(browser, `${next}@lyngsoe.example`)).path).toBe(place)
    }
  })
})

test('every signed-in page tells by an opaque mark whose it is: the same for one person, another for the next', async () => {
  const markOf = async (visitor: Visitor, path: string) =>
    (await visitor.get(path)).headers.get('medspil-reader')
  const [lone, again, anders] = [await world.as('lone'), await world.as('lone'), await world.as('anders')]
  const marks = [
    await markOf(lone, urls.home()),
    await markOf(again, urls.preparation({ id })),
    await markOf(anders, urls.home()),
    await markOf(createVisitor(world), urls.signIn()),
  ]
  expect(marks[0]).toMatch(/^[\w-]{16}$/)
  expect(marks[1]).toBe(marks[0])
  expect(marks[2]).not.toBe(marks[0])
  expect(marks[3]).toBeNull()
  expect((await lone.get(urls.home())).html).toContain(`data-reader="${marks[0]}"`)
})
