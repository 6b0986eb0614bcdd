// Whatever people write, a closing never stops for it: there is a paper, the words stand on it as plain text, and
// nothing in them runs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtIn } from '../../src/documents/built-in.ts'
import type { PlanSheet, RecordSheet } from '../../src/documents/document.ts'
import { createDrawing, type Drawing } from '../../src/documents/draw.ts'
import { loadFonts } from '../../src/documents/fonts.ts'
import { metadataOf, pagesOf, textOf, wordsIn } from './poppler.ts'
import { planSheet, recordSheet, withRows } from './sheets.ts'

let drawing: Drawing
beforeAll(() => {
  const workerUrl = new URL('../../build/worker.js', import.meta.url)
  drawing = createDrawing({ workerUrl, patience: 60_000 })
})
afterAll(() => drawing.close())

/** The same sheet with `text` in every field that is words. */
function recordOf(text: string): RecordSheet {
  const people = [{ label: text, name: text, place: text }]
  const row = {
    number: 1,
    question: text,
    score: 3,
    conclusion: text,
    keywords: [{ by: text, text }],
  } as const
  const sections = [{ title: text, rows: [{ ...row, keywords: [...row.keywords] }] }]
  const head = { head: text, scoreHead: text, answersHead: text, sections }
  return {
    ...{ language: 'da', at: recordSheet.at, organisation: { name: text }, title: text, people },
    ...{ held: text, place: text, foot: text, fingerprint: text },
    bands: [
      { ...head, kind: 'comments' },
      { ...head, kind: 'scored' },
    ],
  }
}

function planOf(text: string): PlanSheet {
  const labelled = { label: text, text }
  return {
    ...{ language: 'en', at: planSheet.at, organisation: { name: text }, title: text },
    ...{ people: [{ label: text, name: text, place: text }], agreed: labelled, runsTo: labelled },
    ...{
      expectation: labelled,
      heads: [text, text, text, text],
      statement: text,
      footnote: text,
      foot: text,
    },
    points: [{ what: text, goal: text, competence: text, how: text, when: text, support: labelled }],
    remarks: { label: text, none: text, items: [{ by: text, text }] },
    signatures: [
      { label: text, name: text, date: text },
      { label: text, name: text, unsigned: text },
    ],
    fingerprint: text,
  }
}

/** 🏴 with the name of a part of a country in invisible letters. */
const flagOf = (name: string) =>
  `🏴${Array.from(`${name}\u007f`, letter => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')}`

const fields = { record: 14, plan: 24 }

/** Only what is there: line ends and soft hyphens are the page's own. */
const bare = (words: string) => words.replace(/[\s\u00ad]/g, '')

/** Draws both papers with all the texts, a line each, in every field, and finds each of them in every field. */
async function expectEverywhere(texts: { written: string; shown: string }[]): Promise<void> {
  const all = texts.map(({ written }) => written).join('\n')
  const papers = { record: await drawing.record(recordOf(all)), plan: await drawing.plan(planOf(all)) }
  for (const kind of ['record', 'plan'] as const) {
    const words = bare(await textOf(papers[kind], '-raw'))
    for (const { shown } of texts)
      expect([shown, words.split(bare(shown)).length > fields[kind]]).toEqual([shown, true])
    expect(await metadataOf(papers[kind])).toContain('<pdfuaid:part>1</pdfuaid:part>')
  }
}

describe('markup is words', () => {
  const markup = [
    '#read("/etc/passwd")',
    '#include "/etc/passwd"',
    '#eval("1+1") #panic("x") #sys.inputs',
    '#import "@preview/example:0.1.0": *',
    '#set page(fill: red) #show: none',
    '$x^2$ *b* _i_ `c` @ref <label>',
    '= head',
    '- a + b / c: d',
    '\\u{1F600} \\ \\# [x] {y}',
    '--- ~ ... "quoted" \'single\'',
    '// gone? /* gone? */',
    '<script>alert(1)</script>',
    '&lt;b&gt; &amp; <!-- --> ]]>',
    'https://example.org/?a=1&b=2#c',
    '{"json": [1, null]} {{x}} %s %n',
    '(PDF) >> endobj stream /JS',
  ]

  test('of Typst, HTML, JSON and PDF stands in every field as it was written', async () => {
    await expectEverywhere(markup.map(written => ({ written, shown: written })))
  })

  test('no file is read', async () => {
    expect(await textOf(await drawing.plan(planOf(markup.join('\n'))))).not.toMatch(/root:|:0:0:/)
  })
})

describe('letters of all kinds', () => {
  const letters = [
    ['letters of other tongues stay', 'Łukasz Gülşen Żółć Ёлка Ναυσικά Þór Nguyễn', ''],
    ['letters written in two parts are put together', 'A\u030angstro\u0308m', 'Ångström'],
    ['signs stay', '→ ✓ ★ ☺ ♥ ½ € † • … “quoted”', ''],
    ['an emoji is drawn', 'Godt 😀 gået', ''],
    ['a family, a flag and a skin tone too', 'fam 👩‍👩‍👧‍👦 🇩🇰 👍🏽 fam', ''],
    ['a flag spelt in tags', `flag ${flagOf('gbeng')} flag`, ''],
    ['a key and a heart, with and without its selector', 'h 7\ufe0f\u20e3 ❤ ❤\ufe0f h', ''],
    [
      'a picture that is no font’s is one box, however many it is put together from',
      `pic 👩\u200d\u{1faff}\u200d👧 ${flagOf('usca')} \u{1faff} pic`,
      'pic □ □ □ pic',
    ],
    ['a skin tone on nothing that could have one', 'tone\u0000🏽 tone\u200b🏽', 'tone□□ tone□'],
    ['Chinese is boxes, as long as it was', 'zh 今日は zh', 'zh □□□ zh'],
    ['private use', 'pua \ue000 \u{f0000} pua', 'pua □ □ pua'],
    ['noncharacters and unassigned', 'non \ufdd0 \u{1ffff} \u0378 non', 'non □ □ □ non'],
    ['controls', 'a\u0000b\u0007c\u001bd\u007fe\u009bf', 'a□b□c□d□e□f'],
    ['half characters', 'half\ud83d half\ude00', 'half□ half□'],
    ['what no eye sees is left out', 'see\u200bn\u2060o\ufefft\u00adh\u202ei\u2066n', 'seenothin'],
    ['spaces of all widths are spaces', 'a\u2003b\u3000c\td\u202fe', 'a b c d e'],
    ['a mark on nothing, a mark of another font', '\u0301 x\u20e3 y\u05b4', 'x□ y□'],
    ['a flood of marks is the letter with four of them', `Z${'\u0301'.repeat(3000)}`, '□'],
  ] as const

  test.each(letters)('%s', async (_, written, shown) => {
    const sheet = { ...planOf(''), organisation: { name: 'Łęg' } }
    const items = [{ by: 'Lone', text: written }]
    const pdf = await drawing.plan({ ...sheet, title: written, remarks: { ...sheet.remarks, items } })
    const words = bare(await textOf(pdf, '-raw'))
    // No letter may send the others to the plainest there are.
    expect(words).toContain('Łęg')
    expect(words.split(bare(shown || written)).length).toBeGreaterThan(2)
  })

  test('all at once in every field', async () => {
    await expectEverywhere(letters.map(([, written, shown]) => ({ written, shown: shown || written })))
  })

  test('every flag, skin tone and key is one picture, as wide as a face', async () => {
    const pictures = ['😀', '👩‍👩‍👧‍👦', '❤️‍🔥', flagOf('gbsct'), ...flags(), ...tones(), ...keys()]
    expect(pictures.length).toBeGreaterThan(900)
    const remarks = { ...planSheet.remarks, items: [{ by: 'Lone', text: pictures.join('\n') }] }
    const drawn = await wordsIn(await drawing.plan({ ...planSheet, remarks }))
    const widths = new Map(drawn.map(({ word, width }) => [word, width.toFixed(1)]))
    const others = pictures.filter(picture => widths.get(picture) !== widths.get('😀'))
    expect(others.map(picture => [picture, widths.get(picture)])).toEqual([])
  })

  test('Arabic and Hebrew are drawn', async () => {
    // Reading programs put right-to-left words in an order of their own: what counts is that each letter is there.
    const text = 'سلام שלום'
    const found = await textOf(await drawing.record(recordOf(text)))
    for (const letter of bare(text)) expect(found.normalize('NFKC')).toContain(letter)
    expect(found).not.toContain('□')
  })

  test('every line stays a line', async () => {
    const sheet = withRows(recordSheet, row =>
      row.number === 1 ? { ...row, conclusion: 'en\r\nto\n\nfire' } : row,
    )
    expect(await textOf(await drawing.record(sheet), '-layout')).toMatch(
      / en\n +to\n\n? +fire|en\n +to\n+ +fire/,
    )
  })

  test('all that our fonts are said to hold is drawn, and nothing else is claimed', async () => {
    const { alphabets } = await loadFonts()
    expect(alphabets.length).toBeGreaterThan(builtIn.length)
    for (const alphabet of alphabets) {
      const letters = lettersIn(alphabet)
      expect(letters.length).toBeGreaterThan(20)
      const items = [{ by: letters, text: letters }]
      const pdf = await drawing.plan({ ...planSheet, remarks: { ...planSheet.remarks, items } })
      const text = await textOf(pdf)
      const drawn = new Set(text.normalize('NFKC'))
      const wanted = Array.from(letters.normalize('NFKC'))
      expect(wanted.filter(letter => !drawn.has(letter))).toEqual([])
      expect(text.split('□').length - 1).toBe(letters.includes('□') ? 2 : 0)
    }
  })
})

const rgi = /^\p{RGI_Emoji}$/v
const codes = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))

function flags(): string[] {
  const letters = codes(0x1f1e6, 0x1f1ff)
  return letters.flatMap(one => letters.map(other => one + other)).filter(pair => rgi.test(pair))
}

function tones(): string[] {
  const people = codes(0x2600, 0x1faff).filter(letter => /\p{Emoji_Modifier_Base}/u.test(letter))
  return people
    .flatMap(person => codes(0x1f3fb, 0x1f3ff).map(tone => person + tone))
    .filter(toned => rgi.test(toned))
}

function keys(): string[] {
  return [...'#*0123456789'].map(key => `${key}\ufe0f\u20e3`)
}

function lettersIn(alphabet: { has: (code: number) => boolean }): string {
  const codes = Array.from({ length: 0x20000 }, (_, code) => code).filter(code => alphabet.has(code))
  const visible = codes
    .map(code => String.fromCodePoint(code))
    .filter(letter => /[^\p{C}\p{Z}\p{M}]/u.test(letter))
  return visible.join(' ')
}

describe('lengths of all kinds', () => {
  const most = { timeout: 120_000 }

  /** Pages turn within so long a text, so letters are counted, not words. */
  async function expectLetters(text: string, letter: string): Promise<void> {
    const wanted = text.split(letter).length - 1
    const papers = { record: await drawing.record(recordOf(text)), plan: await drawing.plan(planOf(text)) }
    for (const kind of ['record', 'plan'] as const) {
      const found = (await textOf(papers[kind], '-raw')).split(letter).length - 1
      expect(found).toBeGreaterThanOrEqual(fields[kind] * wanted)
    }
  }

  test('a word of ten thousand letters in every field is on the paper whole', most, async () => {
    await expectLetters('x'.repeat(10_000), 'x')
  })

  test('a hundred lines in every field', most, async () => {
    await expectLetters('§\n'.repeat(100), '§')
  })

  test('nothing at all in every field is a paper too', async () => {
    expect(await pagesOf(await drawing.record(recordOf('')))).toHaveLength(1)
    expect(await pagesOf(await drawing.plan(planOf('')))).toHaveLength(1)
    expect(await pagesOf(await drawing.record({ ...recordSheet, bands: [], people: [] }))).toHaveLength(1)
  })
})
