import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../bin/bench/workbook.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { book, cellsOf, sheetOf } from './books.ts'
import { administrator, csv, head, rowsOf, sendIn, sendOnly } from './office.ts'

// Every file that can go wrong, one to a row: what it is told, and that nothing of it is here afterwards.

let world: World
let anders: Visitor
let rows: string[]
beforeAll(async () => {
  world = await openWorld()
  anders = await administrator(world)
  rows = await rowsOf(world)
})
afterAll(() => world.close())

const one = '1;Åse;aase@l.example;Børn og unge;;Chef;ingen;'
const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])

const files: [string, () => Uint8Array, RegExp][] = [
  ['nothing in it', () => Buffer.from('\uFEFF \r\n \r\n'), /Filen er tom/],
  ['only heads', () => csv([]), /Der er ingen rækker under overskrifterne/],
  [
    'wrong encoding',
    () => Buffer.from([0x50, 0x00, 0x4b, 0x00, 0x81, 0x00]),
    /Vi kan ikke læse den slags fil/,
  ],
  [
    'a lone quotation mark',
    () => csv(['1;"Åse;;Børn;;Chef;ingen;']),
    /Et anførselstegn åbner her og lukker ikke/,
  ],
  ['300 columns', () => csv([`1${';x'.repeat(300)}`]), /Rækken har over 50 felter/],
  [
    'a line of 1 MB',
    () => csv([`1;${'x'.repeat(1 << 20)};;Børn;;Chef;ingen;`]),
    /Teksten er for lang. Brug højst 120 tegn/,
  ],
  [
    'a number of two people',
    () => csv([one, one.replace('Åse', 'Bo')]),
    /Nummeret har et andet navn i række 2/,
  ],
  [
    'an unknown unit above',
    () => csv([one.replace(';;Chef', ';Skoler;Chef')]),
    /Ingen række har enheden Skoler/,
  ],
  ['an unknown leader', () => csv([one.replace('ingen', '77')]), /Lederen står ikke i filen/],
  [
    'leaders in a ring',
    () => csv(['1;Åse;;Børn;;Chef;2;', '2;Bo;;Børn;;Leder;1;']),
    /Åse og Bo er hinandens ledere i en ring/,
  ],
  [
    'units in a ring',
    () => csv(['1;Åse;;A;B;Chef;ingen;', '2;Bo;;B;A;Leder;1;']),
    /ligger under hinanden i en ring/,
  ],
  ['31 February', () => csv([`${one}31-02-2026`]), /Række 2 Åse startdato »31-02-2026« Den dag findes ikke/],
  [
    'a formula',
    () => csv([one.replace('Åse', '=HYPERLINK("http://x.example")')]),
    /Her står en formel uden resultat/,
  ],
  [
    'a CPR number',
    () => csv([one.replace('Åse', 'Åse 010190-1234')]),
    /Det ligner CPR-numre, og dem må vi ikke få/,
  ],
  [
    'a column of CPR numbers',
    () => csv([`${one};x`], `${head};CPR-nr.`),
    /Det ligner CPR-numre, og dem må vi ikke få/,
  ],
  [
    'an address of another organisation',
    () => csv([one.replace('aase@l', 'eva@lyngsoe')]),
    /Række 2 Åse Mail »eva@lyngsoe.example« Mailen bruges i en anden organisation/,
  ],
  ['a workbook with a password', () => encrypted, /Filen har en adgangskode eller er af en ældre slags/],
  [
    'a workbook with macros',
    () => book(sheetOf(head, one), { 'xl/vbaProject.bin': 'x' }),
    /Filen har makroer/,
  ],
  [
    'a bomb',
    () => book('', { 'xl/worksheets/s.xml': new Uint8Array(300 << 20) }),
    /for stor, når den bliver pakket ud/,
  ],
  ['a zip that is no workbook', () => zipOf({ 'a.txt': 'a' }), /Filen er i stykker/],
  ['a zip cut in two', () => book(sheetOf(head, one)).subarray(0, 300), /Filen er i stykker/],
  ['a workbook whose XML is none', () => book('<row><c></row>'), /Filen er i stykker/],
  ['entities that feed on each other', () => book('', { 'xl/worksheets/s.xml': lol }), /Filen er i stykker/],
  [
    'a formula without a result in a workbook',
    () => book(`${sheetOf(head)}<row>${cellsOf(one)}<c r="A2"><f>1+1</f></c></row>`),
    /Her står en formel uden resultat/,
  ],
]

const lol =
  '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData>&c;</sheetData></worksheet>'

describe('a file that cannot be read in is told, and nothing changes', () => {
  test.each(files)('%s', async (_, file, told) => {
    const shown = await sendIn(anders, file())
    expect(shown.status).toBe(200)
    expect(wordsOf(shown)).toMatch(told)
    expect(wordsOf(shown)).toContain('Intet er ændret.')
    const { rows: staged } = await world.superuser.query('select count(*)::int as n from intake_row')
    expect(staged).toEqual([{ n: 0 }])
  })
})

test('no file, one too large, and what is no form are told beside the field or refused', async () => {
  const none = await sendOnly(anders, Buffer.alloc(0), '')
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Vælg en fil.')])
  const large = await sendOnly(anders, Buffer.alloc(41 << 20), 'a.csv')
  expect([large.status, await large.text()]).toEqual([422, expect.stringContaining('Filen er over 40 MB.')])
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' }
  const cut = await anders.send(urls.intake(), { method: 'POST', body: '--x\r\ncontent-dis', headers })
  expect(cut.status).toBe(400)
})

test('neither a CPR number nor a name reaches the terminal, the faults or the database', async () => {
  const shown = await sendIn(
    anders,
    csv([one.replace('Åse', 'Solvej 010190-1234')], head.replace('navn', 'CPR 020290-1234')),
  )
  const kept = JSON.stringify((await world.superuser.query('select * from intake, intake_head')).rows)
  for (const place of [shown.html, kept, world.terminal.lines.join()]) {
    expect(place).not.toMatch(/010190|020290/)
    expect(place).not.toContain('Solvej')
  }
})

test.each([
  ['semicolons, Windows-1252', () => Buffer.from([head, ...rows].join('\r\n'), 'latin1')],
  [
    'commas, UTF-8 with its mark',
    () => Buffer.from(`\uFEFF${[head, ...rows].join('\n').replaceAll(';', ',')}`),
  ],
  [
    'tabs, UTF-16',
    () => Buffer.from(`\uFEFF${[head, ...rows].join('\r\n').replaceAll(';', '\t')}`, 'utf16le'),
  ],
  ['a workbook', () => book(sheetOf(head, ...rows))],
])('%s: read as it is', async (_, file) => {
  expect(wordsOf(await sendIn(anders, file()))).toContain('Der er intet at ændre')
})

test('a workbook’s days, shared texts and results of formulas', async () => {
  const shared =
    '<sst><si><t>Lone</t></si><si><r><t>Ny </t></r><r><t>stilling</t></r><rPh><t>x</t></rPh></si></sst>'
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
  const row =
    '<row r="2"><c r="A2"><v>1001</v></c><c r="B2" t="s"><v>0</v></c><c r="D2" t="inlineStr"><is><t>Engvejen</t></is></c><c r="F2" t="s"><v>1</v></c><c r="G2" t="str"><f>"in"&amp;"gen"</f><v>ingen</v></c><c r="H2" s="1"><v>44197</v></c></row>'
  const file = book(`${sheetOf(head)}${row}`, {
    'xl/sharedStrings.xml': shared,
    'xl/styles.xml': styles,
  })
  await sendIn(anders, file)
  const staged = await world.superuser.query('select number, name, title, starts_on::text from intake_row')
  expect(staged.rows).toEqual([
    { number: '1001', name: 'Lone', title: 'Ny stilling', starts_on: '2021-01-01' },
  ])
})

test('the faults as a file, and the examples, begin no formula', async () => {
  const shown = await sendIn(
    anders,
    csv([
      one.replace('ingen', '77').replace(';;Chef', ';=Skoler;Chef'),
      one.replace('1;', '2;').replace('ingen', '78'),
    ]),
  )
  const intake = shown.path.split('/').at(-1) ?? ''
  const file = await anders.send(urls.intakeFaults({ intake }))
  expect(file.headers.get('content-disposition')).toContain('attachment')
  const text = await file.text()
  expect(text).toMatch(/^\uFEFF?Række;Hvem;Kolonne;Der står;Sådan retter du den\r\n2;Åse;overenhed;'=Skoler;/)
  for (const line of text.split('\r\n'))
    for (const cell of line.split(';')) expect(cell).not.toMatch(/^"?[=+@\t-]/)
  for (const [example, name] of examples) {
    const got = new Uint8Array(await (await anders.send(urls.intakeExample({ example }))).arrayBuffer())
    expect(Buffer.from(got).includes(readFileSync(`demo/${name}`))).toBe(true)
  }
})

const examples = [
  ['kommune', 'ringkoebing-skjern.csv'],
  ['institution', 'gentofte-boernevenner.csv'],
  ['regneark', 'ringkoebing-skjern.xlsx'],
] as const

test('the examples are read as they are, both concepts’ and the workbook', async () => {
  for (const [, name] of examples) {
    const shown = wordsOf(await sendIn(anders, readFileSync(`demo/${name}`), name))
    expect(shown).toContain('Nye personer 24')
  }
})
