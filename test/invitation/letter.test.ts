import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { lusForm } from '../concept/lus-2019.ts'
import { openWorld, type World } from '../world/people.ts'
import { invited } from '../world/thread.ts'
import { type Shown, wordsOf } from '../world/visitor.ts'

let world: World
let id: string
let letter: Shown
beforeAll(async () => {
  world = await openWorld()
  id = await invited(world, {
    greeting: 'Jeg glæder mig til at høre om Kløvervangen.\n\nTag endelig tallene med.',
  })
  letter = await (await world.as('lone')).get(urls.invitation({ id }))
})
afterAll(() => world.close())

/** The letter itself, from its date to the title under the name, without the way past it. */
const sheet = ({ html }: Shown) => {
  const letter = /<article class="letter"[\s\S]*?<\/article>/.exec(html)?.[0] ?? ''
  return wordsOf({ html: letter.replace(/<p class="letter-jump">[\s\S]*?<\/p>/, '') })
}

describe('the letter', () => {
  test('S3-02 opens with the welcome, word for word, and spells out what LUS is', () => {
    expect(sheet(letter)).toMatch(
      /^Den 2\. april 2026 Kære Lone Velkommen til leder udviklingssamtale \(LUS\) Du er hermed inviteret til LUS\. LUS er en samtale mellem leder og lederens leder, hvor fokus er på udvikling af lederens kompetencer\./,
    )
  })

  test('S3-04 names the eight topics in order, in the source’s own words and case, and then the rest', () => {
    expect(sheet(letter)).toContain(
      'Emnerne der skal tales om er: Generel trivsel, Strategi, Effekt, Kurs, Relationer, Samarbejde, Kommunikation og Selvledelse. I taler også om løn, kompetencer og andre emner.',
    )
  })

  test('S3-09 is signed by the host’s real name, with the host’s own lines above it', () => {
    expect(sheet(letter)).toMatch(
      /Jeg glæder mig til at høre om Kløvervangen\. Tag endelig tallene med\. Venlig hilsen Anders Kjær Din leder, Lyngsø Kommune$/,
    )
  })

  test('S3-11 unfolds the purpose as the concept writes it, every word', () => {
    const { purpose } = lusForm()
    const unfolded = wordsOf({
      html: /<details class="fold">[\s\S]*?<\/details>/.exec(letter.html)?.[0] ?? '',
    })
    const written = purpose.parts.flatMap(part =>
      'text' in part ? [part.text.da] : part.list.map(item => item.da),
    )
    expect(unfolded).toBe([purpose.title.da, ...written].join(' '))
    expect(unfolded).toContain('hvordan lederen udfører sine opgaver og indfrier organisationens behov')
  })

  test('says in English what it says in Danish, topic by topic, and leaves the host’s lines as they are', async () => {
    const lone = await world.as('lone')
    lone.cookies.set('__Host-medspil-language', 'en')
    const said = sheet(await lone.get(urls.invitation({ id })))
    expect(said).toContain('Dear Lone Welcome to your leader development talk (LUS)')
    expect(said).toContain(
      'General wellbeing, Strategy, Effect, Direction, Relations, Cooperation, Communication and Self-leadership.',
    )
    expect(said).toContain('Tag endelig tallene med.')
  })

  test('is read by the host before it is sent, paragraph by paragraph as it will go', async () => {
    const planned = await (await world.as('anders')).get(urls.planning({ post: world.people.karim.post }))
    const sent = [...letter.html.matchAll(/<p(?: class="letter-lead")?>([^<]*)<\/p>/g)].map(
      ([, text]) => text,
    )
    const body = sent.slice(0, sent.indexOf('Jeg glæder mig til at høre om Kløvervangen.'))
    expect(body.length).toBeGreaterThan(5)
    for (const paragraph of body) expect(planned.html).toContain(`<p>${paragraph}</p>`)
    expect(wordsOf(planned)).toContain('Kære Karim')
  })

  test('the host reads the same letter', async () => {
    const anders = await world.as('anders')
    expect(sheet(await anders.get(urls.invitation({ id })))).toBe(sheet(letter))
  })

  test('nobody else finds it, signed in or not', async () => {
    for (const name of ['karim', 'birthe', 'eva'] as const)
      expect((await (await world.as(name)).get(urls.invitation({ id }))).status).toBe(404)
    expect((await (await world.as('lone')).get(urls.invitation({ id: 'ikke-et-id' }))).status).toBe(404)
  })
})

test('S3-12 a yearly LUS is not declined: no page offers it, and the address of those that are changes nothing', async () => {
  const { decline, yearly } = lusForm()
  expect({ decline, yearly }).toEqual({ decline: false, yearly: true })
  const lone = await world.as('lone')
  for (const path of [urls.home(), urls.conversation({ id }), urls.invitation({ id })]) {
    const said = wordsOf(await lone.get(path))
    expect(said).not.toMatch(/afslå|afvis|takke? nej|sig nej|fravælg|decline/i)
  }
  expect(wordsOf(letter)).toContain('Bed om andre tider')
  expect((await lone.get(urls.declining({ id }))).path).toBe(urls.conversation({ id }))
  expect((await lone.post(urls.declining({ id }), {})).path).toBe(urls.conversation({ id }))
  const { rows } = await world.superuser.query('select status from conversation where id = $1', [id])
  expect(rows).toEqual([{ status: 'invited' }])
})
