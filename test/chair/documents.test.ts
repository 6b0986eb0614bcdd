import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOld, judgeDocument } from '../../src/domain/documents.ts'
import { urls } from '../../src/urls.ts'
import { gentofteForm } from '../concept/gentofte-2016.ts'
import { type GentofteWorld, gentofteInvited, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// S0-57: four named slots for the papers of a LUS. Each opens in one press; an empty one stands in nobody's way.

let world: GentofteWorld
let id: string
let grethe: Visitor
let mette: Visitor
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'mette')
  grethe = await world.as('grethe')
  mette = await world.as('mette')
})
afterAll(() => world.close())

const link = 'https://gentofte.example/kvalitet-2025.pdf'
const paper = (fields: Record<string, string> = {}) => ({
  ...{ do: 'save', link, title: '', dated: '2025-11-03', opens: 'everybody', version: '0' },
  ...fields,
})
const slot = (name: string) => urls.documentSlot({ id, slot: name })
const page = async (who: Visitor) => who.get(urls.documentSlots({ id }))
const rows = async () =>
  (await world.superuser.query('select slot, version from document_link order by slot')).rows

describe('S0-57 the papers of a LUS', () => {
  test('four named slots, all empty, and the talk, the preparation and the room lead to them', async () => {
    const shown = wordsOf(await page(grethe))
    for (const name of ['stillingsbeskrivelse', 'kvalitetsrapport', 'KIB', 'udviklingsplan fra sidste år'])
      expect(shown).toContain(name)
    expect(shown.match(/Ikke lagt ind/g)).toHaveLength(2)
    expect(shown).toContain('Der er ingen plan fra sidste gang.')
    for (const path of [urls.conversation({ id }), urls.preparation({ id }), urls.talk({ id })])
      for (const who of [grethe, mette])
        expect((await who.get(path)).html).toContain(urls.documentSlots({ id }))
  })

  test.each([
    ['a link that is not https', { link: 'http://gentofte.example/a' }, 'Linket skal begynde med https://'],
    ['no link', { link: '' }, 'Linket skal begynde med https://'],
    ['no such day', { dated: '2026-02-30' }, 'Skriv dag, måned og år'],
    ['a name too long', { title: 'a'.repeat(121) }, 'Navnet er for langt.'],
  ])('%s is told, and what was typed stands there', async (_, typed, told) => {
    const answer = await grethe.post(slot('kvalitetsrapport'), paper(typed))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(told)
    for (const value of Object.values(typed)) expect(answer.html).toContain(value)
    expect(answer.html.match(/<details[^>]* open/g)).toHaveLength(1)
    expect(await rows()).toEqual([])
  })

  test('the chair puts a link in, and both open it in one press, with its date and who can open it', async () => {
    await grethe.post(slot('kvalitetsrapport'), paper())
    for (const who of [grethe, mette]) {
      const shown = await page(who)
      expect(shown.html).toMatch(new RegExp(`<a href="${link}"[^>]*>Kommunens kvalitetsrapport`))
      expect(wordsOf(shown)).toContain('Fra den 3. november 2025. Kan åbnes af: alle, der har linket.')
    }
    const { rows: kept } = await world.superuser.query('select sealed::text from document_link')
    expect(kept[0].sealed).not.toContain(Buffer.from('gentofte.example').toString('hex'))
  })

  test('S3-21 the other mends it by its version, and a survey too old is said to be', async () => {
    const survey = { link: 'https://gentofte.example/trivsel' }
    const older = paper({ ...survey, title: 'Trivsel 2023', dated: '2023-05-01', opens: 'let-in' })
    await mette.post(slot('trivsel'), older)
    expect(wordsOf(await page(grethe))).toContain('Trivsel 2023 Fra den 1. maj 2023. Ældre end 24 måneder.')
    const late = await grethe.post(slot('trivsel'), paper({ title: 'Skrevet imens' }))
    expect(late.status).toBe(409)
    expect(late.html).toContain('Skrevet imens')
    await grethe.post(slot('trivsel'), paper({ ...survey, title: 'Trivsel 2025', version: '1' }))
    expect(wordsOf(await page(mette))).toContain('Trivsel 2025 Fra den 3. november 2025. Kan')
    expect(await rows()).toEqual([
      { slot: 'kvalitetsrapport', version: 1 },
      { slot: 'trivsel', version: 2 },
    ])
  })

  test('»Ikke relevant i år« can be said of any, and is taken back by a link', async () => {
    const shown = await grethe.post(slot('kvalitetsrapport'), { do: 'not-relevant', version: '1' })
    expect(wordsOf(shown)).toContain('Kommunens kvalitetsrapport Ikke relevant i år')
    expect(shown.html).not.toContain(`href="${link}"`)
    await grethe.post(slot('stillingsbeskrivelse'), { do: 'not-relevant', version: '0' })
    await grethe.post(slot('kvalitetsrapport'), paper({ version: '2' }))
    expect((await page(mette)).html).toContain(`href="${link}"`)
  })

  test('what is written for the post stands in its slot by itself; last year’s plan is nobody’s to fill', async () => {
    const post = world.people.mette.post
    await grethe.post(urls.jobVersions({ post }), { words: 'Leder huset.', from: '2026-01-01', seen: '0' })
    const shown = await page(mette)
    expect(wordsOf(shown)).toContain('Din stillingsbeskrivelse Gælder fra den 1. januar 2026.')
    expect((await grethe.post(slot('udviklingsplan'), paper())).status).toBe(404)
    expect((await grethe.post(slot('findes-ikke'), paper())).status).toBe(404)
  })

  test('nobody else has such a page; a MUS without papers of its own leads to the talk', async () => {
    const sara = await world.as('sara')
    expect((await page(sara)).status).toBe(404)
    expect((await sara.post(slot('trivsel'), paper())).status).toBe(404)
    const amal = await world.as('amal')
    const mus = await gentofteInvited(world, 'amal')
    expect((await amal.get(urls.documentSlots({ id: mus }))).path).toBe(urls.conversation({ id: mus }))
    expect((await amal.get(urls.conversation({ id: mus }))).html).not.toContain('dokumenthylde')
  })

  test('last year’s plan is there by itself, and after the closing the links stand but cannot be changed', async () => {
    await world.superuser.query(
      `update conversation set status = 'closed', held_on = '2026-04-14', closed_at = app.now() where id = $1`,
      [id],
    )
    const late = await grethe.post(slot('trivsel'), paper({ title: 'For sent', version: '2' }))
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain(`Det, du skrev, er ikke gemt. Her er det. For sent ${link}`)
    expect((await grethe.post(slot('trivsel'), { do: 'not-relevant', version: '2' })).status).toBe(200)
    const closed = await page(grethe)
    expect(wordsOf(closed)).toContain('Samtalen er lukket.')
    expect(closed.html).toContain('Trivsel 2025')
    expect(closed.html).not.toContain('For sent')
    await world.moveTo(new Date('2027-04-02T08:40:00Z'))
    const days = { 'day-1': '2027-04-14', 'day-2': '2027-04-16' }
    const next = await gentofteInvited(world, 'mette', days)
    const shown = await (await world.as('grethe')).get(urls.documentSlots({ id: next }))
    expect(shown.html).toContain(`href="${urls.plan({ id })}"`)
    expect(wordsOf(shown)).toContain('Planen fra den 14. april 2026 Kun I to kan åbne den.')
    expect(wordsOf(shown).match(/Ikke lagt ind/g)).toHaveLength(2)
  })
})

test('a name and a date may be left out, and a survey is old by its own date alone', () => {
  const judged = judgeDocument({ title: '', link: 'https://a.example/', dated: '', opens: 'whoever' })
  expect(judged).toEqual({
    kind: 'link',
    title: '',
    link: 'https://a.example/',
    datedOn: null,
    opens: 'let-in',
  })
  const survey = gentofteForm('lus').documents.find(({ id: name }) => name === 'trivsel')
  const from = (datedOn: string | null) =>
    survey && isOld(survey, { kind: 'link', title: '', link: '', datedOn, opens: 'everybody' }, '2026-04-02')
  expect([from(null), from('2024-04-02'), from('2024-04-01')]).toEqual([false, false, true])
})
