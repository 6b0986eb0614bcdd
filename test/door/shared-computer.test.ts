import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'

// experience.md §4b: a browser on which a second person signs in becomes a shared computer by itself.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const why = 'Her har flere logget ind, så vi regner med, at computeren er fælles.'

/** The code is written with »Husk mig« ticked, whether or not the page still asks. */
async function enter(browser: Visitor, name: string) {
  const said = world.terminal.next(new RegExp(`^(?:Kode til|Code for) ${name}@lyngsoe\\.example: (\\S+)$`))
  const asked = await browser.post(urls.signIn(), { address: `${name}@lyngsoe.example` })
  const home = await browser.post(urls.signInCode(), { code: (await said)[1] ?? '', remember: 'yes' })
  return { asked, home }
}
const devices = async () =>
  (await world.superuser.query(`select device, fell from session order by made_at, fell`)).rows

test('§4b the second person’s sign-in makes it shared for both, ends the first one’s session, and says why in one line', async () => {
  const browser = createVisitor(world)
  const first = await enter(browser, 'lone')
  expect(first.asked.html).toContain('Husk mig på min egen enhed')
  expect(wordsOf(first.home)).not.toContain(why)
  expect(await devices()).toEqual([{ device: 'own', fell: false }])
  const lone = browser.cookies.get('__Host-medspil-session') ?? ''

  const second = await enter(browser, 'karim')
  expect(wordsOf(second.home)).toContain(why)
  expect(await devices()).toEqual([{ device: 'shared', fell: true }])
  const before = createVisitor(world)
  before.cookies.set('__Host-medspil-session', lone)
  expect((await before.get(urls.home())).path).toContain(urls.signIn())

  const again = await enter(browser, 'lone')
  expect(again.asked.html).not.toContain('Husk mig på min egen enhed')
  expect(wordsOf(again.asked)).toContain(why)
  expect(await devices()).toEqual([{ device: 'shared', fell: true }])
})

test('§4b on a shared computer each meets their own language, unless they chose another at the door', async () => {
  const browser = createVisitor(world)
  const choose = (language: string, from: string) => {
    const headers = { 'sec-fetch-site': 'same-origin', referer: `${world.deps.origin}${from}` }
    return browser.send(urls.language(), { method: 'POST', body: new URLSearchParams({ language }), headers })
  }
  await enter(browser, 'lone')
  await choose('en', urls.home())
  expect(wordsOf(await browser.get(urls.home()))).toContain('My page')
  // Lone has forgotten to sign out.
  expect(wordsOf((await enter(browser, 'karim')).home)).toContain('Min side')
  await choose('en', urls.signIn())
  expect(wordsOf((await enter(browser, 'lone')).home)).toContain('My page')
  expect(wordsOf((await enter(browser, 'karim')).home)).toContain('Min side')
})

test('a language chosen by somebody signed in is theirs elsewhere too, and their letters’', async () => {
  const phone = createVisitor(world)
  await enter(phone, 'birthe')
  const spoken = async () =>
    (await world.superuser.query(`select name, language from person where language = 'en' order by name`))
      .rows
  await world.superuser.query(`update person set language = 'da'`)
  await phone.post(urls.language(), { language: 'en' })
  expect(await spoken()).toEqual([{ name: 'Birthe Sand', language: 'en' }])
  expect(wordsOf((await enter(createVisitor(world), 'birthe')).home)).toContain('My page')
  await phone.post(urls.language(), { language: 'tlh' })
  await createVisitor(world).post(urls.language(), { language: 'en' })
  expect(await spoken()).toEqual([{ name: 'Birthe Sand', language: 'en' }])
  await phone.post(urls.language(), { language: 'da' })
  expect(await spoken()).toEqual([])
})

test('§4b two who share a mailbox both get told why no code came, and what helps; nobody is let in', async () => {
  await world.superuser.query(`update person set address = 'faelles@lyngsoe.example' where id = any($1)`, [
    [world.people.birthe.person, world.people.karim.person],
  ])
  const said = world.terminal.next(/faelles@lyngsoe\.example/)
  const asked = await createVisitor(world).post(urls.signIn(), { address: 'faelles@lyngsoe.example' })
  expect(wordsOf(asked)).toContain('Skriv koden')
  expect((await said)[0]).toBeDefined()
  expect(world.terminal.lines.at(-1)).toBe(
    'Ingen kode til faelles@lyngsoe.example: flere har den mail. De skal have en seddel hver.',
  )
})
