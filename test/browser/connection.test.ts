import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openSeenWorld, type Seen, signIn } from '../world/browser.ts'
import { agreed } from '../world/thread.ts'
import { keptAt, keywords, says } from './writing.ts'

let world: Seen
let id: string
let path: string
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  id = await agreed(world)
  path = urls.step({ id, step: 'relationer' })
})

const state = (page: Page) => page.locator('.save-state')
const kept = () => keptAt(world, path)

describe('without a connection', () => {
  test('it says so, goes on trying, and saves when the connection is back', async () => {
    const page = await world.open('lone')
    await page.goto(path)
    await page.context().setOffline(true)
    await keywords(page).fill('Skrevet i toget')
    await says(
      page,
      'unsaved',
      'Ikke gemt endnu. Der er ikke forbindelse lige nu. Vi prøver igen af os selv.',
    )
    expect(await kept()).toBe('')
    await page.context().setOffline(false)
    await says(page, 'saved', 'Gemt kl.')
    expect(await kept()).toBe('Skrevet i toget')
    await page.context().close()
  })

  test('leaving asks first, and only then: what is typed would be lost', async () => {
    const page = await world.open('lone')
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.type())
      return dialog.dismiss()
    })
    await page.goto(path)
    await keywords(page).fill('Gemt')
    await says(page, 'saved', 'Gemt')
    await page.reload()
    expect(asked).toEqual([])
    await page.context().setOffline(true)
    await keywords(page).fill('Ikke gemt')
    await says(page, 'unsaved', 'Ikke gemt endnu.')
    await page.evaluate(() => location.assign('/'))
    await expect.poll(() => asked).toEqual(['beforeunload'])
    expect(await keywords(page).inputValue()).toBe('Ikke gemt')
    await page.context().close()
  })

  test('»Næste« stays on the page with everything typed, and goes on when it can', async () => {
    const page = await world.open('lone')
    await page.goto(path)
    await page.context().setOffline(true)
    await keywords(page).fill('Ikke tabt')
    await page.getByRole('button', { name: 'Næste: Samarbejde' }).click()
    await says(page, 'unsaved', 'Ikke gemt endnu.')
    expect(await keywords(page).inputValue()).toBe('Ikke tabt')
    await page.context().setOffline(false)
    await says(page, 'saved', 'Gemt')
    await page.getByRole('button', { name: 'Næste: Samarbejde' }).click()
    await page.waitForURL(url => url.pathname === urls.step({ id, step: 'samarbejde' }))
    await page.context().close()
  })
})

test('signed out meanwhile: it says so, the door opens in a new tab, and then it saves', async () => {
  const page = await world.open('lone', {})
  await page.goto(path)
  await world.superuser.query('delete from session where person_id = $1', [world.people.lone.person])
  await keywords(page).fill('Skrevet, da døren var lukket')
  await says(page, 'unsaved', 'Ikke gemt endnu. Du er logget ud.')
  const door = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Log ind i en ny fane, så gemmer vi det her.' }).click()
  await signIn(await door, world, 'lone', 'own')
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await says(page, 'saved', 'Gemt')
  expect(await kept()).toBe('Skrevet, da døren var lukket')
  world.forget('lone')
  await page.context().close()
})

test('two tabs in one field keep both texts, and their writer chooses', async () => {
  const one = await world.open('lone')
  await one.goto(path)
  const other = await one.context().newPage()
  await other.goto(path)
  await keywords(one).fill('Fra den ene fane')
  await says(one, 'saved', 'Gemt')
  await keywords(other).fill('Fra den anden fane')
  await says(other, 'unsaved', 'Du har også skrevet her på en anden enhed. Begge tekster er gemt.')
  await keywords(other).pressSequentially(', og videre')
  await expect.poll(() => state(other).textContent()).toContain('Begge tekster er gemt.')
  await keywords(one).pressSequentially(' gik det videre')
  await says(one, 'saved', 'Gemt')
  expect(await kept()).toBe('Fra den ene fane gik det videre')

  await other.getByRole('link', { name: 'Vis begge, og vælg' }).click()
  await other.getByText('Fra den anden fane, og videre').waitFor()
  expect(await keywords(other).inputValue()).toBe('Fra den ene fane gik det videre')
  await other.getByRole('radio', { name: 'Det hele, efter hinanden' }).check()
  await other.getByRole('button', { name: 'Næste: Samarbejde' }).click()
  await other.waitForURL(url => url.pathname === urls.step({ id, step: 'samarbejde' }))
  expect(await kept()).toBe('Fra den ene fane gik det videre\nFra den anden fane, og videre')
  await one.context().close()
})

test('a text that is too long is not saved; it says so, and the button shows which', async () => {
  const page = await world.open('lone')
  await page.goto(path)
  await keywords(page).fill('ord '.repeat(1001))
  await says(page, 'unsaved', 'Ikke gemt. Et af felterne er for langt.')
  await page.getByRole('button', { name: 'Næste: Samarbejde' }).click()
  await page.getByRole('link', { name: 'Det er for langt. Her er plads til 4.000 tegn.' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q7.keywords')
  await page.context().close()
})
