import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../src/demo/cast.ts'
import { scenes } from '../../src/demo/scenes.ts'
import { demoAccess } from '../../src/domain/access.ts'
import { open } from '../../src/opening.ts'
import { findBylaw } from '../../src/pages/bylaws.ts'
import { systemRandom } from '../../src/random.ts'
import { demoUrls, urls } from '../../src/urls.ts'
import { bodies } from '../input/bodies.ts'
import { bringLooks, lookAt } from '../looks/look.ts'
import { picturesIn, takePictures } from '../looks/pictures.ts'
import { newPage, speak } from '../world/browser.ts'
import { openChromium } from '../world/chromium.ts'
import { type DemoWorld, openDemoWorld } from '../world/demo.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'

let world: DemoWorld
beforeAll(async () => {
  world = await openDemoWorld()
}, 300_000)
afterAll(() => world.close())

/** A browser in which one has pressed somebody. */
async function be(id: string, visitor: Visitor = createVisitor(world)): Promise<Visitor> {
  await visitor.postOnly(demoUrls.demoPerson({ person: id }), {})
  return visitor
}
const home = async (id: string) => wordsOf(await (await be(id)).get(urls.home()))

describe('the story', () => {
  test('has a conversation in every stage, and nobody stuck', async () => {
    const { rows } = await world.superuser.query<{ status: string; n: number }>(
      'select status, count(*)::int as n from conversation group by 1 order by 1',
    )
    expect(Object.fromEntries(rows.map(({ status, n }) => [status, n]))).toEqual({
      agreed: 5,
      cancelled: 2,
      closed: 10,
      closing: 2,
      contested: 1,
      invited: 3,
      postponed: 1,
      talking: 2,
    })
  })

  test.each([
    ['mette', 'Dit næste skridt Samtalen med Sara er i gang'],
    ['sara', 'Samtalen med Mette er i gang'],
    ['emma', 'You are ready'],
    ['thea', 'Vælg en tid til din MUS med Mette'],
    ['mikkel', 'Den skal holdes senest den 22. april.'],
    ['grethe', 'LUS med Mette er tirsdag den 21. april'],
    ['karen', 'Du har ingen samtaler lige nu'],
    ['zeynep', 'Mette kan se det, du har sendt, men ikke dine svar.'],
    ['jonas', 'Mette ser på dit forslag'],
    ['henrik', 'Find en ny tid med Mette'],
    ['tobias', 'MUS med Mette var onsdag den 8. april'],
    ['line', 'Læs planen, og luk samtalen med Mette'],
    ['nanna', 'Planen er i gang'],
    ['amina', 'Noget bliver slettet'],
    ['ditte', 'I mødes fredag den 17. april'],
    ['rasmus', 'Fristen er overskredet'],
    ['oskar', 'Fravalgt'],
    ['birgitte', 'Du har ingen samtaler lige nu'],
    ['anders', 'Dit næste skridt Samtalen med Lone er i gang'],
    ['lone', 'Samtalen med Anders er i gang'],
    ['rikke', 'Du har lukket. Anders mangler'],
    ['camilla', 'Planen er i gang'],
    ['hanne', 'Vælg en tid til din LUS med Anders'],
    ['peter', 'Planen er i gang'],
    ['aase', 'Planen er i gang'],
    ['jakob', 'Fortsæt din forberedelse'],
  ])('%s is where the list says: »%s«', async (id, words) => {
    expect(await home(id)).toContain(words)
  })

  test('the host meets who is in the room, then what is late, a promise past its date and a talk that was not held', async () => {
    const year = wordsOf(await (await be('mette')).get(urls.hosted()))
    expect(year).toMatch(/Tag dem først Sara Højgaard Munk I gang .* Til samtalen Rasmus Kjeldgaard Bro/)
    expect(year).toContain('Amina, datoen var den 10. april 2026')
    expect(year).toMatch(/Tobias Fabricius Lau .*8\. april/)
  })

  test('S0-01 S3-01 the two organisations show their own concept’s mark', async () => {
    const about = async (id: string) => wordsOf(await (await be(id)).get(urls.about()))
    expect(await about('sara')).toContain('altid et skridt foran')
    expect(await about('lone')).toContain('2019')
    expect(await about('lone')).not.toContain('altid et skridt foran')
  })
})

describe('its people', () => {
  test('are listed for people and for programs, each with a way in from our own page alone', async () => {
    const visitor = createVisitor(world)
    const people: Record<string, string>[] = JSON.parse((await visitor.get(demoUrls.demoPeople())).html)
    expect(people).toHaveLength(cast.length)
    const page = await visitor.get(demoUrls.demo())
    for (const person of people) {
      expect(Object.keys(person)).toEqual(['id', 'name', 'role', 'organisation', 'signIn'])
      expect(page.html).toContain(`action="${person.signIn}"`)
    }
    const [first] = people
    const from = (origin: string) =>
      visitor.send(first?.signIn ?? '', { method: 'POST', headers: { origin } })
    expect((await from('https://evil.example')).status).toBe(403)
    expect(visitor.cookies.size).toBe(0)
    expect((await from(world.address)).status).toBe(303)
    expect([...visitor.cookies.keys()]).toEqual(['medspil-demo-session'])
    expect((await visitor.postOnly(demoUrls.demoPerson({ person: 'ingen' }), {})).status).toBe(404)
  })

  test('each is who they are called in the organisation', async () => {
    for (const { id, name } of cast) {
      const { html } = await (await be(id)).get(urls.whoSees())
      expect([id, html.includes('<html')]).toEqual([id, true])
      const { rowCount } = await world.superuser.query('select 1 from person where name = $1', [name])
      expect([name, rowCount]).toEqual([name, 1])
    }
  })

  test('every page says it is a demo and leads back, also one that is not there; nobody signed in is led there', async () => {
    const sara = await be('sara')
    for (const path of [urls.home(), urls.about(), '/findes-ikke', demoUrls.demoLetters(), urls.signIn()])
      expect((await sara.get(path)).html).toMatch(/Demo: 14\.\sapril[\s\S]*href="\/demo"/)
    expect((await createVisitor(world).get(urls.home())).path).toBe(demoUrls.demo())
  })

  test('a letter opens as the one it was for; no address leads elsewhere', async () => {
    const visitor = createVisitor(world)
    const to = urls.whoSees()
    const opened = await visitor.post(demoUrls.demoPerson({ person: 'thea' }), { to })
    expect(opened.path).toBe(to)
    for (const bent of ['//evil.example', '/\\evil.example', 'https://evil.example'])
      expect((await visitor.post(demoUrls.demoPerson({ person: 'thea' }), { to: bent })).path).toBe(
        urls.home(),
      )
  })
})

describe('walls §4', () => {
  test('its routes are the ones the bylaws name, and its seats have none of them', () => {
    const served = world.app.routes
      .filter(
        ({ method, path }) => method !== 'ALL' && Object.values(demoUrls).some(url => url.pattern === path),
      )
      .map(({ method, path }) => `${method} ${path}`)
    const written = Object.entries(demoUrls).flatMap(([name, { pattern }]) =>
      Object.keys(demoAccess[name] ?? {}).map(method => `${method.toUpperCase()} ${pattern}`),
    )
    expect(served.toSorted()).toEqual(written.toSorted())
    for (const route of world.app.routes) if (route.method !== 'ALL') expect(findBylaw(route)).toBeDefined()
  })

  test('its data are refused without --demo, and nothing is changed', async () => {
    const parts = { checkout: process.cwd(), clock: world.demo.clock, random: systemRandom, say: () => {} }
    await expect(open({ ...parts, env: { ...world.env, demo: false } })).rejects.toThrow(
      'npm start -- --demo',
    )
  })

  test('nothing is sent and nothing said in the terminal: letters and codes are there to be read', async () => {
    expect(world.terminal.lines.filter(line => /^(Kode|Brev|Code|Letter)/.test(line))).toEqual([])
    const visitor = createVisitor(world)
    await visitor.post(urls.signIn(), { address: 'thea.lundgreen@maelkevejen.example' })
    const code = async (): Promise<string> => {
      const words = wordsOf(await visitor.get(demoUrls.demoLetters()))
      return /\b\d{6}\b/.exec(words)?.[0] ?? code()
    }
    await visitor.post(urls.signInCode(), { code: await code() })
    expect(wordsOf(await visitor.get(urls.home()))).toContain('Goddag, Thea')
  })
})

test('M11 its people’s page, in either language: nothing amiss', { timeout: 60_000 }, async () => {
  const page = await newPage({ browser: await openChromium(), address: world.address })
  await bringLooks(page)
  for (const language of ['da', 'en'] as const) {
    await speak(page, language)
    await page.goto(demoUrls.demo())
    if (picturesIn) await takePictures(page, 'overview', language, picturesIn)
    const texts = ['Børnehuset Mælkevejen', 'Lyngsø Kommune', 'Ringkøbing-Skjern', 'Gentofte Børnevenner']
    expect([language, await lookAt(page, { names: [], texts }, language)]).toEqual([language, []])
  }
  await page.context().close()
})

test('»Vis side om side«: what the host writes comes to the phone by itself', {
  timeout: 60_000,
}, async () => {
  const page = await newPage(
    { browser: await openChromium(), address: world.address },
    { viewport: { width: 1280, height: 900 } },
  )
  await page.goto(demoUrls.demo())
  await page.getByRole('button', { name: 'Vis side om side' }).click()
  const [phone, screen] = ['Sara, på telefonen', 'Mette, ved skærmen'].map(title =>
    page.frameLocator(`iframe[title="${title}"]`),
  )
  // The phone opens at what both write, so that one sees it come.
  await expect
    .poll(() => phone?.locator('[name="q1.text"], p#q1').evaluate(isInView), { timeout: 20_000 })
    .toBe(true)
  const field = screen?.locator('textarea[name="q2.text"]')
  await field?.fill('Sara bliver vejleder for de nye.')
  await field?.blur()
  await expect
    .poll(() => phone?.locator('form[data-autosave]').textContent(), { timeout: 20_000 })
    .toContain('Sara bliver vejleder for de nye.')
  expect(await phone?.locator('body').textContent()).toContain('Demo.')
  await page.context().close()
})

function isInView(field: Element): boolean {
  const { top, bottom } = field.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

test('every scene has its two at their pages', async () => {
  for (const { id } of scenes) {
    const visitor = createVisitor(world)
    const shown = await visitor.post(demoUrls.demoScene({ scene: id }), {})
    expect([id, shown.status, shown.html.match(/<iframe /g)?.length]).toEqual([id, 200, 2])
    expect([...visitor.cookies.keys()]).toEqual(['medspil-demo-phone-session', 'medspil-demo-screen-session'])
  }
  expect((await createVisitor(world).get(demoUrls.demoScene({ scene: 'ingen' }))).status).toBe(404)
})

test('what is no form breaks nothing and moves no clock', async () => {
  const visitor = createVisitor(world)
  const before = wordsOf(await visitor.get(demoUrls.demo()))
  const paths = [
    demoUrls.demoTime(),
    demoUrls.demoPerson({ person: 'x' }),
    demoUrls.demoScene({ scene: 'x' }),
  ]
  for (const path of paths)
    for (const { name, kind, body } of bodies(true)) {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': kind || 'x' }
      const { status } = await visitor.send(path, { method: 'POST', body, headers })
      expect([path, name, status >= 500]).toEqual([path, name, false])
    }
  expect(wordsOf(await visitor.get(demoUrls.demo()))).toBe(before)
})

// From here on the story is left behind.
describe('the clock', () => {
  test('goes on by a day: who is signed in stays so, and what came due did', async () => {
    const mette = await be('mette')
    const moved = await mette.post(demoUrls.demoTime(), { days: '1' })
    expect(wordsOf(moved)).toMatch(
      /Uret er flyttet\. Nu er det onsdag den 15\. april kl\.\s10\.2\d\. Linjen om hver er fra demoens begyndelse\./,
    )
    expect(wordsOf(await mette.get(urls.home()))).toContain('Goddag, Mette')
    expect(wordsOf(await mette.get(demoUrls.demoLetters()))).toMatch(
      /Mette Ravnsborg Lind, 15\. april kl\.\s7\.30 Kære Mette Mikkel/,
    )
    const { rows } = await world.superuser.query<{ day: string }>('select app.today()::text as day')
    expect(rows).toEqual([{ day: '2026-04-15' }])
  })

  test('goes on to a follow-up’s deadline, and never back', async () => {
    const visitor = createVisitor(world)
    await visitor.post(demoUrls.demoTime(), { days: 'deadline' })
    expect(wordsOf(await visitor.get(demoUrls.demo()))).toContain('tirsdag den 21. april')
    for (const days of ['-1', '0', '400', '', 'x']) await visitor.post(demoUrls.demoTime(), { days })
    expect(wordsOf(await visitor.get(demoUrls.demo()))).toContain('tirsdag den 21. april')
  })
})

test('begins again after asking once; meanwhile there is a page that comes by itself', async () => {
  const visitor = await be('sara')
  expect((await visitor.get(demoUrls.demoReset())).html).toContain(`action="${demoUrls.demoReset()}"`)
  world.demo.stories = world.demo.stories.slice(0, 1)
  const meanwhile = await visitor.post(demoUrls.demoReset(), {})
  expect([meanwhile.status, meanwhile.headers.get('refresh')]).toEqual([503, '2'])
  await expect.poll(() => world.demo.playing, { timeout: 60_000 }).toBe(false)
  expect(wordsOf(await visitor.get(demoUrls.demo()))).toContain('tirsdag den 14. april kl. 10.20')
  expect((await world.superuser.query('select 1 from organisation')).rowCount).toBe(2)
  expect((await world.superuser.query('select 1 from conversation')).rowCount).toBe(0)
  expect((await visitor.get(urls.home())).path).toContain(demoUrls.demo())
})
