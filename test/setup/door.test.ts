import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tokenHash } from '../../src/trust/codes.ts'
import { urls } from '../../src/urls.ts'
import { type House, openHouse } from '../world/house.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'
import { countRows, emptyHouse, example, filled, make, nothing, openedDoor, printedCode } from './door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

describe('the first visit', () => {
  test('has two doors while nobody has set up anything; then Min side asks who one is', async () => {
    const stranger = createVisitor(house)
    const first = await stranger.get(urls.home())
    expect([first.status, first.path]).toEqual([200, urls.home()])
    expect(wordsOf(first)).toMatch(/Prøv med eksempler .* npm start -- --demo Opret jeres organisation/)
    expect(first.html).toContain(`href="${urls.setup()}"`)
    await make(await openedDoor(house))
    expect((await stranger.get(urls.home())).path).toBe(urls.signIn())
  })
})

describe('the code opens the door', () => {
  test('a printed code has 128 bits in groups, and only its hash is kept', async () => {
    const code = await printedCode(house)
    expect(code).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/)
    const { rows } = await house.superuser.query('select code_hash, used_at from setup_code')
    expect(rows).toEqual([{ code_hash: Buffer.from(tokenHash(code.replaceAll('-', ''))), used_at: null }])
  })

  test('without it there is the form for it and nothing else, and once an organisation is there not even that', async () => {
    const shown = async () => {
      const stranger = createVisitor(house)
      const [setup, made] = [await stranger.get(urls.setup()), await stranger.get(urls.setupOrganisation())]
      expect(made.html).toBe(setup.html)
      expect((await stranger.get(urls.setupExample())).status).toBe(404)
      expect((await stranger.post(urls.setupPreview(), { ...filled, rows: example })).html).toBe(setup.html)
      expect((await make(stranger)).html).toBe(setup.html)
      return setup
    }
    const before = await shown()
    expect(wordsOf(before)).toContain('Kode fra terminalen')
    expect(before.html).not.toContain('name="rows"')
    expect(await countRows(house)).toEqual(nothing)
    await make(await openedDoor(house))
    const after = await shown()
    expect(wordsOf(after)).toContain('Organisationen er oprettet')
    expect(after.html).not.toContain('/opret')
  })

  test('it may be typed with spaces and capitals, and works once', async () => {
    const code = await printedCode(house)
    const visitor = createVisitor(house)
    const typed = { code: ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} ` }
    expect(wordsOf(await visitor.post(urls.setupCode(), typed))).toContain('Opret jeres organisation')
    const another = createVisitor(house)
    const refused = await another.post(urls.setupCode(), typed)
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Koden passer ikke. Se efter i terminalen, og skriv den igen.')
    expect(refused.html).not.toContain(code.slice(0, 9))
    expect(wordsOf(await another.get(urls.setup()))).toContain('Kode fra terminalen')
  })

  test('two browsers at once: one gets in', async () => {
    const code = await printedCode(house)
    const visitors = [1, 2, 3, 4].map(() => createVisitor(house))
    const answers = await Promise.all(visitors.map(each => each.post(urls.setupCode(), { code })))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422, 422, 422])
  })

  test('a new start ends the code nobody used, and a setup under way goes on', async () => {
    const underWay = await openedDoor(house)
    const [old, fresh] = [await printedCode(house), await printedCode(house)]
    expect((await createVisitor(house).post(urls.setupCode(), { code: old })).status).toBe(422)
    expect((await createVisitor(house).post(urls.setupCode(), { code: fresh })).status).toBe(200)
    expect(wordsOf(await underWay.get(urls.setup()))).toContain('Opret jeres organisation')
  })

  test('after 24 hours neither the code nor the setup it opened works', async () => {
    const start = house.deps.clock.now()
    const visitor = await openedDoor(house)
    const code = await printedCode(house)
    await house.moveTo(new Date(start.getTime() + 24 * 3_600_000 + 60_000))
    expect((await createVisitor(house).post(urls.setupCode(), { code })).status).toBe(422)
    expect(wordsOf(await visitor.get(urls.setup()))).toContain('Kode fra terminalen')
    expect(wordsOf(await make(visitor))).toContain('Kode fra terminalen')
    expect(await countRows(house)).toEqual(nothing)
    await house.moveTo(start)
  })
})
