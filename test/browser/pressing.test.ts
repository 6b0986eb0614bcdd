import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { newPage, openSeenWorld, type Seen } from '../world/browser.ts'
import { idIn, invited, prepared } from '../world/thread.ts'

let world: Seen
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())
beforeEach(() => world.superuser.query(`update conversation set status = 'cancelled'`))

test('the button repeats the time that is picked', async () => {
  const id = await invited(world)
  const page = await world.open('lone')
  await page.goto(urls.invitation({ id }))
  const button = page.locator('form button.primary')
  expect(await button.textContent()).toBe('Vælg tiden')
  await page.getByRole('radio', { name: 'kl. 13.00–14.15' }).check()
  expect(await button.textContent()).toBe('Vælg den 14.\u00a0april kl.\u00a013.00')
  await page.keyboard.press('ArrowDown')
  expect(await button.textContent()).toBe('Vælg den 16.\u00a0april kl.\u00a09.30')
  await button.click()
  await page.waitForURL(url => url.pathname === urls.conversation({ id }))
  await page.context().close()
})

test('a second press while a form is on its way does nothing, and the button says what it does at its old width', async () => {
  const id = await prepared(world)
  const page = await world.open('lone')
  await page.goto(urls.sharing({ id }))
  const seen = await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('[value=share]')
    const submits: string[] = []
    window.addEventListener('submit', event => submits.push(event.defaultPrevented ? 'ignored' : 'sent'))
    const before = button?.offsetWidth
    button?.click()
    button?.click()
    button?.form?.requestSubmit(button)
    return { submits, words: button?.textContent, widened: (button?.offsetWidth ?? 0) - (before ?? 0) }
  })
  expect(seen).toEqual({ submits: ['sent', 'ignored', 'ignored'], words: 'Deler …', widened: 0 })
  await page.getByRole('heading', { name: 'Så er du klar' }).waitFor()
  await page.context().close()
})

test('before anybody is signed in two presses ask for one code, and whoever goes back may ask again', async () => {
  const page = await newPage(world)
  await page.goto(urls.signIn())
  await page.locator('#address').fill(world.people.lone.address)
  const codes = () => world.terminal.lines.filter(line => line.startsWith('Kode til lone')).length
  const before = codes()
  const submits = await page.evaluate(() => {
    const seen: string[] = []
    window.addEventListener('submit', event => seen.push(event.defaultPrevented ? 'ignored' : 'sent'))
    for (let n = 0; n < 2; n++) document.querySelector<HTMLElement>('main .button.primary')?.click()
    return seen
  })
  expect(submits).toEqual(['sent', 'ignored'])
  await page.waitForURL(url => url.pathname === urls.signInCode())
  await expect.poll(codes).toBe(before + 1)
  await page.goBack()
  await page.locator('main .button.primary').click()
  await expect.poll(codes).toBe(before + 2)
  await page.context().close()
})

describe('the preview', () => {
  test('shows at once what a tick changes, the focus goes along, and nothing is shared by it', async () => {
    const id = await prepared(world)
    const page = await world.open('lone')
    await page.goto(urls.sharing({ id }))
    const inside = page.getByRole('region', { name: 'Sådan ser det ud hos Anders' })
    const below = page.getByRole('region', { name: 'Bliver hos dig' })
    const own = page.getByRole('checkbox', { name: 'Hvor tilfreds er du med vores dialog og samarbejde?' })
    expect(await inside.textContent()).not.toContain('Torsdagsmøderne')
    await own.focus()
    await page.keyboard.press('Space')
    await inside.getByText('Torsdagsmøderne virker.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('share-q7')
    await page.getByRole('button', { name: 'Del to svar med Anders' }).waitFor()
    for (const question of ['q7', 'q8']) await page.locator(`[id="share-${question}"]`).uncheck()
    await inside.getByText('Du kan også bare tale ud fra dine noter.').waitFor()
    expect(await below.getByRole('checkbox').count()).toBe(2)
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
    const { rows } = await world.superuser.query(
      'select count(*)::int as n from shared_answer where conversation_id = $1',
      [id],
    )
    expect(rows[0].n).toBe(0)
    await page.context().close()
  })

  test('shows also a tick that was made before the script had come', async () => {
    const id = await prepared(world)
    const page = await world.open('lone')
    const { promise: told, resolve: letIt } = Promise.withResolvers<void>()
    await page.route(/\/assets\/sharing-/, async route => {
      await told
      await route.continue()
    })
    await page.goto(urls.sharing({ id }), { waitUntil: 'commit' })
    await page.locator('[id="share-q7"]').check()
    letIt()
    await page
      .getByRole('region', { name: 'Sådan ser det ud hos Anders' })
      .getByText('Torsdagsmøderne virker.')
      .waitFor()
    await page.context().close()
  })

  test('when the session is over a tick leads to the door, and back to the same page', async () => {
    const id = await prepared(world)
    const page = await world.open('lone')
    await page.goto(urls.sharing({ id }))
    await world.superuser.query('delete from session where person_id = $1', [world.people.lone.person])
    world.forget('lone')
    await page.locator('[id="share-q8"]').click()
    await page.waitForURL(url => url.pathname === urls.signIn())
    await page.context().close()
  })
})

test('the field for another length, and the one for a place, show with their choice', async () => {
  const page = await world.open('anders')
  await page.goto(urls.planning({ post: world.people.lone.post }))
  expect(await page.getByLabel('Antal minutter').isVisible()).toBe(false)
  await page.getByRole('radio', { name: 'En anden længde' }).check()
  await page.getByLabel('Antal minutter').fill('45')
  expect(await page.getByLabel('Stedet').isVisible()).toBe(true)
  await page.getByRole('radio', { name: 'Aftaler vi senere' }).check()
  expect(await page.getByLabel('Stedet').isVisible()).toBe(false)
  await page.getByLabel('Dag, 1. tid').fill('2026-04-14')
  await page.getByLabel('Klokken, 1. tid').fill('13:00')
  await page.getByRole('button', { name: 'Send invitationen' }).click()
  await page.getByRole('checkbox', { name: 'Ja, vi sætter 45 minutter af' }).check()
  await page.getByRole('button', { name: 'Send invitationen' }).click()
  await page.getByText('Lone har ikke valgt en tid endnu.').waitFor()
  expect(idIn({ path: new URL(page.url()).pathname })).toMatch(/^[0-9a-f-]{36}$/)
  await page.context().close()
})
