import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { organisationOfSetup } from '../../src/db/setup.ts'
import { letGo } from '../../src/pages/setup/held.ts'
import { urls } from '../../src/urls.ts'
import { book, sheetOf } from '../intake/books.ts'
import { sendIn } from '../intake/office.ts'
import { type House, openHouse } from '../world/house.ts'
import { createVisitor, type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import {
  carried,
  countRows,
  emptyHouse,
  filled,
  make,
  nothing,
  openedDoor,
  sendFile,
  sessionOf,
  unescaped,
} from './door.ts'

// A file as a staff system gives it, at the door of the setup: its own heads, its own encoding, a workbook, many rows.

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => emptyHouse(house))

const heads =
  'Medarb.nr.;Fulde navn;Arbejdspost;Afdeling;Stillingsbetegnelse;Refererer til;Ansat d.;Lønklasse'
const rows = [
  '1;Åse Kjær Ørum;aase@lyngsoe.example;Børn og Familie;Chef;ingen;01-08-2019;50',
  '2;Bo Æbelø;bo@lyngsoe.example;Kløvervangen;Leder;1;15-01-2020;47',
  '3;Ida Holm;;Kløvervangen;Pædagog;2;01-02-2021;33',
]
const meant = {
  'means.arbejdspost': 'address',
  'means.refererertil': 'leader',
  'means.lønklasse': 'unused',
}
const csvOf = (lines: readonly string[]) => ({
  name: 'udtræk.csv',
  bytes: Uint8Array.from(Buffer.from(lines.join('\r\n'), 'latin1')),
})
const bookOf = (lines: readonly string[]) => ({
  name: 'udtræk.xlsx',
  bytes: new Uint8Array(book(sheetOf(...lines))),
})

/** Files as they come, while they have a name. */
const uploads = () => readdirSync(tmpdir()).filter(name => /^medspil-[0-9a-f]{8}-/.test(name))

const send = (
  visitor: Visitor,
  file: Parameters<typeof sendFile>[3],
  fields: Record<string, string> = filled,
) => sendFile(visitor, urls.setupPreview(), fields, file)

/** Says what the heads mean, as the page asks: with everything else it carries. */
const say = (visitor: Visitor, asked: Shown) =>
  visitor.post(urls.setupPreview(), { ...carried(asked), ...meant })

test.each([
  ['semicolons, Windows-1252', csvOf],
  ['a workbook', bookOf],
])(
  'S0-21 %s with heads of its own: asked once, mended in place, made whole, and remembered afterwards',
  async (_, fileOf) => {
    const visitor = await openedDoor(house)
    const faulty = [heads, ...rows].map(row =>
      row.replace('15-01-2020', '31-02-2020').replace('aase@', 'aase'),
    )
    const asked = await send(visitor, fileOf(faulty))
    expect(asked.status).toBe(422)
    expect(wordsOf(asked)).toMatch(/Vælg den kolonne, der er Mail\. .*Vælg den kolonne, der er Leder\./)
    expect(wordsOf(asked)).toContain('Refererer til For eksempel ingen')

    const faults = await say(visitor, asked)
    expect(faults.status).toBe(422)
    expect(wordsOf(faults)).toContain(
      'Række 2 Åse Kjær Ørum Arbejdspost »aaselyngsoe.example« Det er ikke en mail',
    )
    expect(wordsOf(faults)).toContain('Række 3 Bo Æbelø Ansat d. »31-02-2020« Den dag findes ikke.')
    const [, text = ''] = /<textarea[^>]*name="rows"[^>]*>([^<]*)/.exec(faults.html) ?? []
    expect(unescaped(text)).toBe(faulty.join('\n'))
    const mended = unescaped(text).replace('31-02-2020', '15-01-2020').replace('aasel', 'aase@l')
    const preview = await visitor.post(urls.setupPreview(), { ...filled, ...carried(faults), rows: mended })
    expect(wordsOf(preview)).toContain('2 enheder, 4 personer og 3 stillinger.')
    expect(wordsOf(preview)).toContain('Vi læser ikke »Lønklasse«.')
    expect(await countRows(house)).toEqual(nothing)

    const done = await visitor.post(urls.setupOrganisation(), carried(preview))
    expect(wordsOf(done)).toContain('Organisationen er oprettet')
    expect(await countRows(house)).toMatchObject({ organisation: 1, person: 4, post: 3, hosting: 2 })

    // The next file of the same system, where the administrator reads files in.
    const administrator = createVisitor(house)
    administrator.cookies.set('__Host-medspil-session', await sessionOf(house, 'administrator'))
    const again = wordsOf(await sendIn(administrator, csvOf([heads, ...rows]).bytes))
    expect(again).toContain('Der er intet at ændre')
  },
)

test('a head may be said to mean something else afterwards, in either language, and nothing is lost on the way', async () => {
  const visitor = await openedDoor(house)
  const asked = await send(visitor, bookOf([heads, ...rows]))
  const english = await visitor.post(urls.setupPreview(), {
    ...carried(asked),
    ...meant,
    'means.refererertil': 'unused',
    spoken: 'en',
  })
  expect(wordsOf(english)).toContain('Choose the column that is Leader.')
  expect(english.html).toMatch(/<select[^>]*name="means.arbejdspost"[\s\S]*?<option[^>]* selected[^>]*>Mail</)
  const preview = await say(visitor, english)
  expect(wordsOf(preview)).toContain('2 units, 4 people')
  const anew = await visitor.post(urls.setupPreview(), { ...carried(preview), columns: 'yes' })
  expect([anew.status, wordsOf(anew)]).toEqual([200, expect.stringContaining('What do the columns mean?')])
  const spoken = await visitor.post(urls.setupPreview(), { ...carried(anew), ...meant, spoken: 'en' })
  expect([spoken.status, wordsOf(spoken)]).toEqual([
    200,
    expect.stringContaining('What do the columns mean?'),
  ])
  const other = await visitor.post(urls.setupPreview(), {
    ...carried(anew),
    ...meant,
    'means.lønklasse': 'team',
  })
  expect(wordsOf(other)).not.toContain('We do not read')
  const back = await visitor.post(urls.setupPreview(), { ...carried(anew), ...meant, mend: 'yes' })
  expect([back.status, back.html.includes('value="Lyngsø Kommune"')]).toEqual([200, true])
  expect(wordsOf(back)).toContain('We still have the rows.')
  expect(wordsOf(await visitor.get(urls.setup()))).toContain('Only the file must be chosen again.')
  expect(
    wordsOf(
      await send(visitor, csvOf([heads, ...rows]), {
        ...filled,
        ...carried(await visitor.get(urls.setup())),
      }),
    ),
  ).toContain('2 units')
})

test('too large for the form it waits here, in memory alone, and is made from there; gone, it is asked for again', async () => {
  const visitor = await openedDoor(house)
  const long = 'Å'.repeat(110)
  const many = Array.from(
    { length: 2400 },
    (_, at) => `${at + 10};${at} ${long};;Kløvervangen;${long};2;01-02-2021;33`,
  )
  const file = bookOf([heads, ...rows, ...many])
  const preview = await say(visitor, await send(visitor, file))
  expect(wordsOf(preview)).toContain('2 enheder, 2404 personer')
  expect(preview.html.length).toBeLessThan(300_000)
  const form = carried(preview)
  expect(form).toMatchObject({ held: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(form).not.toHaveProperty('rows')
  await expect.poll(uploads).toEqual([])
  // Another browser's setup does not come to it.
  const stranger = await openedDoor(house)
  expect(wordsOf(await stranger.post(urls.setupPreview(), form))).toContain('Vi har ikke filen længere.')
  letGo(organisationOfSetup(visitor.cookies.get('__Host-medspil-setup') ?? ''))
  const gone = await visitor.post(urls.setupOrganisation(), form)
  expect([gone.status, wordsOf(gone)]).toEqual([
    422,
    expect.stringContaining('Vi har ikke filen længere. Vælg den igen.'),
  ])
  expect(gone.html).toContain('value="Lyngsø Kommune"')
  expect(await countRows(house)).toEqual(nothing)
  const again = carried(await send(visitor, file, { ...filled, ...meant }))
  const answers = await Promise.all([1, 2].map(() => visitor.post(urls.setupOrganisation(), again)))
  expect(answers.map(wordsOf)).toEqual(
    [1, 2].map(() => expect.stringContaining('Organisationen er oprettet')),
  )
  expect(await countRows(house)).toMatchObject({ organisation: 1, person: 2404 })
})

const macros = () => ({
  name: 'a.xlsm',
  bytes: new Uint8Array(book('', { 'xl/vbaProject.bin': 'x' })),
})
/** Its directory says of each part that it is 512 MB. */
const bomb = () => {
  const file = bookOf([heads])
  const bytes = Buffer.from(file.bytes)
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1))
    bytes.writeUInt32LE(512 << 20, at + 24)
  return { ...file, bytes: new Uint8Array(bytes) }
}
test.each([
  ['macros', macros, 'Filen har makroer.'],
  ['a bomb', bomb, 'Filen er for stor, når den bliver pakket ud.'],
  ['nothing in it', () => csvOf(['', ' ']), 'Filen er tom.'],
  ['300 columns', () => csvOf([`a${';x'.repeat(300)}`]), 'Rækken har over 50 felter.'],
  [
    'CPR numbers in a workbook',
    () => bookOf([heads, rows[0]?.replace('Chef', '010190-1234') ?? '']),
    'Det ligner CPR-numre',
  ],
  [
    'CPR numbers and an open quotation mark',
    () => csvOf([heads, '1;"Bo 010190-1234;']),
    'Det ligner CPR-numre',
  ],
])('%s: refused with a word, and nothing of it is shown, said or kept', async (_, file, told) => {
  const visitor = await openedDoor(house)
  const said = house.terminal.lines.length
  const answer = await send(visitor, file())
  expect([answer.status, wordsOf(answer)]).toEqual([422, expect.stringContaining(told)])
  expect(answer.html).not.toContain('010190')
  expect(wordsOf(answer)).not.toContain('Åse')
  expect(house.terminal.lines.slice(said)).toEqual([])
  expect(answer.html).toContain('value="Lyngsø Kommune"')
})

test.each([
  ['no table', '1;"Bo', 'Et anførselstegn åbner her'],
  ['what may not be here', '1;Bo 010190-1234', 'Det ligner CPR-numre'],
])('of %s no columns can be said anything of: it is told instead', async (_, row, told) => {
  const visitor = await openedDoor(house)
  const answer = await send(visitor, csvOf([heads, row]), { ...filled, columns: 'yes' })
  expect([answer.status, wordsOf(answer)]).toEqual([422, expect.stringContaining(told)])
  expect(answer.html).not.toContain('name="columns"')
})

test('the workbook of the examples is read as it is', async () => {
  const visitor = await openedDoor(house)
  const bytes = new Uint8Array(readFileSync('demo/ringkoebing-skjern.xlsx'))
  const preview = await send(visitor, { name: 'a.xlsx', bytes })
  expect(wordsOf(preview)).toContain('6 enheder, 24 personer og 25 stillinger.')
  await make(visitor, carried(preview).rows)
  expect(await countRows(house)).toMatchObject({ organisation: 1, person: 24, post: 25, hosting: 24 })
})
