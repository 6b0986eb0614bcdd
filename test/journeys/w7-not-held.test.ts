import type { Page } from 'playwright-core'
import PostalMime from 'postal-mime'
import { expect, onTestFinished, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { followUp as followUpWords } from '../../src/words/follow-up.ts'
import { followUpLate, followUpSteps } from '../../src/words/follow-up-steps.ts'
import { hosted } from '../../src/words/hosted.ts'
import { planning } from '../../src/words/invitation.ts'
import { heldLetter } from '../../src/words/outbox.ts'
import type { Language } from '../../src/words/words.ts'
import { type MailServer, mailServer } from '../outside/mail-server.ts'
import { local, roundAt } from '../rounds/living.ts'
import { queueEmpty } from '../walls/door.ts'
import { backAgain, goTo, seatedAt, seenWorld } from '../world/browser.ts'
import { gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { closeByTaps } from '../world/gentofte-closed.ts'

// W7: Sara asks Mette for a follow-up on her plan, and it is not held in time. What the two see, day by day, on Min side
// and in their mails; and that it is held after all. A real mail server, a moved clock, and a round a day.

const openHouse = async (post: MailServer) =>
  seenWorld(
    await openGentofte(undefined, {
      smtpUrl: `smtp://127.0.0.1:${post.port}`,
      mailFrom: 'Medspil <medspil@lyngsoe.example>',
    }),
  )
type World = Awaited<ReturnType<typeof openHouse>>
type Name = 'sara' | 'mette'
type Walk = { world: World; post: MailServer; language: Language; id: string; at: Record<Name, Page> }

/** The day it is asked for, and the day it is to be held by, as they are said. */
const said = {
  da: { due: '23. september', last: '24. september', held: '29. september 2026' },
  en: { due: '23 September', last: '24 September', held: '29 September 2026' },
} as const

const subjects = {
  da: ['Ønske om en opfølgning', 'En opfølgning venter', 'Jeres opfølgning', 'Fristen er overskredet'],
  en: ['A wish for a follow-up', 'A follow-up is waiting', 'Your follow-up', 'The deadline has passed'],
} as const

test.each(['da', 'en'] as const)(
  'W7 M8 S0-44 S0-51 T16 %s: asked for in two taps and no reason, not held on days 0, 7, 12 and 15, and nobody is blamed',
  async language => {
    const walk = await closedTalk(language)
    const [asked, nudge, soon, late] = subjects[language]
    await asksInTwoTaps(walk)
    await lookAround(
      walk,
      { sara: [], mette: [asked] },
      language === 'da' ? '14 dage tilbage' : '14 days left',
    )
    await onDay(walk, '2026-09-16')
    await lookAround(
      walk,
      { sara: [], mette: [nudge] },
      language === 'da' ? 'syv dage tilbage' : 'seven days left',
    )
    await onDay(walk, '2026-09-21')
    await lookAround(
      walk,
      { sara: [soon], mette: [soon] },
      language === 'da' ? 'to dage tilbage' : 'two days left',
    )
    await onDay(walk, '2026-09-24')
    await afterTheDeadline(walk, late)
    await heldAfterAll(walk)
  },
  180_000,
)

/** Sara's MUS with Mette was closed in April; both are back on a Wednesday in September. Jonas is AMR. */
async function closedTalk(language: Language): Promise<Walk> {
  const post = await mailServer()
  const world = await openHouse(post)
  onTestFinished(() => world.close())
  const id = await gentofteTalk(world, 'sara')
  await world.moveTo(local('2026-04-14', '13:05'))
  const [mette, sara] = [await world.as('mette'), await world.as('sara')]
  await closeByTaps(id, mette, sara)
  await world.superuser.query('update person set language = $1', [language])
  await world.superuser.query(
    `insert into duty values ($1, gen_random_uuid(), $2, null, 'amr', '2020-01-01', null)`,
    [world.organisation, world.people.jonas.person],
  )
  await roundAt(world, local('2026-09-09', '10:00'))
  post.arrived.splice(0)
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
  const at = {
    sara: await seatedAt(world, 'sara', phone),
    mette: await seatedAt(world, 'mette', { viewport: { width: 1280, height: 900 } }),
  }
  return { world, post, language, id, at }
}

/** From Min side: two taps, one field that may stand empty. */
async function asksInTwoTaps({ at: { sara }, language, id }: Walk) {
  const t = followUpWords[language]
  await goTo(sara, urls.home())
  await sara.getByText(t.wantText('Mette', 14)).waitFor()
  await sara.getByRole('link', { name: t.ask }).tap()
  await sara.getByText(t.askHelp('Mette', said[language].due)).waitFor()
  expect(await sara.getByRole('textbox').count()).toBe(1)
  expect(await sara.getByLabel(t.line('Mette')).getAttribute('required')).toBeNull()
  await sara.getByRole('button', { name: t.send }).tap()
  await sara.waitForURL(url => url.pathname === urls.plan({ id }))
  await sara.getByRole('heading', { name: t.due(said[language].due) }).waitFor()
}

/** Another day: a round has been, every letter is out, and both sit down anew. */
async function onDay({ world, at }: Walk, date: string) {
  await roundAt(world, local(date, '10:00'))
  for (const name of ['sara', 'mette'] as const) await backAgain(world, name, at[name])
}

/** While there is time: each one's new letters, what Min side says, and how many days are left. */
async function lookAround(walk: Walk, letters: Record<Name, readonly string[]>, left: string) {
  const { language, at } = walk
  const { due } = said[language]
  await readLetters(walk, letters)
  await goTo(at.sara, urls.home())
  const wait = followUpSteps[language]['follow-up-wait']('MUS', 'Mette', due)
  await at.sara.getByRole('heading', { name: wait.title }).waitFor()
  await readsCalmly(at.sara, due)
  await at.sara.getByRole('link', { name: wait.action }).tap()
  await readsCalmly(at.sara, left)
  await goTo(at.mette, urls.home())
  const give = followUpSteps[language]['follow-up-times']('MUS', 'Sara', due)
  await at.mette.getByRole('heading', { name: give.title }).waitFor()
  await readsCalmly(at.mette, due)
}

/** »Fristen er overskredet« to both: on Min side, in a mail, on top of the leader's year, with somebody to turn to. */
async function afterTheDeadline(walk: Walk, late: string) {
  const { language, at } = walk
  const { due } = said[language]
  const t = followUpWords[language]
  await readLetters(walk, { sara: [late], mette: [late] })
  for (const page of [at.sara, at.mette]) {
    await goTo(page, urls.home())
    await page.getByRole('heading', { name: followUpLate[language].title }).waitFor()
    await readsCalmly(page, due)
  }
  await goTo(at.sara, urls.plan(walk))
  await readsCalmly(at.sara, t.lateYou(heldLetter[language].told('Mette')))
  const jonas = at.sara.getByRole('link', { name: 'Jonas Brink' })
  expect(await jonas.getAttribute('href')).toBe('mailto:jonas@lyngsoe.example')
  await goTo(at.mette, urls.hosted())
  const [first] = await at.mette.getByRole('listitem').filter({ hasText: 'Sara Lund Eskildsen' }).all()
  expect(await first?.textContent()).toContain(followUpLate[language].status)
  expect(await at.mette.getByRole('heading', { level: 2 }).first().textContent()).toBe(hosted[language].first)
}

/** Mette gives a time, Sara takes it, and the deadline goes along; on the day one says held and the other yes. */
async function heldAfterAll(walk: Walk) {
  const { language, at, id } = walk
  const t = followUpWords[language]
  const way = `${followUpLate[language].give}: Sara Lund Eskildsen`
  await at.mette.getByRole('link', { name: way }).click()
  const day = planning[language]
  await at.mette.getByLabel(day.which(day.day, 1)).fill('2026-09-29')
  await at.mette.getByLabel(day.which(day.time, 1)).fill('13:00')
  await at.mette.getByRole('button', { name: t.sendTimes }).click()
  await at.mette.getByRole('heading', { name: t.given }).waitFor()
  await at.mette.getByText(heldLetter[language].told('Sara'), { exact: true }).waitFor()

  await goTo(at.sara, urls.home())
  await at.sara.getByRole('link', { name: t.pick }).tap()
  await at.sara.getByRole('radio').first().check()
  await at.sara.getByRole('button', { name: t.choose }).tap()
  await at.sara.waitForURL(url => url.pathname === urls.plan({ id }))
  await at.sara.getByText(t.agreedHead).waitFor()
  expect(await at.sara.getByText(t.lateHead).count()).toBe(0)

  await onDay(walk, '2026-09-29')
  await goTo(at.mette, urls.plan({ id }))
  await at.mette.getByRole('button', { name: t.hold }).click()
  await at.mette.getByText(t.saidByMe('Sara')).waitFor()
  await goTo(at.sara, urls.plan({ id }))
  await at.sara.getByRole('button', { name: t.yes }).tap()
  await at.sara.getByText(t.heldWord(said[language].held)).waitFor()
}

const blames = /skyld|burde|glemt|forsømt|for sent|har ikke|fault|blame|forgot|neglect|failed|has not/i

/** The page says this, and nothing on it points at anybody. */
async function readsCalmly(page: Page, words: string) {
  const main = page.getByRole('main')
  await main.getByText(words).first().waitFor()
  expect(await main.textContent()).not.toMatch(blames)
}

/** Opens each new letter in its reader's browser, and goes where its link leads. */
async function readLetters(
  { world, post, language, at, id }: Walk,
  expected: Record<Name, readonly string[]>,
) {
  await queueEmpty(world)
  const arrived = await Promise.all(post.arrived.splice(0).map(({ raw }) => PostalMime.parse(raw)))
  for (const name of ['sara', 'mette'] as const) {
    const mine = arrived.filter(({ to }) => to?.[0]?.address === `${name}@lyngsoe.example`)
    expect(mine.map(({ subject }) => subject)).toEqual(expected[name])
    for (const { html = '' } of mine) {
      await goTo(at[name], 'about:blank')
      await at[name].setContent(html)
      await at[name].getByText(said[language].due).waitFor()
      const words = await at[name].locator('body').textContent()
      expect(words).not.toMatch(blames)
      // The one who asked has nothing to find.
      if (name === 'sara') expect(words).not.toMatch(/[Ff]ind (?:en tid|a time)/)
      await at[name].getByRole('link').last().click()
      await at[name].waitForURL(url => url.pathname.startsWith(urls.conversation({ id })))
    }
  }
}
