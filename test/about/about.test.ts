import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withNamesInFull } from '../../src/pages/in-full.ts'
import { urls } from '../../src/urls.ts'
import { gentofteForm } from '../concept/gentofte-2016.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// »Om samtalerne« under the concept of Gentofte Børnevenner, and the abbreviations wherever one meets them.

let world: GentofteWorld
let sara: Visitor
let id: string
let lus: string
beforeAll(async () => {
  world = await openGentofte()
  sara = await world.as('sara')
  id = await gentofteTalk(world, 'sara')
  lus = await gentofteTalk(world, 'mette')
})
afterAll(() => world.close())

describe('S0-01 the page on the talks', () => {
  test('has the mark, the definitions, the purposes, and material for before and during', async () => {
    const words = wordsOf(await sara.get(urls.about()))
    expect(words).toContain('Et liv i børnenes spor – altid et skridt foran')
    for (const kind of ['mus', 'lus', 'grus'] as const) {
      const { definition, purpose } = gentofteForm(kind)
      expect(words).toContain(definition?.da)
      for (const part of purpose.parts)
        expect(words).toContain('text' in part ? part.text.da : part.list[0]?.da)
    }
    const [before = '', during = ''] = words.split('Under samtalen')
    expect(before).toMatch(
      /Det kan du bruge før Samtaleskema til forberedelse af MUS \(kan også bruges til GRUS\)/,
    )
    expect(during).toContain('Det kan I bruge under Guide til samtalen')
  })

  test('S0-21 tells of each tool what it is, when it is used and how long it takes', async () => {
    expect(wordsOf(await sara.get(urls.about()))).toContain(
      'Temaer Du vælger temaer eller skriver dine egne. Den anden kan se dem, når du sender dem. Nogle dage inden samtalen. Ca. 3 minutter.',
    )
  })

  test('what all kinds share stands once, and what is asked of each stands by kind and role', async () => {
    const words = wordsOf(await sara.get(urls.about()))
    expect(words.split('At aftale en udviklingsplan')).toHaveLength(2)
    expect(words).toContain('MUS og GRUS: medarbejder Før samtalen Forberede sig ved hjælp af samtaleskema')
    expect(words).toContain('LUS: bestyrelsesformand Før samtalen Bestyrelsesformanden og lederen skal forud')
  })

  test('D2 S0-05 says which version this is, and that the questions are a draft', async () => {
    const words = wordsOf(await sara.get(urls.about()))
    expect(words).toContain('Gentofte Børnevenner MUS, LUS og GRUS 2016, udgave 1.')
    expect(words).toContain('Spørgsmålene er et udkast til koncept.')
  })

  test('is one click from every page of somebody signed in', async () => {
    const grethe = await world.as('grethe')
    const pages = [
      urls.home(),
      urls.hosted(),
      urls.whoSees(),
      urls.planning({ post: world.people.mette.post }),
      ...[urls.conversation, urls.invitation, urls.preparation, urls.sharing, urls.talk].map(of =>
        of({ id: lus }),
      ),
      urls.step({ id: lus, step: 'kort' }),
    ]
    for (const path of pages) expect((await grethe.get(path)).html, path).toContain(`href="${urls.about()}"`)
  })
})

describe('S0-06 an abbreviation says in full what it is where it is first met', () => {
  test('on every page of a MUS, in the reader’s language', async () => {
    const pages = [urls.home(), ...[urls.conversation, urls.invitation].map(of => of({ id }))]
    for (const path of pages) {
      const words = wordsOf(await sara.get(path))
      expect(words.slice(0, words.search(/\bMUS\b/) + 120), path).toMatch(/medarbejderudviklingssamtale/i)
    }
    await sara.post(urls.language(), { language: 'en' })
    expect(wordsOf(await sara.get(urls.conversation({ id })))).toContain('MUS: employee development talk')
    await sara.post(urls.language(), { language: 'da' })
  })

  test.each([
    [
      '<main><h1>MUS med Mette</h1></main>',
      '</h1><p class="in-full">MUS:\u00A0medarbejderudviklingssamtale</p></main>',
    ],
    ['<main><p>LUS</p></main>', '<main><p class="in-full">LUS:\u00A0lederudviklingssamtale</p><p>'],
    [
      '<main><h1>MUS eller GRUS</h1></main>',
      '<p class="in-full">MUS:\u00A0medarbejderudviklingssamtale, GRUS:\u00A0gruppeudviklingssamtale</p>',
    ],
    [
      '<main><h1>Din MUS</h1><details class="fold"><summary></summary><div class="fold-body flow">LUS</div></details>',
      '</h1><p class="in-full">MUS:\u00A0medarbejderudviklingssamtale</p><details class="fold"><summary></summary><div class="fold-body flow"><p class="in-full">LUS:\u00A0lederudviklingssamtale</p>LUS',
    ],
  ])('%s', (html, shown) => {
    expect(withNamesInFull(html, 'da')).toContain(shown)
  })

  test.each([
    ['<title>MUS</title><main><h1>Forberedelse</h1></main>'],
    ['<main><h1>Velkommen til <b>leder</b> udviklingssamtale (LUS)</h1></main>'],
    ['<main><h1>Medarbejderudviklingssamtale</h1><p>Din MUS</p></main>'],
    ['<main><h1 data-kind="MUS">MUSIK</h1></main>'],
  ])('a page that says it already, or uses none, stays as it is: %s', html => {
    expect(withNamesInFull(html, 'da')).toBe(html)
  })
})
