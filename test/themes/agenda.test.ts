import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import { answer } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { acknowledge, haveThemes } from './concept.ts'

// What the two have told each other becomes the talk: its first topics, its joint text, its record.

let world: World
let id: string
beforeAll(async () => {
  world = await openWorld()
  await haveThemes(world, 'indledning', { acknowledge })
  id = await agreed(world)
  await tell(await world.as('lone'), ['Garderoben', 'Vikarer', 'Uglen'], 'At blive hørt')
  await world.moveTo(new Date('2026-04-14T10:00:00Z'))
  await tell(await world.as('anders'), ['Makkerskab'], '')
})
afterAll(() => world.close())

async function tell(visitor: Visitor, themes: readonly string[], hope: string) {
  const step = urls.step({ id, step: 'indledning' })
  const fields = (version: string) => ({
    ...answer('q1', '', ''),
    ...answer('q2', '', ''),
    ...answer('hope', hope, '', version),
    ...answer('acknowledge', 'Stuen er faldet til ro', '', version),
  })
  for (const [at, words] of themes.entries())
    await visitor.post(step, { do: 'theme.own', 'theme.words': words, ...fields(at === 0 ? '0' : '1') })
  await visitor.post(step, { do: 'themes.send', 'theme.words': '', ...fields('1') })
}

/** While `work` is done Lone's themes cannot be read. */
async function unseen(work: () => Promise<void>) {
  const { superuser, people } = world
  const { rows } = await superuser.query('delete from sent_themes where author_id = $1 returning *', [
    people.lone.person,
  ])
  await work()
  for (const row of rows) {
    const columns = Object.keys(row)
    await superuser.query(
      `insert into sent_themes (${columns.join()}) values (${columns.map((_, at) => `$${at + 1}`).join()})`,
      Object.values(row),
    )
  }
}

describe('before the talk begins', () => {
  test('S0-47 S0-49 both hopes stand side by side, and the first two themes of each, the led person’s first', async () => {
    const said = wordsOf(await (await world.as('anders')).get(urls.talk({ id })))
    expect(said).toMatch(/Det håber I hver især Lone At blive hørt Anders Anders har ikke sendt noget her/)
    expect(said).toMatch(
      /Det tager I først Garderoben Lone Vikarer Lone Makkerskab Anders Hvis der er tid Uglen Lone/,
    )
  })

  test('S0-46 themes that came on the day are told as such', async () => {
    const said = wordsOf(await (await world.as('lone')).get(urls.talk({ id })))
    expect(said).toContain('Temaerne fra Anders kom først i dag.')
    expect(said).not.toContain('Temaerne fra Lone kom')
  })
})

describe('in the talk', () => {
  test('S0-54 it can be held with themes alone: they are topics, and what is agreed on them is in the record', async () => {
    const [lone, anders] = [await world.as('lone'), await world.as('anders')]
    const begun = await lone.post(urls.talk({ id }), {})
    const slug = /t-[0-9a-f]{16}/.exec(begun.html)?.[0] ?? ''
    const first = await lone.get(urls.topic({ id, step: slug }))
    expect(slug).toMatch(/^t-[0-9a-f]{16}$/)
    expect(wordsOf(first)).toMatch(/Emne 1 af 4 Garderoben Lone vil gerne tale om det/)
    const events = await world.superuser.query('select what from event where conversation_id = $1', [id])
    expect(events.rows.map(({ what }) => what)).toContain('frame-agreed')
    const here = urls.topic({ id, step: slug })
    const text = { [`${slug}.text`]: 'Vi prøver to hold i garderoben', do: 'next' }
    const next = await lone.post(here, filled(await lone.get(here), text))
    expect(wordsOf(next)).toContain('Emne 2 af 4 Vikarer')
    const course = wordsOf(await anders.get(urls.talk({ id })))
    expect(course).toMatch(
      /Garderoben Skrevet ned Vikarer Intet skrevet Makkerskab .*Uglen .*Resten af skemaet/,
    )
    const plan = wordsOf(await lone.get(urls.planDraft({ id })))
    expect(plan).toContain('Vi prøver to hold i garderoben')
  })

  test('themes can neither be changed nor taken back once it has begun', async () => {
    const lone = await world.as('lone')
    await lone.post(urls.step({ id, step: 'indledning' }), {
      do: 'themes.back',
      'theme.words': 'Nyt',
      ...answer('q1', '', '', '1'),
      ...answer('q2', '', '', '1'),
      ...answer('hope', 'At blive hørt', '', '1'),
    })
    const said = wordsOf(await lone.get(urls.preparation({ id })))
    expect(said).toContain('Garderoben')
    expect(said).not.toContain('Nyt')
    expect(wordsOf(await lone.get(urls.talk({ id })))).toContain('Garderoben')
  })

  test('the record has the themes above the form, without a number, and what is agreed on one nobody can read any more', async () => {
    const [lone, anders] = [await world.as('lone'), await world.as('anders')]
    await lone.post(urls.points({ id }), filled(await lone.get(urls.planDraft({ id }))))
    const plan = await lone.get(urls.planDraft({ id }))
    const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
    await lone.post(urls.planDraft({ id }), filled(plan, { [`${point}.what`]: 'Garderoben' }))
    await lone.post(urls.ending({ id }), { do: 'hold' })
    await anders.post(urls.ending({ id }), { do: 'hold' })
    await unseen(async () => {
      expect(wordsOf(await anders.get(urls.freezing({ id })))).toMatch(
        /Temaer Makkerskab Intet skrevet. Et tema, I talte om Vi prøver to hold i garderoben/,
      )
      const blind = await anders.post(urls.freezing({ id }), { gaps: 'seen' })
      expect(wordsOf(blind)).toMatch(/Et tema, I talte om Vi prøver to hold i garderoben/)
      await anders.post(urls.correction({ id }), { version: '1' })
    })
    const frozen = await anders.post(urls.freezing({ id }), { gaps: 'seen' })
    expect(wordsOf(frozen)).not.toContain('Et tema, I talte om')
    expect(wordsOf(frozen)).toMatch(/Temaer Garderoben Vi prøver to hold i garderoben/)
    expect(wordsOf(frozen)).not.toContain('0. Garderoben')
  })

  test('M18 in one’s own file the themes and what stands beside the questions are told by their words', async () => {
    const said = async (name: 'lone' | 'anders') => {
      const response = await (await world.as(name)).postOnly(urls.ownData(), {})
      return wordsOf({ html: await response.text() })
    }
    expect(await said('lone')).toContain('Garderoben Vi prøver to hold i garderoben')
    const host = await said('anders')
    expect(host).toContain('Hvad vil du anerkende? Stuen er faldet til ro')
    expect(host).not.toMatch(/acknowledge|t-[0-9a-f]{16}/)
  })
})
