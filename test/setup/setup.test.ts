import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { loadConcepts } from '../../src/outside/concept-file.ts'
import { urls } from '../../src/urls.ts'
import { type House, openHouse } from '../world/house.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'
import {
  carried,
  countRows,
  emptyHouse,
  example,
  filled,
  make,
  nothing,
  openedDoor,
  sendFile,
  sessionOf,
  unescaped,
} from './door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

describe('from a file to an organisation', () => {
  test('S3-01 the concept is chosen by its mark, title and year, and stays as it was published', async () => {
    const visitor = await openedDoor(house)
    const form = wordsOf(await visitor.get(urls.setup()))
    expect(form).toContain('NATURENS RIGE. Leder udviklingssamtale - LUS, 2019.')
    expect(form).toContain(
      'Gentofte Børnevenner MUS, LUS og GRUS 2016 Et liv i børnenes spor – altid et skridt foran. 60, 75',
    )
    expect(form).toContain('21 spørgsmål. 60, 75 eller 90 minutter, hvert år. I lukker med underskrift.')
    expect(form).toContain(
      'LUS holdes af nærmeste leder. Her er ingen MUS: alle i filen får den samme samtale.',
    )
    expect(form).toContain(
      '60, 75 eller 90 minutter, hvert år. I lukker med et ja fra begge. MUS holdes af lederen og LUS af bestyrelsesformanden. GRUS kan ikke holdes her endnu.',
    )
    await make(visitor)
    const loaded = await loadConcepts('concepts')
    const concept = loaded.concepts.find(each => each.id === filled.concept)
    const { rows } = await house.superuser.query(
      'select c.body, c.name, c.version from organisation o join concept c on (c.organisation_id, c.id) = (o.organisation_id, o.concept_id)',
    )
    expect(rows).toEqual([
      { body: JSON.parse(JSON.stringify(concept)), name: 'Ringkøbing-Skjern LUS 2019', version: 1 },
    ])
  })

  test('the look-through says what will be, and stores nothing', async () => {
    const visitor = await openedDoor(house)
    const file = { name: 'medarbejdere.csv', bytes: new TextEncoder().encode(example) }
    const shown = await sendFile(visitor, urls.setupPreview(), filled, file)
    const words = wordsOf(shown)
    expect(shown.status).toBe(200)
    expect(words).toContain('6 enheder, 24 personer og 25 stillinger. 6 holder samtaler.')
    expect(words).toContain('Hanne Skovgaard Toft, som står i filen')
    expect(words).toContain('1 skal have en seddel med en engangskode for at logge ind: Bent Østergaard.')
    expect(words).toContain('Kløvervangen under Børn og Familie · 6 stillinger')
    expect(words).toContain(
      'Rikke Lund Abildgaard Engvejen Ole Fjord Jepsen, Naja Holt Simonsen og Karim El-Amrani',
    )
    expect(await countRows(house)).toEqual(nothing)
    expect(carried(shown)).toEqual({ ...filled, rows: example })
  })

  test('what the look-through carries makes the organisation, all of it', async () => {
    const visitor = await openedDoor(house)
    const preview = await visitor.post(urls.setupPreview(), { ...filled, rows: example })
    const done = await visitor.post(urls.setupOrganisation(), carried(preview))
    expect(done.path).toBe(urls.setupOrganisation())
    expect(wordsOf(done)).toContain('Organisationen er oprettet')
    expect(wordsOf(await visitor.get(urls.setupOrganisation()))).toContain('Organisationen er oprettet')
    const later = await createVisitor(house).get(urls.setup())
    expect(wordsOf(later)).toContain('Organisationen er oprettet Her kan kun være én. Log ind med din mail.')
    expect(later.html).not.toContain('name="code"')
    expect(await countRows(house)).toEqual({
      organisation: 1,
      concept: 1,
      unit: 6,
      person: 24,
      post: 25,
      duty: 9,
      hosting: 24,
      event: 1,
    })
    const event = await house.superuser.query(
      'select e.what, p.name from event e join person p on (p.organisation_id, p.id) = (e.organisation_id, e.actor_id)',
    )
    expect(event.rows).toEqual([{ what: 'organisation-made', name: 'Hanne Skovgaard Toft' }])
  })

  test('S3-03 Lone’s nearest leader is found in the tree, and Anders hosts her from the first day', async () => {
    const visitor = await openedDoor(house)
    const words = wordsOf(await visitor.post(urls.setupPreview(), { ...filled, rows: example }))
    expect(words).toContain('Vi fandt Anders Vestergaard Riis for Lone Bach Holm')
    await make(visitor)
    const anders = await sessionOf(house, '1001')
    const hosted = await transaction(house.deps.db.party, { session: anders }, tx =>
      tx.query(
        'select p.name from app.my_hostings() h join post o on o.id = h.participant_post_id join person p on p.id = o.person_id',
      ),
    )
    expect(hosted.rows.map(row => row.name)).toContain('Lone Bach Holm')
  })

  test('S0-08 where chairs hold the LUS, no house’s leader is given to the leader above, and who lacks a chair is told', async () => {
    const rows = `nummer;navn;mail;enhed;overenhed;stilling;leder;rolle
1;Anders Riis;;Børn;;Chef;ingen;
2;Lone Holm;;Kløvervangen;Børn;Leder;1;
3;Maja Vind;;Kløvervangen;;Pædagog;2;
4;Rikke Lund;;Engvejen;Børn;Leder;1;
5;Ole Bay;;Engvejen;;Pædagog;4;
6;Grethe Bang;;Engvejen;;;;formand`
    const visitor = await openedDoor(house)
    const shown = async (concept: string) =>
      wordsOf(await visitor.post(urls.setupPreview(), { ...filled, concept, rows }))
    const words = await shown('gentofte-boernevenner-2016')
    expect(words).toContain('holder husets bestyrelsesformand LUS med Lone Holm. ')
    expect(words).toMatch(
      /Holder samtale med Grethe Bang Engvejen Lederen af huset, som bestyrelsesformand Lone Holm Kløvervangen Maja Vind Rikke Lund Engvejen Ole Bay/,
    )
    expect(await shown('ringkoebing-skjern-lus-2019')).toMatch(
      /Holder samtale med Anders Riis Børn Lone Holm og Rikke Lund/,
    )
  })

  test('the administrator and the leader sign in by mail, in their own language', async () => {
    await make(await openedDoor(house))
    for (const [address, line, word] of [
      ['hanne.toft@lyngsoe.example', /^Kode til hanne\S+: (\d{6})$/, 'Log ud'],
      ['emily.carter@lyngsoe.example', /^Code for emily\S+: (\d{6})$/, 'Sign out'],
    ] as const) {
      const visitor = createVisitor(house)
      const said = house.terminal.next(line)
      await visitor.post(urls.signIn(), { address })
      const [, code = ''] = await said
      const inside = await visitor.post(urls.signInCode(), { code })
      expect(inside.path).toBe(urls.home())
      expect(wordsOf(inside)).toContain(word)
    }
  })

  test('somebody who is not in the file becomes administrator without a post, and can sign in', async () => {
    const fields = { ...filled, 'your-name': 'Eva It', address: 'Eva@IT.example' }
    const visitor = await openedDoor(house)
    const preview = wordsOf(await visitor.post(urls.setupPreview(), { ...fields, rows: example }))
    expect(preview).toContain('Eva It, som ikke står i filen og ikke får en stilling')
    await make(visitor, example, fields)
    const said = house.terminal.next(/^Kode til eva@it\.example: (\d{6})$/)
    await createVisitor(house).post(urls.signIn(), { address: 'eva@it.example' })
    await said
  })

  test('"Ret noget først" gives the form back with everything typed', async () => {
    const visitor = await openedDoor(house)
    const form = await visitor.post(urls.setupPreview(), { ...filled, rows: example, mend: 'yes' })
    expect(form.status).toBe(200)
    expect(form.html).toContain('value="Lyngsø Kommune"')
    expect(form.html).toContain('value="hanne.toft@lyngsoe.example"')
    expect(unescaped(form.html)).toContain(example.trimEnd())
  })

  test('a second submit, at once or later, ends at the same organisation', async () => {
    const visitor = await openedDoor(house)
    const answers = await Promise.all([1, 2, 3].map(() => make(visitor)))
    expect(answers.map(wordsOf).every(words => words.includes('Organisationen er oprettet'))).toBe(true)
    expect(wordsOf(await make(visitor))).toContain('Organisationen er oprettet')
    expect(await countRows(house)).toMatchObject({ organisation: 1, person: 24, event: 1 })
  })

  test('all or nothing: when the last rows are refused nothing stands, and it can be tried again', async () => {
    const visitor = await openedDoor(house)
    await house.superuser.query(
      'alter table hosting add constraint planted check (ends_on is not null) not valid',
    )
    expect((await make(visitor)).status).toBe(500)
    expect(await countRows(house)).toEqual(nothing)
    await house.superuser.query('alter table hosting drop constraint planted')
    expect(wordsOf(await make(visitor))).toContain('Organisationen er oprettet')
  })

  test('the example can be fetched, and spreadsheets know its æøå', async () => {
    const visitor = await openedDoor(house)
    const response = await visitor.send(urls.setupExample())
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe(`\uFEFF${example}`)
  })
})
