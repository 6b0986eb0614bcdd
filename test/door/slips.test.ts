import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pinFault } from '../../src/domain/slip.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type Seat, signIn, type World } from '../world/people.ts'
import { byPin, employ, goodPin, newBrowser, printed, spend } from '../world/slips.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// experience.md §4b and screen 1: whoever has no mail gets a printed slip, chooses a PIN with it, and comes in by that.

let world: World
let hanne: Visitor
let sara: Seat
beforeAll(async () => {
  world = await openWorld()
  const office = await employ(world, 'Hanne Kontor', { duty: 'administrator', unit: 'Børn og unge' })
  hanne = await signIn(world, world.organisation, office)
  sara = await employ(world, 'Sara Uden Mail')
})
afterAll(() => world.close())

describe('S0-25 §4b a slip', () => {
  test('lies ready to print for everybody without mail of their own, and has what one needs in both languages', async () => {
    const list = wordsOf(await hanne.get(urls.slips()))
    expect(list).toContain('Sara Uden Mail')
    expect(list).toMatch(/Sara Uden Mail [^,]+, medarbejdernummer [0-9a-f]{6}/)
    expect(list).toContain('Ingen mail')
    expect(list).not.toContain('Karim Aydin')
    const made = await hanne.post(urls.slipFor(sara), {})
    expect(made.status).toBe(200)
    const words = wordsOf(made)
    for (const part of [
      'Din vej ind i Medspil',
      'Your way into Medspil',
      'til og med den 16. april 2026',
      urls.signInSlip(),
    ])
      expect(words).toContain(part)
    expect(words).toContain('Husk dit brugernavn, og makulér sedlen')
    expect(wordsOf(await hanne.get(urls.slips()))).toContain(
      'Lavet af Hanne Kontor. Gælder til den 16. april 2026.',
    )
  })

  test('is on the answer once: the form sent twice shows the list, and the database keeps no code', async () => {
    const key = crypto.randomUUID()
    const first = await hanne.post(urls.slipFor(sara), { key })
    const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(first.html) ?? []
    const second = await hanne.post(urls.slipFor(sara), { key })
    expect(second.path).toBe(urls.slips())
    expect(second.html).not.toContain(code)
    const { rows } = await world.superuser.query('select to_jsonb(s)::text as row from slip s')
    expect(rows).toHaveLength(2)
    for (const { row } of rows) expect(row).not.toContain(code.replaceAll('-', ''))
  })

  test('lets its person choose a PIN and come in, once; the PIN lets in from any browser from then on', async () => {
    const slip = await printed(hanne, sara)
    const browser = newBrowser(world)
    expect(wordsOf(await browser.get(urls.signIn()))).toContain('Log ind uden mail')
    const inside = await spend(browser, { ...slip, code: slip.code.toLowerCase().replaceAll('-', ' ') })
    expect(inside.path).toBe(urls.home())
    expect(wordsOf(inside)).toContain('Du har ingen samtaler lige nu')
    expect((await spend(newBrowser(world), slip)).status).toBe(422)

    const elsewhere = newBrowser(world)
    expect((await byPin(elsewhere, slip.login.toUpperCase())).path).toBe(urls.home())
    const { rows } = await world.superuser.query('select to_jsonb(p)::text as row from pin p')
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain(goodPin)
  })

  test('its person sees on screen 26 who made it and when, and may pick who makes the next', async () => {
    const browser = newBrowser(world)
    const { login } = await printed(hanne, sara).then(async slip => {
      await spend(browser, slip)
      return slip
    })
    const shown = wordsOf(await browser.get(urls.whoSees()))
    expect(shown).toContain(
      'Hanne Kontor lavede en seddel til dig den 2. april 2026. Den blev brugt den 2. april 2026.',
    )
    const saved = await browser.post(urls.helper(), { helper: world.people.birthe.person })
    expect(wordsOf(saved)).toContain('Dit valg er gemt.')

    const birthe = await world.as('birthe')
    expect(wordsOf(await birthe.get(urls.slips()))).toContain('Sara Uden Mail')
    expect(wordsOf(await birthe.get(urls.home()))).toContain('Sedler')
    const slip = await printed(birthe, sara)
    expect(slip.login).toBe(login)
    expect(wordsOf(await browser.get(urls.whoSees()))).toContain('Birthe Sand lavede en seddel til dig')
    await browser.post(urls.helper(), { helper: '' })
    expect((await birthe.get(urls.slips())).status).toBe(404)
  })

  test('one’s own host is never among those one may pick', async () => {
    const birthe = await world.as('birthe')
    const shown = await birthe.get(urls.whoSees())
    expect(shown.html).toContain(sara.person)
    expect(shown.html).not.toContain(world.people.lone.person)
    expect((await birthe.post(urls.helper(), { helper: world.people.lone.person })).status).toBe(404)
  })
})

describe('what is typed wrong', () => {
  test('is said at the field it is about, and what was right is still there', async () => {
    const slip = await printed(hanne, sara)
    const browser = newBrowser(world)
    const easy = await spend(browser, slip, '123456')
    expect([easy.status, wordsOf(easy)]).toEqual([422, expect.stringContaining('Den er for let at gætte')])
    expect(easy.html).toContain(slip.code)
    expect(easy.html).not.toContain('123456"')
    expect(wordsOf(await spend(browser, slip, goodPin, '482914'))).toContain('De to er ikke ens')
    expect(wordsOf(await spend(browser, slip, '12ab'))).toContain('Skriv 6 til 8 tal')
    expect(wordsOf(await spend(browser, { ...slip, code: 'AAAA-AAAA-AAAA' }))).toContain('passer ikke sammen')
    expect((await spend(browser, slip)).path).toBe(urls.home())
  })

  test.each([
    ['111111', 'too-easy'],
    ['12345678', 'too-easy'],
    ['987654', 'too-easy'],
    ['121212', 'too-easy'],
    ['123123', 'too-easy'],
    ['4711471', 'too-easy'],
    ['12345', 'not-figures'],
    ['123456789', 'not-figures'],
    ['٣٢٥٤٦٧', 'not-figures'],
    ['903172', undefined],
  ])('a PIN of %s is %s', (pin, fault) => {
    expect(pinFault(pin, pin, '4711')).toBe(fault)
  })
})
