import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { addSession } from '../../src/db/sessions.ts'
import { organisationOfSetup } from '../../src/db/setup.ts'
import { loadConcepts } from '../../src/outside/concept-file.ts'
import { systemRandom } from '../../src/random.ts'
import { newToken, tokenHash } from '../../src/trust/codes.ts'
import { urls } from '../../src/urls.ts'
import { type House, openHouse } from '../world/house.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'
import { carried, filled, head, openedDoor, printedCode, sendFile, unescaped } from './door.ts'

let house: House
let example: string
beforeAll(async () => {
  house = await openHouse()
  example = await readFile('demo/ringkoebing-skjern.csv', 'utf8')
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.superuser.query('truncate organisation, setup_code, event, chain cascade')
})

const tables = ['organisation', 'concept', 'unit', 'person', 'post', 'duty', 'hosting', 'event'] as const

/** How many rows stand in each table of an organisation, past every wall. */
async function counted() {
  const sql = tables.map(table => `(select count(*)::int from ${table}) as ${table}`).join(', ')
  const { rows } = await house.superuser.query(`select ${sql}`)
  return rows[0]
}
const nothing = Object.fromEntries(tables.map(table => [table, 0]))

const make = (visitor: Visitor, rows = example, fields = filled) =>
  visitor.post(urls.setupOrganisation(), { ...fields, rows })

describe('the code opens the door', () => {
  test('a printed code has 128 bits in groups, and only its hash is kept', async () => {
    const code = await printedCode(house)
    expect(code).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/)
    const { rows } = await house.superuser.query('select code_hash, used_at from setup_code')
    expect(rows).toEqual([{ code_hash: Buffer.from(tokenHash(code.replaceAll('-', ''))), used_at: null }])
  })

  test('without it there is the form for it and nothing else, also when an organisation is there', async () => {
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
    expect(await counted()).toEqual(nothing)
    await make(await openedDoor(house))
    expect((await shown()).html).toBe(before.html)
  })

  test('it may be typed with spaces and capitals, and works once', async () => {
    const code = await printedCode(house)
    const visitor = createVisitor(house)
    const typed = { code: ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')} ` }
    expect(wordsOf(await visitor.post(urls.setupCode(), typed))).toContain('Opret jeres organisation')
    const another = createVisitor(house)
    const refused = await another.post(urls.setupCode(), typed)
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Koden passer ikke, eller den er brugt')
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
    expect(await counted()).toEqual(nothing)
    await house.moveTo(start)
  })
})

describe('from a file to an organisation', () => {
  test('S3-01 the concept is chosen by its mark, title and year, and stays as it was published', async () => {
    const visitor = await openedDoor(house)
    const form = wordsOf(await visitor.get(urls.setup()))
    expect(form).toContain('NATURENS RIGE. Leder udviklingssamtale - LUS, 2019.')
    expect(form).toContain(
      'LUS med 21 spørgsmål. 60, 75 eller 90 minutter, hvert år. I lukker med underskrift.',
    )
    await make(visitor)
    const loaded = await loadConcepts('concepts')
    const concept = 'concepts' in loaded && loaded.concepts.find(each => each.id === filled.concept)
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
    expect(words).toContain('Bent Østergaard skal have en seddel med en engangskode')
    expect(words).toContain('Kløvervangen under Børn og Familie · 6 stillinger')
    expect(words).toContain(
      'Rikke Lund Abildgaard Engvejen Ole Fjord Jepsen, Naja Holt Simonsen og Karim El-Amrani',
    )
    expect(await counted()).toEqual(nothing)
    expect(carried(shown)).toEqual({ ...filled, rows: example })
  })

  test('what the look-through carries makes the organisation, all of it', async () => {
    const visitor = await openedDoor(house)
    const preview = await visitor.post(urls.setupPreview(), { ...filled, rows: example })
    const done = await visitor.post(urls.setupOrganisation(), carried(preview))
    expect(done.path).toBe(urls.setupOrganisation())
    expect(wordsOf(done)).toContain('Organisationen er oprettet')
    expect(wordsOf(await visitor.get(urls.setupOrganisation()))).toContain('Organisationen er oprettet')
    expect(await counted()).toEqual({
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
    expect(words).toContain('Lone Bach Holm hos Anders Vestergaard Riis')
    await make(visitor)
    const anders = await sessionOf('1001')
    const hosted = await transaction(house.deps.db.party, { session: anders }, tx =>
      tx.query(
        'select p.name from app.my_hostings() h join post o on o.id = h.participant_post_id join person p on p.id = o.person_id',
      ),
    )
    expect(hosted.rows.map(row => row.name)).toContain('Lone Bach Holm')
  })

  test('the administrator and the leader sign in by mail, in their own language', async () => {
    await make(await openedDoor(house))
    for (const [address, line, name] of [
      ['hanne.toft@lyngsoe.example', /^Kode til hanne\S+: (\d{6})$/, 'Hanne'],
      ['emily.carter@lyngsoe.example', /^Code for emily\S+: (\d{6})$/, 'Emily'],
    ] as const) {
      const visitor = createVisitor(house)
      const said = house.terminal.next(line)
      await visitor.post(urls.signIn(), { address })
      const [, code = ''] = await said
      const inside = await visitor.post(urls.signInCode(), { code })
      expect(inside.path).toBe(urls.home())
      expect(wordsOf(inside)).toContain(name)
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
    expect(await counted()).toMatchObject({ organisation: 1, person: 24, event: 1 })
  })

  test('all or nothing: when the last rows are refused nothing stands, and it can be tried again', async () => {
    const visitor = await openedDoor(house)
    await house.superuser.query(
      'alter table hosting add constraint planted check (ends_on is not null) not valid',
    )
    expect((await make(visitor)).status).toBe(500)
    expect(await counted()).toEqual(nothing)
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

describe('what is wrong is said where it is, and nothing typed is lost', () => {
  const faulty = `${head}\n1;Anders;nix;Børn;;Chef;ingen\n2;Lone;l@l.example;Børn;;Leder;9\n`

  test('faults of the file by row and column, in Danish and in English', async () => {
    const visitor = await openedDoor(house)
    const file = { name: 'a.csv', bytes: new TextEncoder().encode(faulty) }
    const danish = await sendFile(visitor, urls.setupPreview(), filled, file)
    expect(danish.status).toBe(422)
    expect(wordsOf(danish)).toContain('Der er 2 fejl i filen. Se dem nedenfor.')
    expect(wordsOf(danish)).toContain(
      'Række 2 mail Det er ikke en mailadresse. Skriv for eksempel lone@eksempel.dk',
    )
    expect(wordsOf(danish)).toContain('Række 3 leder Lederen står ikke i filen.')
    expect(danish.html).toContain('href="#file-faults"')
    expect(danish.html).toContain('id="file-faults"')
    expect(danish.html).toContain('value="Lyngsø Kommune"')
    expect(unescaped(danish.html)).toContain(faulty.trimEnd())
    await visitor.post(urls.language(), { language: 'en' })
    const english = await visitor.post(urls.setupPreview(), { ...filled, rows: faulty })
    expect(wordsOf(english)).toContain('Row 2 mail That is no mail address.')
    expect(wordsOf(english)).toContain('Row 3 leder The leader is not in the file.')
    expect(await counted()).toEqual(nothing)
  })

  test('the form that makes is judged anew: a fault slipped in on the way is stopped', async () => {
    const visitor = await openedDoor(house)
    const answer = await make(visitor, faulty)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain('Der er 2 fejl i filen')
    expect(await counted()).toEqual(nothing)
  })

  test('empty fields, each by its own name', async () => {
    const visitor = await openedDoor(house)
    const answer = await visitor.post(urls.setupPreview(), { language: 'da', rows: '' })
    expect(answer.status).toBe(422)
    for (const field of ['name', 'concept', 'your-name', 'address', 'file']) {
      expect(answer.html).toContain(`href="#${field}"`)
      expect(answer.html).toMatch(new RegExp(`id="${field}(-group)?-error"`))
    }
  })

  test('a file with civil registration numbers is refused whole, and they are shown nowhere', async () => {
    const visitor = await openedDoor(house)
    const rows = `${head};cpr-nummer\n1;Anders;a@l.example;Børn;;Chef;ingen;010190-1234\n`
    for (const text of [rows, rows.replace('cpr-nummer', 'bemærkning')]) {
      const said = house.terminal.lines.length
      const file = { name: 'a.csv', bytes: new TextEncoder().encode(text) }
      for (const answer of [
        await sendFile(visitor, urls.setupPreview(), filled, file),
        await make(visitor, text),
      ]) {
        expect(answer.status).toBe(422)
        expect(wordsOf(answer)).toContain('Det ligner CPR-numre, og dem må vi ikke få.')
        expect(answer.html).not.toContain('010190')
        expect(answer.html).toContain('value="Lyngsø Kommune"')
      }
      expect(house.terminal.lines.slice(said).join()).not.toContain('010190')
    }
    expect(await counted()).toEqual(nothing)
  })

  test('a file over a megabyte and a workbook are answered at their field', async () => {
    const visitor = await openedDoor(house)
    const large = { name: 'a.csv', bytes: new Uint8Array(1024 * 1024 + 1).fill(65) }
    const answer = await sendFile(visitor, urls.setupPreview(), filled, large)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain('Filen er over 1 MB.')
    expect(answer.html).toContain('value="Lyngsø Kommune"')
    const workbook = {
      name: 'a.xlsx',
      bytes: Uint8Array.from(Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1')),
    }
    expect(wordsOf(await sendFile(visitor, urls.setupPreview(), filled, workbook))).toContain(
      'Gem regnearket som CSV',
    )
    const huge = { name: 'a.csv', bytes: new Uint8Array(5 * 1024 * 1024) }
    expect((await sendFile(visitor, urls.setupPreview(), filled, huge)).status).toBe(413)
  })

  test('markup in a file is only text', async () => {
    const visitor = await openedDoor(house)
    const name = '<script>alert(1)</script>'
    const rows = `${head};"${name}"\n1;${name};a@l.example;${name};;Chef;ingen;\n2;Bo;b@l.example;${name};;${name};1;\n`
    const preview = await visitor.post(urls.setupPreview(), { ...filled, rows })
    expect(preview.status).toBe(200)
    expect(preview.html).not.toContain('<script>alert')
    expect(wordsOf(preview)).toContain(name)
    expect(carried(preview).rows).toBe(rows)
  })

  test('an address of another organisation here is refused, in the file and for the administrator', async () => {
    await make(await openedDoor(house))
    const visitor = await openedDoor(house)
    const rows = `${head}\n1;Ida;ida@fjordby.example;Skoler;;Chef;ingen\n2;Lone;lone.holm@lyngsoe.example;Skoler;;Leder;1\n`
    const answer = await make(visitor, rows)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain('Række 3 mail Mailen bruges i en anden organisation her.')
    expect(wordsOf(answer)).toContain('Den mail bruges i en anden organisation her.')
    expect(await counted()).toMatchObject({ organisation: 1 })
    const own = { ...filled, address: 'ida@fjordby.example' }
    await make(visitor, rows.replace('lone.holm@lyngsoe', 'lone@fjordby'), own)
    expect(await counted()).toMatchObject({ organisation: 2 })
  })
})

describe('the office role', () => {
  const attempts: Record<(typeof tables)[number], string> = {
    organisation: `insert into organisation (organisation_id, name, made_at) values (gen_random_uuid(), 'x', now())`,
    concept: `insert into concept select organisation_id, gen_random_uuid(), 'x', 2, '{}', now() from organisation`,
    unit: `insert into unit values ($1, gen_random_uuid(), null, 'x')`,
    person: `insert into person (organisation_id, id, number, name) values ($1, gen_random_uuid(), 'x', 'x')`,
    post: `insert into post values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', now(), null)`,
    duty: `insert into duty values ($1, gen_random_uuid(), gen_random_uuid(), null, 'hr', now(), null)`,
    hosting: `insert into hosting values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), null)`,
    event: `insert into event values ($1, gen_random_uuid(), now(), null, 'x', null, '{}', '')`,
  }
  const insertable = tables.filter(table => table !== 'concept')
  const readable = tables.filter(table => table !== 'event')

  const finished = async () => {
    const visitor = await openedDoor(house)
    await make(visitor)
    return visitor.cookies.get('__Host-medspil-setup') ?? ''
  }

  test.each(['nothing', 'a token that opened nothing', 'a setup that is finished', 'a leader’s session'])(
    'sees no row and writes none with %s',
    async proof => {
      const used = await finished()
      const proofs = {
        nothing: {},
        'a token that opened nothing': { setup: newToken(systemRandom) },
        'a setup that is finished': { setup: used },
        'a leader’s session': { session: await sessionOf('1101') },
      }
      const given = Object.entries(proofs).find(([name]) => name === proof)?.[1] ?? {}
      const office = house.deps.db.office
      for (const table of readable) {
        const seen = await transaction(office, given, tx => tx.query(`select 1 from ${table}`))
        expect([table, seen.rowCount]).toEqual([table, 0])
      }
      for (const table of insertable) {
        const values = attempts[table].includes('$1') ? [organisationOfSetup(used)] : []
        const refused = transaction(office, given, tx => tx.query(attempts[table], values))
        await expect(refused).rejects.toMatchObject({ code: '42501' })
      }
      const changed = await transaction(office, given, tx => tx.query(`update person set name = 'x'`))
      expect(changed.rowCount).toBe(0)
    },
  )

  test('an administrator sees their own organisation', async () => {
    await finished()
    const session = await sessionOf('1002')
    const seen = await transaction(house.deps.db.office, { session }, tx => tx.query('select 1 from person'))
    expect(seen.rowCount).toBe(24)
  })

  test('the proof ends with its transaction', async () => {
    const visitor = await openedDoor(house)
    const setup = visitor.cookies.get('__Host-medspil-setup') ?? ''
    const open = (given: { setup: string } | Record<string, never>) =>
      transaction(house.deps.db.office, given, tx => tx.query('select app.setting_up() as open'))
    expect((await open({ setup })).rows).toEqual([{ open: true }])
    expect((await open({})).rows).toEqual([{ open: false }])
  })
})

/** A session of the person with this number, as the door gives them. */
async function sessionOf(number: string): Promise<string> {
  const { rows } = await house.superuser.query('select organisation_id, id from person where number = $1', [
    number,
  ])
  const token = newToken(systemRandom)
  const session = {
    tokenHash: tokenHash(token),
    organisation: rows[0].organisation_id,
    person: rows[0].id,
    device: 'own' as const,
  }
  await transaction(house.deps.db.door, {}, tx => addSession(tx, session, house.deps.clock.now()))
  return token
}
