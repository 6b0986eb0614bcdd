import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { emptyPoint } from '../../src/domain/point.ts'
import { urls } from '../../src/urls.ts'
import { afternoon, andersShares, held, loneShares, points, written } from '../closing/held.ts'
import { endTalks, filled, onTheDay, said } from '../talk/talking.ts'
import { answer, done, type Thread } from '../walls/thread.ts'
import { openSeenWorld, type Seen } from '../world/browser.ts'
import { morning } from '../world/house.ts'
import type { Name } from '../world/people.ts'
import { given } from './given.ts'
import { at, openViews, type Views } from './views.ts'

// The talk and its closing, looked at in each of their states: M11, M13, M14, M15, M17, M22, M24. The states follow each
// other as they do in life, so each test begins where the one before it ended.

vi.setConfig({ testTimeout: 180_000 })

const long = 'Personaleudviklingsmedarbejderforeningsformandskandidat'
let world: Seen
let views: Views<Name>
let thread: Thread
beforeAll(async () => {
  world = await openSeenWorld()
  views = openViews(world, { ...given, texts: [...texts, ...given.texts] })
})
afterAll(() => world.close())

/** What the two wrote, word for word. */
const texts = [loneShares, andersShares, written.conclusions]
  .flatMap(each => Object.values(each))
  .concat(written.year, long, ...points.flatMap(point => Object.values(point).map(String)))
  .filter(text => text.length > 5)

const address = () => ({ id: thread.id })
const topic = () => urls.topic({ ...address(), step: 'relationer' })
const home = at(urls.home())

describe('the talk', () => {
  test('on its day: the way in, before and after somebody has shared', async () => {
    thread = await onTheDay(world)
    await views.see('lone', home)
    await views.see('lone', at(urls.talk(address())))
    await writeAndShare()
    await views.see('anders', at(urls.talk(address())))
  })
  test('S3-06 its course, a topic while one writes and while one reads, and the plan with nothing in it', async () => {
    const { host } = thread
    await done(host, urls.talk(address()), {})
    await views.see('lone', home)
    await views.see('anders', at(urls.talk(address())))
    await done(host, topic(), filled(await host.get(topic()), { 'q7.text': long, do: 'save' }))
    await views.see('anders', at(topic()))
    await views.see('lone', at(topic()))
    await views.see('anders', at(urls.planDraft(address())))
  })
  test('a line that was refused, because the other one has the pen', async () => {
    const { host, participant } = thread
    await views.see('lone', async page => {
      await done(participant, urls.pen(address()), filled(await participant.get(topic())))
      await page.goto(topic())
      await done(host, urls.pen(address()), filled(await host.get(topic())))
      await page.locator('#q7').fill(`${long} ${long}`)
      await page.locator('.room-foot button.primary').click()
      await page.locator('.not-saved').waitFor()
    })
  })
  test('the plan with a point, the point before it goes, and the end as each sees it', async () => {
    const { host, participant } = thread
    await done(host, topic(), filled(await host.get(topic()), { do: 'point.q7' }))
    const draft = await host.get(urls.planDraft(address()))
    const [point = ''] = Object.keys(filled(draft)).flatMap(name => /^p\.(.+)\.what$/.exec(name)?.[1] ?? [])
    await views.see('anders', at(urls.planDraft(address())))
    await views.see('lone', at(urls.planDraft(address())))
    await views.see('anders', at(urls.pointRemoval({ ...address(), point })))
    await views.see('anders', at(urls.ending(address())))
    await done(participant, urls.ending(address()), { do: 'hold' })
    await views.see('lone', at(urls.ending(address())))
    await views.see('anders', at(urls.ending(address())))
    await views.see('anders', home)
    await done(host, urls.ending(address()), { do: 'hold' })
    await views.see('lone', at(urls.ending(address())))
    await views.see('lone', home)
  })
})

describe('the closing', () => {
  test('the text before it is locked, with what is empty, and the three choices', async () => {
    for (const table of ['conclusion', 'plan_point', 'pen'])
      await world.superuser.query(`delete from ${table}`)
    await endTalks(world)
    await world.moveTo(morning)
    thread = await held(world, {
      points: [...points, { ...emptyPoint, what: long }],
      year: `${long} ${long}`,
    })
    await world.superuser.query('update session set seen_at = $1', [afternoon])
    await views.see('lone', at(urls.freezing(address())))
    await thread.host.post(urls.freezing(address()), { gaps: 'seen' })
    await views.see('lone', home)
    await views.see('lone', at(urls.signing(address())))
  })
  test('one’s answer: before there is a code, with a code, and with a wrong one', async () => {
    await world.moveTo(new Date(afternoon.getTime() + 6 * 60_000))
    const path = `${urls.answer({ ...address(), choice: 'bemaerkning' })}?tekst=1`
    await views.see('lone', at(path))
    const ask = async (page: Page) => {
      await world.superuser.query('delete from code_request')
      await page.goto(path)
      await page.locator('main form button.primary').click()
      await page.locator('#code').waitFor()
    }
    await views.see('lone', ask)
    await views.see('lone', async page => {
      await ask(page)
      await page.locator('#remark').fill(long)
      await page.locator('#code').fill('000000')
      await page.locator('#code').press('Enter')
      await page.locator('.error-summary').waitFor()
    })
    await views.see('lone', at(`${urls.answer({ ...address(), choice: 'uden-underskrift' })}?tekst=1`))
  })
  test('waiting for the other, and closed', async () => {
    const { host, participant } = thread
    await world.moveTo(new Date(afternoon.getTime() + 60_000))
    const sign = { version: '1', choice: 'signed-with-remark', remark: long }
    await participant.post(urls.signatures(address()), sign)
    await views.see('lone', at(urls.signing(address())))
    await views.see('lone', home)
    await host.post(urls.signatures(address()), { choice: 'refused', version: '1' })
    await views.see('lone', at(urls.signing(address())))
    for (const path of [urls.home(), urls.hosted(), urls.conversation(address())])
      await views.see('anders', at(path))
    await views.see('lone', at(urls.whoSees()))
  })
  test('T14 no answer in fourteen days, as each sees it; and closed by both', async () => {
    await endTalks(world)
    await world.moveTo(morning)
    thread = await held(world)
    const sign = { version: '1', choice: 'signed', remark: '' }
    await thread.host.post(urls.freezing(address()), { gaps: 'seen' })
    await thread.host.post(urls.signatures(address()), sign)
    const late = new Date(afternoon.getTime() + 14 * 24 * 3600_000)
    await world.moveTo(late)
    await world.superuser.query(
      `update session set seen_at = $1, ends_at = $1::timestamptz + interval '12 hours'`,
      [late],
    )
    await views.see('anders', at(urls.signing(address())))
    await views.see('lone', at(urls.signing(address())))
    await done(await world.as('lone'), urls.signatures(address()), sign)
    await views.see('lone', at(urls.signing(address())))
  })
})

test('no page asked for anything that is not ours, and the policy was kept', () => {
  expect(views.complaints).toEqual([])
})

/** Lone has a score, a few words and a note; Anders some words. Each shares a question. */
async function writeAndShare() {
  const { id, host, participant } = thread
  const step = urls.step({ id, step: 'relationer' })
  const empty = { ...answer('q8', '', ''), ...answer('q9', '', '') }
  const share = { do: 'share', 'share.q7': 'yes', 'q7.version': '1' }
  await done(participant, step, { ...answer('q7', said.loneQ7, said.loneNote), 'q7.score': '5', ...empty })
  await done(participant, urls.sharing({ id }), share)
  await done(host, step, { ...answer('q7', said.andersQ7, said.andersNote), ...empty })
  await done(host, urls.sharing({ id }), share)
}
