import { serve } from '@hono/node-server'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { urls } from '../../src/urls.ts'
import { openSeenWorld, type Seen } from '../world/browser.ts'
import type { Name } from '../world/people.ts'
import { idIn, invitationForm, slotsIn, typed, writtenRelations } from '../world/thread.ts'
import type { Visitor } from '../world/visitor.ts'
import { given } from './given.ts'
import { at, openViews, sent, type Views } from './views.ts'

// Every page up to the talk, looked at in each of its states: M11, M13, M14, M15, M17, M22, M24. The states follow each
// other as they do in life, so each test begins where the one before it ended.

vi.setConfig({ testTimeout: 180_000 })

let world: Seen
let views: Views<Name>
let lone: Visitor
let anders: Visitor
let id: string
beforeAll(async () => {
  world = await openSeenWorld()
  views = openViews(world, given)
  lone = await world.as('lone')
  anders = await world.as('anders')
})
afterAll(() => world.close())

describe('at the door', () => {
  test('the address, and one that is none', async () => {
    await views.see('nobody', at(urls.signIn()))
    await views.see('nobody', sent(urls.signIn(), { address: 'lone' }))
  })
  test('the code, and a wrong one', async () => {
    await views.see('nobody', async page => {
      await page.goto(urls.signIn())
      await page.locator('#address').fill('lone@lyngsoe.example')
      await page.locator('main button').click()
      await page.locator('#code').waitFor()
    })
    await views.see('nobody', sent(urls.signInCode(), { code: '000000' }))
    const now = world.deps.clock.now()
    await world.moveTo(new Date(now.getTime() + 11 * 60_000))
    await views.see('nobody', sent(urls.signInCode(), { code: '000000' }))
    await world.moveTo(now)
  })
})

describe('before there is a talk', () => {
  test('Min side and Mine samtaler of somebody without any, and the menu', async () => {
    await views.see('birthe', at(urls.hosted()))
    await views.see('birthe', async page => {
      await page.setViewportSize({ width: 320, height: 800 })
      await page.goto(urls.home())
      await page.locator('.menu-folded summary').click()
    })
  })
  test('Om samtalerne and Hvem kan se hvad', async () => {
    await views.see('lone', at(urls.about()))
    await views.see('lone', at(urls.whoSees()))
  })
  test('the host’s year, and planning with and without faults', async () => {
    const path = urls.planning({ post: world.people.lone.post })
    await views.see('anders', at(urls.hosted()))
    await views.see('anders', at(path))
    await views.see('anders', sent(path, { 'day-1': '2026-04-14', 'time-2': '10:00' }))
  })
})

describe('when somebody is invited', () => {
  test('the letter with its times, and what the host sees', async () => {
    const greeting = 'https://lyngsoe.example/'.padEnd(140, 'a')
    const post = world.people.lone.post
    id = idIn(await anders.post(urls.planning({ post }), { ...invitationForm, greeting }))
    for (const who of ['lone', 'anders'] as const) {
      await views.see(who, at(urls.home()))
      await views.see(who, at(urls.invitation({ id })))
    }
    await views.see('lone', at(urls.conversation({ id })))
  })
  test('no time is picked, and a time that was taken a moment ago', async () => {
    await views.see('lone', sent(urls.invitation({ id }), {}))
    const karim = await world.as('karim')
    const other = idIn(await anders.post(urls.planning({ post: world.people.karim.post }), invitationForm))
    const [, slot = ''] = slotsIn(await karim.get(urls.invitation({ id: other })))
    await karim.post(urls.time({ id: other }), { slot })
    await views.see('lone', at(urls.invitation({ id })))
  })
  test('other times are asked for', async () => {
    await lone.post(urls.otherTimes({ id }), {})
    await views.see('lone', at(urls.invitation({ id })))
    await views.see('anders', at(urls.home()))
    await views.see('anders', at(urls.invitation({ id })))
    await views.see('anders', sent(urls.invitation({ id }), { 'time-2': '10:00' }, 'form .button.secondary'))
  })
})

describe('while one prepares', () => {
  const step = (name: string) => urls.step({ id, step: name })
  test('a time is agreed', async () => {
    const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
    await lone.post(urls.time({ id }), { slot })
    await views.see('lone', at(urls.home()))
    await views.see('lone', at(urls.conversation({ id })))
    await views.see('anders', at(urls.hosted()))
  })
  test('the list, and sections of each kind', async () => {
    await views.see('lone', at(urls.preparation({ id })))
    for (const name of ['indledning', 'loen', 'kompetencer']) await views.see('lone', at(step(name)))
    await lone.post(step('relationer'), { ...writtenRelations, do: 'save' })
    for (const path of [urls.home(), urls.preparation({ id }), step('relationer')])
      await views.see('lone', at(path))
  })
  test('a text that is too long, and one written twice', async () => {
    const long = { 'q7.keywords': 'ord '.repeat(1001) }
    await views.see('lone', sent(step('relationer'), long, '.save-bar button'))
    const stale = typed(['q7', 'q8', 'q9'], { q7: { keywords: 'MED', version: 0 } })
    await lone.post(step('relationer'), { ...stale, do: 'save' })
    await views.see('lone', at(step('relationer')))
  })
  test('»Er du her stadig?«', () =>
    views.see('lone', async page => {
      await page.goto(step('strategi'))
      await page.evaluate(() => document.querySelector('dialog')?.showModal())
    }))
  test('what the other will see, and what was shared', async () => {
    await views.see('lone', at(urls.sharing({ id })))
    await lone.post(urls.sharing({ id }), { do: 'share', 'share.q8': 'yes', 'q8.version': '1' })
    for (const path of [urls.shared({ id }), urls.preparation({ id }), urls.home()])
      await views.see('lone', at(path))
    for (const path of [step('relationer'), urls.hosted()]) await views.see('anders', at(path))
    await views.see('anders', at(urls.sharing({ id })))
    await views.see('lone', at(urls.whoSees()))
  })
})

describe('when there is nothing to show', () => {
  test('404 for what is not mine and for what is nowhere', async () => {
    await views.see('birthe', at(urls.conversation({ id })))
    await views.see('nobody', at('/findes-ikke'))
  })
  test('500 when something breaks', async () => {
    const nowhere = new Pool({ host: '/nowhere', connectionTimeoutMillis: 100 })
    const app = createApp({ ...world.deps, db: { ...world.deps.db, party: nowhere } })
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise(listening => server.once('listening', listening))
    const bound = server.address()
    const port = typeof bound === 'object' ? bound?.port : undefined
    await views.see('birthe', at(`http://localhost:${port}${urls.home()}`))
    server.close()
  })
})

test('no page asked for anything that is not ours, and the policy was kept', () => {
  expect(views.complaints).toEqual([])
})
