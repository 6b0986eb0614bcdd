import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { urls } from '../../src/urls.ts'
import { give } from '../address/giving.ts'
import { boxIn } from '../plan/closed.ts'
import { filled } from '../talk/talking.ts'
import { timesIn } from '../times/rows.ts'
import { goTo, type SeenBy, seenWorld } from '../world/browser.ts'
import {
  addStaff,
  type GentofteName,
  type GentofteWorld,
  gentofteInvited,
  gentofteTalk,
  openGentofte,
} from '../world/gentofte.ts'
import { numberOf } from '../world/people.ts'
import { slotsIn } from '../world/thread.ts'
import type { Shown, Visitor } from '../world/visitor.ts'
import { houseGiven, newMail, houseTexts as texts } from './given.ts'
import { at, openViews, sent, type Views } from './views.ts'

// The pages of a house without numbers and signatures, and those of its office, looked at in each of their states: M11,
// M13, M14, M15, M17, M22, M24. The states follow each other as they do in life.

vi.setConfig({ testTimeout: 180_000 })

let world: GentofteWorld & SeenBy<GentofteName>
let views: Views<GentofteName>
let sara: Visitor
let mette: Visitor
let id: string
beforeAll(async () => {
  world = await seenWorld(await openGentofte())
  views = openViews(world, houseGiven)
  await asToday()
})
afterAll(() => world.close())

/** Sara and Mette signed in anew, and nobody's browser signed out: the clock may have moved. */
async function asToday(to?: string) {
  if (to) await world.moveTo(new Date(to))
  await world.superuser.query(
    `update session set seen_at = $1, ends_at = $1::timestamptz + interval '12 hours'`,
    [world.deps.clock.now()],
  )
  sara = await world.as('sara')
  mette = await world.as('mette')
}

describe('without mail', () => {
  test('by PIN, by slip, and what is wrong with either', async () => {
    await views.see('nobody', at(urls.signInPin()))
    await views.see('nobody', sent(urls.signInPin(), { login: 'else-7k2', pin: '111111' }))
    await views.see('nobody', at(urls.signInSlip()))
    await views.see('nobody', sent(urls.signInSlip(), { login: 'else', code: 'x', pin: '1', again: '2' }))
  })
  test('the office: slips, a slip just made, and letters', async () => {
    const { superuser, organisation, people } = world
    await superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
      [organisation, people.jonas.person],
    )
    const { person } = await addStaff(world, 'Else Nør')
    await superuser.query('update person set address = null where id = $1', [person])
    await views.see('jonas', at(urls.slips()))
    await views.see('jonas', async page => {
      await page.goto(urls.slips())
      await page.locator(`form[action="${urls.slipFor({ person })}"] button`).click()
      await page.locator('dd').first().waitFor()
    })
    await views.see('jonas', at(urls.outbox()))
    await views.see('jonas', at(urls.roles()))
  })
  test('the office: a file to choose, one with faults, one with heads to point out, and one to look through', async () => {
    const heads = 'nummer;navn;mail;enhed;stilling;leder;startdato'
    await views.see('jonas', at(urls.intake()))
    await views.see(
      'jonas',
      readIn(`${heads}\nn1;Bo Nyholm;bo@solstraalen.example;Solstrålen;Pædagog;ingen;31-02-2026\n`),
    )
    await views.see('jonas', readIn(`kode;hvem;hvor;hvad\nn1;Bo Nyholm;Solstrålen;Pædagog\n`))
    const bo = 'n1;Bo Nyholm;bo@solstraalen.example;Solstrålen;Pædagog;ingen;01-05-2026'
    const { person } = world.people.sara
    const known = `${numberOf(person)};Sara Lund Eskildsen;${newMail};Solstrålen;Pædagog;ingen;`
    await views.see('jonas', readIn(`${heads}\n${bo}\n${known}\n`))
    await give(world, await world.as('jonas'), { person }, newMail)
    await views.see('sara', at(urls.newAddress()))
  })
  test('Om samtalerne, Hvem kan se hvad with a helper to pick, and the pages with nothing on them yet', async () => {
    await views.see('sara', at(urls.about()))
    await views.see('sara', at(urls.whoSees()))
    await sara.post(urls.newAddressRefusal(), { address: newMail })
    await views.see('mette', at(urls.promises()))
    await views.see('sara', at(urls.plans()))
  })
})

/** Sends a file of people, and waits until there is something to see. */
const readIn = (file: string) => async (page: Page) => {
  await goTo(page, urls.intake())
  const sent = { name: 'medarbejdere.csv', mimeType: 'text/csv', buffer: Buffer.from(file) }
  await page.locator('input[type="file"]').setInputFiles(sent)
  await page.locator('main form button').first().click()
  await page.waitForURL(url => url.pathname !== urls.intake())
  await page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('[data-standpoint]'),
  )
}

const paint = { from: '2026-04-13', to: '2026-04-15', opens: '09:00', closes: '12:00' }
async function painted(page: Page) {
  await goTo(page, urls.planningSeveral())
  for (const [name, value] of Object.entries(paint)) await page.locator(`#${name}`).fill(value)
  await page.locator('button[value="paint"]:not(.heard)').click()
  await page.locator('#painted').waitFor()
}

describe('a MUS', () => {
  const short = () => urls.step({ id, step: 'kort' })
  const press = async (visitor: Visitor, act: string, changes: Record<string, string> = {}) =>
    visitor.post(short(), filled(await visitor.get(urls.preparation({ id })), { ...changes, do: act }))

  test('planned, invited, and a time agreed', async () => {
    await views.see('mette', at(urls.planning({ post: world.people.sara.post })))
    await views.see('mette', at(urls.planningSeveral()))
    await views.see('mette', painted)
    await views.see('mette', at(urls.queue()))
    id = await gentofteInvited(world, 'sara')
    await views.see('sara', at(urls.invitation({ id })))
    await views.see('sara', at(urls.home()))
    const [slot = ''] = slotsIn(await sara.get(urls.invitation({ id })))
    await sara.post(urls.time({ id }), { slot })
    await views.see('mette', at(urls.hosted()))
    await views.see('jonas', at(urls.outbox()))
  })
  test('another time: asked for, offered, put off, declined or called off', async () => {
    await views.see('sara', at(urls.newTime({ id })))
    await views.see('sara', at(urls.declining({ id })))
    await views.see('mette', at(urls.newTime({ id })))
    await views.see('mette', at(urls.callingOff({ id })))
  })
  test('a time proposed to the other, a talk put off, and one opted out of', async () => {
    const jonas = await world.as('jonas')
    const his = await gentofteTalk(world, 'jonas')
    await mette.post(urls.newTime({ id: his }), { 'day-1': '2026-04-22', 'time-1': '10:00' })
    await views.see('jonas', at(urls.newTime({ id: his })))
    await jonas.post(urls.postponement({ id: his }), { until: '2026-04-30' })
    await views.see('jonas', at(urls.conversation({ id: his })))
    await jonas.post(urls.declining({ id: his }), {})
    await views.see('jonas', at(urls.conversation({ id: his })))
  })
  test('the short preparation: empty, with themes, with one too long, and sent', async () => {
    await views.see('sara', at(urls.preparation({ id })))
    for (const chip of ['ro', 'leg']) await press(sara, `theme.add.${chip}`)
    await press(sara, 'theme.own', { 'theme.words': texts.theme, 'hope.keywords': texts.hope })
    const [first = '', second = ''] = questionsIn(await sara.get(urls.preparation({ id })))
    await press(sara, 'save', { [`${first}.keywords`]: texts.often, [`${second}.keywords`]: texts.later })
    await views.see('sara', at(urls.preparation({ id })))
    await views.see('sara', async page => {
      await page.goto(urls.preparation({ id }))
      await page
        .locator('[name="theme.words"]')
        .evaluate(node => node.closest('details')?.setAttribute('open', ''))
      await page.locator('[name="theme.words"]').fill('æ'.repeat(81))
      await page.locator('button[value="theme.own"]').click()
      await page.locator('.error-summary').waitFor()
    })
    await press(sara, 'themes.send')
    await views.see('sara', at(urls.preparation({ id })))
    await views.see('mette', at(urls.preparation({ id })))
    await views.see('mette', at(urls.crib({ id })))
    await gentofteInvited(world, 'amal')
    await views.see('mette', at(urls.queue()))
    await views.see('sara', at(urls.step({ id, step: 'stilling' })))
  })
  test('what the other will see, and what was shared', async () => {
    await views.see('sara', at(urls.sharing({ id })))
    const form = filled(await sara.get(urls.sharing({ id })))
    await sara.post(urls.sharing({ id }), { ...form, do: 'share' })
    await views.see('sara', at(urls.shared({ id })))
    await views.see('sara', at(urls.preparation({ id })))
    await views.see('mette', at(urls.preparation({ id })))
  })
  test('the talk: the way in, its course, a topic, the plan, and another meeting instead of the end', async () => {
    await asToday('2026-04-14T11:05:00Z')
    await views.see('sara', at(urls.talk({ id })))
    await mette.post(urls.talk({ id }), {})
    await views.see('mette', at(urls.talk({ id })))
    const topic = urls.topic({ id, step: 'samarbejde' })
    const shown = filled(await mette.get(topic))
    const [joint = ''] = Object.keys(shown).filter(name => name.endsWith('.text'))
    await mette.post(topic, { ...shown, [joint]: texts.line })
    await views.see('mette', at(topic))
    await views.see('sara', at(topic))
    await mette.post(urls.points({ id }), filled(await mette.get(urls.planDraft({ id }))))
    await views.see('mette', at(urls.planDraft({ id })))
    await writePoint(mette, id)
    await views.see('mette', at(urls.ending({ id })))
    await sara.post(urls.ending({ id }), { do: 'hold' })
    await mette.post(urls.ending({ id }), { do: 'hold' })
  })
  test('the closing by a tap each: before it, while one waits, and done', async () => {
    await views.see('mette', at(urls.freezing({ id })))
    await mette.post(urls.freezing({ id }), { gaps: 'seen', job: 'change', proposal: texts.proposal })
    await views.see('sara', at(urls.signing({ id })))
    await sara.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
    await views.see('sara', at(urls.signing({ id })))
    await mette.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
    await views.see('sara', at(urls.signing({ id })))
  })
  test('the plan lives on: open, done, past its date, and what was promised', async () => {
    for (const path of [urls.plan({ id }), urls.plans(), urls.home()]) await views.see('sara', at(path))
    await views.see('mette', at(urls.plan({ id })))
    await views.see('mette', at(urls.promises()))
    const box = boxIn((await sara.get(urls.plan({ id }))).html, texts.what)
    await sara.post(box.path, box.fields)
    await views.see('sara', at(urls.plan({ id })))
    await views.see('mette', at(urls.hosted()))
    await views.see('sara', at(urls.conversation({ id })))
  })
  test('a follow-up: asked for, times to give and to pick, another day, and late; closed weeks, and one’s own data', async () => {
    await views.see('sara', at(urls.followUp({ id })))
    await sara.post(urls.followUp({ id }), { line: texts.line })
    await views.see('mette', at(urls.followUp({ id })))
    await mette.post(urls.followUpTimes({ id }), { 'day-1': '2026-04-21', 'time-1': '13:00' })
    await views.see('sara', at(urls.followUp({ id })))
    await views.see('sara', at(urls.followUpLater({ id })))
    await views.see('mette', at(urls.closedWeeks()))
    await views.see('sara', at(urls.ownData()))
    await asToday('2026-04-30T11:05:00Z')
    await views.see('sara', at(urls.plan({ id })))
    await views.see('mette', at(urls.hosted()))
    await asToday('2026-04-14T11:05:00Z')
    const [time = ''] = timesIn(await sara.get(urls.followUp({ id })))
    await sara.post(urls.followUpTime({ id }), { time })
    await views.see('sara', at(urls.followUp({ id })))
    await asToday('2026-04-21T12:00:00Z')
    await mette.post(urls.followUpHeld({ id }), {})
    await views.see('sara', at(urls.followUp({ id })))
    await asToday('2026-04-14T11:05:00Z')
  })
  test('the job description: none, written on a proposal, and the list of all', async () => {
    const { post } = world.people.sara
    await views.see('sara', at(urls.jobDescription({ post })))
    const approving = `${urls.jobVersions({ post })}?samtale=${id}`
    await views.see('mette', sent(approving, { words: '', link: 'http://solen' }))
    const words = { words: texts.proposal, from: '2026-03-01', seen: '0', samtale: id }
    await mette.post(urls.jobVersions({ post }), words)
    await views.see('mette', at(urls.jobDescription({ post })))
    await views.see('jonas', at(urls.jobDescriptions()))
  })
})

describe('the LUS of the house’s leader', () => {
  test('as the chair plans it, and prepares', async () => {
    await asToday('2026-04-02T08:40:00Z')
    await views.see('grethe', at(urls.home()))
    await views.see('grethe', at(urls.planning({ post: world.people.mette.post })))
    const lus = await gentofteInvited(world, 'mette')
    await views.see('mette', at(urls.invitation({ id: lus })))
    await views.see('mette', at(urls.home()))
    await views.see('grethe', at(urls.preparation({ id: lus })))
    const grethe = await world.as('grethe')
    const paper = { title: texts.paper, link: 'https://solen.example/k', dated: '2026-03-01', version: '0' }
    await grethe.post(urls.documentSlot({ id: lus, slot: 'kvalitetsrapport' }), paper)
    await views.see('grethe', async page => {
      await page.goto(urls.documentSlots({ id: lus }))
      await page.locator('#trivsel summary').click()
    })
  })
})

test('no page asked for anything that is not ours, and the policy was kept', () => {
  expect(views.complaints).toEqual([])
})

/** The questions that stand on the page, in their order. */
const questionsIn = (shown: Shown): string[] =>
  Object.keys(filled(shown)).flatMap(name => /^(.+)\.keywords$/.exec(name)?.[1] ?? [])

/** One point with a goal, and the support its host promises. */
async function writePoint(host: Visitor, talk: string) {
  const shown = filled(await host.get(urls.planDraft({ id: talk })))
  const nameOf = (part: string) => Object.keys(shown).find(name => name.endsWith(`.${part}`)) ?? part
  const point = {
    [nameOf('what')]: texts.what,
    [nameOf('goal')]: texts.goal,
    [nameOf('support')]: texts.line,
  }
  await host.post(urls.planDraft({ id: talk }), { ...shown, ...point })
}
