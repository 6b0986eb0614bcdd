// long because one world shows all that themes and a hope go through, from the first press until the other reads them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { cardOf } from '../times/rows.ts'
import { answer } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { haveThemes } from './concept.ts'

let world: World
let id: string
let lone: Visitor
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
  await haveThemes(world)
  lone = await world.as('lone')
  anders = await world.as('anders')
})
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  id = await agreed(world)
})
afterAll(() => world.close())

const page = async (visitor: Visitor) => wordsOf(await visitor.get(urls.preparation({ id })))
const fields = (change: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    ['q1', 'q2', 'hope'].flatMap(each => [
      [`${each}.keywords`, ''],
      [`${each}.note`, ''],
      [`${each}.version`, '0'],
    ]),
  ),
  'theme.words': '',
  ...change,
})
const press = (visitor: Visitor, act: string, change: Record<string, string> = {}) =>
  visitor.post(urls.step({ id, step: 'indledning' }), fields({ do: act, ...change }))
const idOf = async (visitor: Visitor, word: string) => {
  const { html } = await visitor.get(urls.preparation({ id }))
  const chip = html.split('<li>').find(each => each.includes(`</span>${word}</summary>`)) ?? ''
  return /theme\.remove\.(t-[0-9a-f]+)/.exec(chip)?.[1] ?? ''
}

describe('S0-41 the short preparation', () => {
  test('asks two questions first, and folds the whole form', async () => {
    const said = await page(lone)
    expect(said).toContain('Start med to spørgsmål. Resten er valgfrit.')
    expect(said).toContain('Vis hele skemaet Otte korte afsnit')
    const back = await lone.get(urls.step({ id, step: 'indledning' }))
    expect(wordsOf(back)).toContain('Vis hele skemaet')
  })

  test('its button saves what is written and shows what the other can see', async () => {
    const preview = await press(lone, 'look', { 'q1.keywords': 'Når det lykkes' })
    expect(wordsOf(preview)).toContain('Når det lykkes')
    expect(wordsOf(preview)).toContain('Sådan ser det ud hos Anders')
    expect(wordsOf(preview)).not.toContain('Hvad håber du')
  })
})

test('S0-41 whoever was in the whole form finds the way back there, and nobody else', async () => {
  const there = urls.step({ id, step: 'strategi' })
  await press(lone, 'save', { 'q1.keywords': 'På den korte side' })
  expect(await page(lone)).not.toContain('hvor du slap')
  await lone.post(there, { ...answer('q3', 'I det hele', ''), ...answer('q4', '', ''), do: 'save' })
  const shown = await (await world.as('lone')).get(urls.preparation({ id }))
  expect(wordsOf(shown)).toContain('Fortsæt, hvor du slap: Strategi')
  expect(wordsOf(shown)).toContain('Strategi To spørgsmål I gang')
  expect(shown.html.indexOf(`href="${there}"`)).toBeLessThan(shown.html.indexOf('<details'))
})

describe('»Jeg vil hellere tale end skrive«', () => {
  const card = async () => cardOf(await lone.get(urls.home()))

  test('is enough to be ready, and asks for nothing more; the other is told nothing of it', async () => {
    expect(wordsOf(await press(lone, 'talk'))).toMatch(/Du er klar .*Din forberedelse Klar/)
    expect(await card()).toBe('Du er klar')
    expect(await page(lone)).toContain('Du vil hellere tale end skrive. Du kan stadig skrive')
    expect(wordsOf(await anders.get(urls.conversation({ id })))).toContain('Lone har ikke delt noget endnu')
  })

  test('what is written after all, or along with it, is there, and Del is the next step', async () => {
    await press(lone, 'talk', { 'q1.keywords': 'Skrevet alligevel', 'hope.keywords': 'At blive hørt' })
    expect(await page(lone)).toContain('Skrevet alligevel')
    expect(await page(lone)).not.toContain('Du kan stadig skrive')
    expect(await card()).not.toBe('Du er klar')
  })
})

describe('S0-42 themes', () => {
  test('are chosen by pressing, in the order pressed, and what is typed meanwhile is saved', async () => {
    await press(lone, 'theme.add.leg', { 'q1.keywords': 'Skrevet undervejs' })
    await press(lone, 'theme.own', {
      'q1.keywords': 'Skrevet undervejs',
      'q1.version': '1',
      'theme.words': 'Garderoben',
    })
    const said = await page(lone)
    expect(said).toMatch(/1 Leg og natur .*2 Garderoben .*Ro Omsorg/)
    expect(said).toContain('Skrevet undervejs')
    await press(lone, `theme.forward.${await idOf(lone, 'Garderoben')}`, {
      'q1.keywords': 'Skrevet undervejs',
      'q1.version': '1',
    })
    expect(await page(lone)).toMatch(/1 Garderoben .*2 Leg og natur/)
    await press(lone, `theme.remove.${await idOf(lone, 'Garderoben')}`, {
      'q1.keywords': 'Skrevet undervejs',
      'q1.version': '1',
    })
    expect(await page(lone)).not.toContain('Garderoben')
  })

  test('a word typed and not added goes along with another button', async () => {
    await press(lone, 'look', { 'theme.words': 'Vikardækning' })
    expect(await page(lone)).toContain('1 Vikardækning')
  })

  test('one that is too long is told, and stands as it was typed', async () => {
    const long = 'æ'.repeat(81)
    const answer = await press(lone, 'theme.own', { 'theme.words': long })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(long)
    expect(wordsOf(answer)).toContain('Et tema må fylde 80 tegn')
  })

  test('nobody else reads one before it is sent; then the other does while the answers stay unshared', async () => {
    await press(lone, 'theme.add.omsorg', {
      'q1.keywords': 'Et svar for mig selv',
      'hope.keywords': 'At blive hørt',
    })
    expect(await page(anders)).toContain('Lone har ikke valgt temaer endnu.')
    const kept = {
      'q1.keywords': 'Et svar for mig selv',
      'q1.version': '1',
      'hope.keywords': 'At blive hørt',
      'hope.version': '1',
    }
    await press(lone, 'themes.send', kept)
    const read = await page(anders)
    expect(read).toContain('Lone vil gerne tale om Omsorg')
    expect(read).toContain('Lone håber: At blive hørt')
    expect(read).not.toContain('Et svar for mig selv')
    expect(await page(lone)).toMatch(
      /Temaer Anders kan se dit tema og dit håb\. Sendt .*Tag mine temaer og mit håb tilbage/,
    )
    expect(await page(lone)).toContain('Anders kan se dit tema og dit håb, men ikke dine svar.')
  })

  test('T25 every page says what the other has of them, and when what goes; nothing is called unseen that is seen', async () => {
    const pages = async () => {
      const section = wordsOf(await lone.get(urls.step({ id, step: 'strategi' })))
      return [await page(lone), section]
    }
    for (const said of await pages()) expect(said).toContain('Anders kan ikke se noget endnu.')
    await press(lone, 'theme.add.omsorg', { 'hope.keywords': 'At blive hørt' })
    await press(lone, 'themes.send', { 'hope.keywords': 'At blive hørt', 'hope.version': '1' })
    for (const said of await pages()) {
      expect(said).toContain(
        'Anders kan se dit tema og dit håb, men ikke dine svar. ' +
          'Det, du har sendt: slettes senest 24 måneder efter, at samtalen er lukket ' +
          'Resten: slettes 30 dage efter, at samtalen er lukket',
      )
      expect(said).not.toContain('Anders kan ikke se noget endnu.')
    }
  })

  test('a change after sending is seen when it is sent again, and all of it can be taken back', async () => {
    await press(lone, 'theme.add.omsorg')
    await press(lone, 'themes.send')
    await press(lone, 'theme.add.ro')
    expect(await page(anders)).toContain('Lone vil gerne tale om Omsorg Lone kan')
    expect(await page(lone)).toContain('Du har ændret noget, siden du sendte.')
    await press(lone, 'themes.send')
    expect(await page(anders)).toContain('Lone vil gerne tale om Omsorg Ro')
    await press(lone, 'themes.back')
    expect(await page(anders)).toContain('Lone har ikke valgt temaer endnu.')
  })

  test('that the leader read them is told to their writer, with the day', async () => {
    await press(lone, 'theme.add.omsorg')
    await press(lone, 'themes.send')
    await page(anders)
    const { rows } = await world.superuser.query(
      `select what from reading where conversation_id = $1 and reader_id = $2`,
      [id, world.people.anders.person],
    )
    expect(rows).toEqual([{ what: 'themes' }])
  })
})

describe('S0-47 a hope alone', () => {
  test('has its button from the first, is sent without a theme, and is called what it is', async () => {
    expect(await page(lone)).toContain('Send temaer eller håb til Anders')
    const nothing = await press(lone, 'themes.send')
    expect(nothing.status).toBe(422)
    expect(wordsOf(nothing)).toContain('Vælg et tema, eller skriv, hvad du håber.')
    await press(anders, 'save', { 'hope.keywords': 'At lytte' })
    expect(await page(anders)).toContain('Send dit håb til Lone')
    const sent = await press(lone, 'themes.send', { 'hope.keywords': 'At blive hørt' })
    expect(wordsOf(sent)).toMatch(/Temaer Anders kan se dit håb\. Sendt .*Tag mit håb tilbage/)
    expect(wordsOf(sent)).toContain('Anders kan se dit håb, men ikke dine svar.')
    expect(await page(anders)).toContain('Lone håber: At blive hørt')
    expect(wordsOf(await anders.get(urls.talk({ id })))).toContain('Lone har sendt et håb.')
  })
})

describe('T10 what the other can see holds the themes and the hope', () => {
  const look = async () => wordsOf(await lone.get(urls.sharing({ id })))
  const written = { 'q1.keywords': 'Når det lykkes', 'hope.keywords': 'At blive hørt' }
  const again = { ...written, 'q1.version': '1', 'hope.version': '1' }
  /** Del, as the page just shown has it. */
  const share = async (fields: Record<string, string>, from = urls.sharing({ id })) => {
    const { html } = await lone.get(from)
    const version = /name="themes.version" value="([^"]*)"/.exec(html)?.[1] ?? ''
    return lone.post(urls.sharing({ id }), { 'themes.version': version, ...fields })
  }
  const answer = { 'share.q1': 'yes', 'q1.version': '1' }

  test('as it stands with the other once it is sent, and speaks of no Del where nothing can be shared', async () => {
    expect(await look()).toMatch(/Anders kan ikke se noget endnu\..*Du har ikke skrevet noget, der kan deles/)
    await press(lone, 'theme.add.omsorg', { 'hope.keywords': 'At blive hørt' })
    await press(lone, 'themes.send', { 'hope.keywords': 'At blive hørt', 'hope.version': '1' })
    const said = await look()
    expect(said).toContain('Det, du har sendt, kan Anders se nu. Der er ikke mere at dele.')
    expect(said).toMatch(
      /hos Anders Dit tema og dit håb Lone vil gerne tale om Omsorg Lone håber: At blive hørt/,
    )
    expect(said).not.toMatch(/trykker på Del|der kan deles|Til oversigten/)
  })

  test('S0-46 as a ticked row before they are sent, and one press sends exactly what was seen', async () => {
    await press(lone, 'theme.add.omsorg', written)
    const said = await look()
    expect(said).toMatch(/Dit tema og dit håb Lone vil gerne tale om Omsorg Lone håber: At blive hørt/)
    expect(said).toContain('Del dit tema, dit håb og ét svar med Anders')
    expect(await page(anders)).toContain('Lone har ikke valgt temaer endnu.')
    const { html } = await lone.get(urls.sharing({ id }))
    const old = /name="themes.version" value="([^"]*)"/.exec(html)?.[1] ?? ''
    await press(lone, 'theme.add.ro', again)
    const stale = await share({ do: 'share', 'share.themes': 'yes', ...answer, 'themes.version': old })
    expect(stale.status).toBe(422)
    expect(await page(anders)).not.toMatch(/Lone vil gerne tale om|Når det lykkes/)
    const done = await share({ do: 'share', 'share.themes': 'yes', ...answer })
    expect(wordsOf(done)).toMatch(/Så er du klar .*Anders kan nu se dit svar\. Du kan tage det tilbage/)
    expect(wordsOf(done)).toContain('Anders kan også se dine temaer og dit håb.')
    expect(await page(anders)).toContain('Lone vil gerne tale om Omsorg Ro')
  })

  test('unticked they stay, the receipt says so plainly, and one button sends them', async () => {
    await press(lone, 'theme.add.omsorg', written)
    const untick = await share({ do: 'look', ...answer })
    expect(wordsOf(untick)).toMatch(/Bliver hos dig Dit tema og dit håb/)
    const done = await share({ do: 'share', ...answer })
    expect(wordsOf(done)).toMatch(/Det er delt .*Dit tema og dit håb er ikke sendt\..*Send det til Anders/)
    expect(await page(anders)).toContain('Lone har ikke valgt temaer endnu.')
    const sent = await share({ do: 'themes', 'share.themes': 'yes' }, urls.shared({ id }))
    expect(wordsOf(sent)).toContain('Så er du klar')
    expect(await page(anders)).toMatch(/Lone vil gerne tale om Omsorg.*Lone har delt Når det lykkes/)
  })

  test('alone they can be shared from there, and what is chosen after Del is offered too', async () => {
    await press(lone, 'theme.add.omsorg', written)
    const done = await share({ do: 'share', 'share.themes': 'yes' })
    expect(wordsOf(done)).toContain('Anders kan nu se dit tema og dit håb. Dine svar er stadig kun dine.')
    expect(await page(anders)).not.toContain('Når det lykkes')
    await share({ do: 'share', ...answer })
    await press(lone, 'theme.add.ro', again)
    expect(await look()).toMatch(/læse nu .*tale om Omsorg .*Ikke sendt endnu .*tale om Omsorg Ro/)
    await share({ do: 'share', 'share.themes': 'yes', ...answer })
    expect(await page(anders)).toContain('Lone vil gerne tale om Omsorg Ro')
    expect(await look()).not.toContain('Ikke sendt endnu')
  })

  test('and to the other it is themes that came, where no answer did', async () => {
    const told = 'Lone har sendt temaer eller et håb. Læs det i din forberedelse'
    expect(wordsOf(await anders.get(urls.conversation({ id })))).toContain('Lone har ikke delt noget endnu')
    await press(lone, 'theme.add.omsorg')
    await press(lone, 'themes.send')
    const shown = wordsOf(await anders.get(urls.conversation({ id })))
    expect(shown).toContain(told)
    expect(shown).not.toContain('Lone har ikke delt noget endnu')
    const before = wordsOf(await anders.get(urls.talk({ id })))
    expect(before).toMatch(/Lone har sendt temaer\..*Anders har ikke delt noget endnu/)
    expect(before).not.toContain('Lone har ikke delt noget endnu')
  })
})

describe('a theme typed in one’s own words is not lost', () => {
  test('where another answer was written elsewhere, or is too long', async () => {
    await press(lone, 'save', { 'q1.keywords': 'Først' })
    const stale = await press(lone, 'theme.own', { 'q1.keywords': 'Siden', 'theme.words': 'Garderoben' })
    expect(stale.status).toBe(409)
    expect(stale.html).toMatch(
      /name="theme.words"[^>]*value="Garderoben"|value="Garderoben"[^>]*name="theme.words"/,
    )
    const long = await press(lone, 'theme.own', {
      'q2.keywords': 'å'.repeat(9000),
      'theme.words': 'Legepladsen',
    })
    expect(long.status).toBe(422)
    expect(long.html).toContain('value="Legepladsen"')
  })

  test('where the other has begun the talk meanwhile', async () => {
    await world.superuser.query('update conversation set begun_at = now() where id = $1', [id])
    const late = await press(lone, 'theme.own', { 'theme.words': 'Garderoben' })
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('Kopiér det, hvis du vil bruge det. Garderoben')
  })
})
