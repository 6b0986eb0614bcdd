import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// Screen 13: Mette is to hold the MUS of three, and prepares one page for each.

let world: GentofteWorld
let ids: { sara: string; amal: string; jonas: string }
let mette: Visitor
beforeAll(async () => {
  world = await openGentofte()
  const sara = await gentofteTalk(world, 'sara')
  const amal = await gentofteTalk(world, 'amal', { 'day-1': '2026-04-15', 'day-2': '2026-04-17' })
  const jonas = await gentofteTalk(world, 'jonas', { 'day-1': '2026-04-20', 'day-2': '2026-04-21' })
  ids = { sara, amal, jonas }
  mette = await world.as('mette')
})
afterAll(() => world.close())

const queue = async () => wordsOf(await mette.get(urls.queue()))
const fieldsOf = ({ html }: { html: string }) => [
  ...html.matchAll(/<textarea[^>]*name="([^"]+)"|<input type="text"[^>]*name="([^"]+)"/g),
]

describe('the queue', () => {
  test('has one row for each, the nearest first, and one next step', async () => {
    const said = await queue()
    expect(said).toMatch(/Forbered samtalen med Sara .*Sara Lund Eskildsen .*Amal Haddad .*Jonas Brink/)
    expect(said.match(/Ikke sendt endnu/g)).toHaveLength(3)
    for (const page of [said, wordsOf(await mette.get(urls.hosted()))])
      expect(
        page
          .split('Børnehuset Solstrålen')
          .join('')
          .match(/Solstrålen/g),
      ).toHaveLength(1)
  })

  test('M7 each is prepared on one page with three fields; what the person is asked is folded', async () => {
    const page = await mette.get(urls.preparation({ id: ids.sara }))
    const open = page.html.replaceAll(/<details[\s\S]*?<\/details>/g, '')
    expect(fieldsOf({ html: open }).length).toBeLessThanOrEqual(3)
    expect(wordsOf(page)).toContain(
      'Forbered samtalen med Sara Lund Eskildsen Temaer, håb og anerkendelse er nok.',
    )
    expect(wordsOf(page)).toContain('Hvad vil du gerne anerkende?')
    expect(wordsOf(page)).toContain('Forbered samtalen med Amal Haddad')
  })

  test('what the host wants to acknowledge is never the other’s to read, also when all is shared', async () => {
    const step = urls.step({ id: ids.sara, step: 'kort' })
    const { html } = await mette.get(urls.preparation({ id: ids.sara }))
    const names = [...html.matchAll(/name="((?:q\d+|hope|acknowledge)\.[a-z]+)"/g)].map(
      ([, name = '']) => name,
    )
    const empty = Object.fromEntries(names.map(name => [name, name.endsWith('.version') ? '0' : '']))
    const written = { ...empty, 'q1.keywords': 'Garderoben', 'acknowledge.keywords': 'Roen om morgenen' }
    const preview = await mette.post(step, { ...written, do: 'look', 'theme.words': '' })
    expect(wordsOf(preview)).toContain('Garderoben')
    expect(wordsOf(preview)).not.toContain('Roen om morgenen')
  })
})

describe('S0-46 the same themes to several', () => {
  test('are sent to those chosen and to nobody else', async () => {
    const fields = { 'chip.ro': 'yes', words: 'Den nye stue' }
    const sent = await mette.post(urls.queue(), {
      ...fields,
      [`to.${ids.sara}`]: 'yes',
      [`to.${ids.amal}`]: 'yes',
    })
    expect(wordsOf(sent)).toContain('Temaerne er sendt til to.')
    // The address is anybody's to write; the number is not.
    expect(wordsOf(await mette.get(`${urls.queue()}?sendt=999`))).toContain('Temaerne er sendt til to.')
    expect((await queue()).match(/Du er klar/g)).toHaveLength(2)
    const read = async (name: 'sara' | 'amal' | 'jonas') =>
      wordsOf(await (await world.as(name)).get(urls.preparation({ id: ids[name] })))
    expect(await read('sara')).toMatch(/Mette vil gerne tale om Ro .*Den nye stue/)
    expect(await read('amal')).toContain('Den nye stue')
    expect(await read('jonas')).not.toContain('Den nye stue')
  })

  test('a draft, a hope not sent and a theme taken back stay with their writer', async () => {
    const { html } = await mette.get(urls.preparation({ id: ids.jonas }))
    const version = (name: string) =>
      new RegExp(`name="${name}\\.version" value="(\\d+)"`).exec(html)?.[1] ?? '0'
    const names = [...html.matchAll(/name="((?:q\d+|hope|acknowledge))\.version"/g)].map(
      ([, name = '']) => name,
    )
    const fields = Object.fromEntries(
      names.flatMap(name => [
        [`${name}.keywords`, name === 'hope' ? 'Et håb for mig selv' : ''],
        [`${name}.note`, ''],
        [`${name}.version`, version(name)],
      ]),
    )
    const step = urls.step({ id: ids.jonas, step: 'kort' })
    await mette.post(step, { ...fields, do: 'theme.own', 'theme.words': 'Kun en kladde' })
    await mette.post(urls.queue(), { 'chip.leg': 'yes', words: '', [`to.${ids.jonas}`]: 'yes' })
    const read = wordsOf(await (await world.as('jonas')).get(urls.preparation({ id: ids.jonas })))
    expect(read).toContain('Mette vil gerne tale om Leg')
    expect(read).not.toContain('Kun en kladde')
    expect(read).not.toContain('Et håb for mig selv')
    const own = wordsOf(await mette.get(urls.preparation({ id: ids.jonas })))
    expect(own).toMatch(/1 Kun en kladde .*2 Leg/)
  })

  test.each([
    ['nobody', { 'chip.ro': 'yes', words: '' }, 'mindst én person'],
    ['no theme', { words: '', to: 'sara' }, 'mindst ét tema'],
    ['a theme too long', { words: 'æ'.repeat(81), to: 'sara' }, '80 tegn'],
  ])('%s chosen is told, with what was typed', async (_, { to, ...fields }: Record<string, string>, told) => {
    const answer = await mette.post(urls.queue(), { ...fields, ...(to && { [`to.${ids.jonas}`]: 'yes' }) })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(told)
    expect(answer.html).toContain(fields.words || 'name="words"')
  })

  test('another leader’s talk, or one’s own as participant, cannot be sent to', async () => {
    const lus = await gentofteTalk(world, 'mette')
    const answer = await mette.post(urls.queue(), { 'chip.ro': 'yes', words: '', [`to.${lus}`]: 'yes' })
    expect(answer.status).toBe(422)
    const sent = await world.superuser.query('select 1 from sent_themes where conversation_id = $1', [lus])
    expect(sent.rows).toEqual([])
  })
})

describe('the crib', () => {
  test('has the themes of both, and private notes only when one asks for them', async () => {
    const crib = urls.crib({ id: ids.sara })
    const plain = wordsOf(await mette.get(crib))
    expect(plain).toContain('Dine temaer Ro Den nye stue')
    expect(plain).toContain('Makulér sedlen efter samtalen.')
    expect(plain).not.toContain('Roen om morgenen')
    expect(wordsOf(await mette.get(`${crib}?noter=med`))).toContain('Vil du anerkende Roen om morgenen')
    const hers = wordsOf(await (await world.as('sara')).get(`${crib}?noter=med`))
    expect(hers).not.toContain('Roen om morgenen')
  })
})
