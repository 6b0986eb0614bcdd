import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDrawing, type Drawing } from '../../src/documents/draw.ts'
import { fontsOf, infoOf, metadataOf, pagesOf, tagsOf } from './poppler.ts'
import { planSheet, recordSheet } from './sheets.ts'

let drawing: Drawing
let papers: { name: string; title: string; pdf: Uint8Array }[] = []
beforeAll(async () => {
  drawing = createDrawing({ workerUrl: new URL('../../build/worker.js', import.meta.url) })
  papers = [
    { name: 'the record', title: recordSheet.title, pdf: await drawing.record(recordSheet) },
    { name: 'the plan', title: planSheet.title, pdf: await drawing.plan(planSheet) },
  ]
})
afterAll(() => drawing.close())

const each = async (check: (paper: { title: string; pdf: Uint8Array }) => Promise<void> | void) => {
  for (const paper of papers) await check(paper)
}

describe('S3-13 both papers can be kept and can be read aloud', () => {
  test('they are marked PDF/A-2a and PDF/UA-1, and the second mark is described as the first one asks', async () => {
    await each(async ({ pdf }) => {
      const xmp = await metadataOf(pdf)
      expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
      expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(xmp).toContain('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
      expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
      expect(xmp.match(/<pdfuaid:part>/g)).toHaveLength(1)
    })
  })

  test('they tell their language, title and organisation, and viewers show the title', async () => {
    await each(async ({ pdf, title }) => {
      const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false })
      expect(String(catalog.lookup(PDFName.of('Lang')))).toBe('(da-DK)')
      expect(String(catalog.lookup(PDFName.of('ViewerPreferences')))).toContain('/DisplayDocTitle true')
      expect(await infoOf(pdf)).toMatch(new RegExp(`Title: +${title}\\nSubject: +Slettes`))
      expect(await infoOf(pdf)).toMatch(/Author: +Lyngsø Kommune/)
    })
  })

  test('on an English paper the concept’s own words are tagged as the Danish they are', async () => {
    const languagesIn = async (pdf: Uint8Array) => {
      const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
      const found = context.enumerateIndirectObjects().map(([, object]) => object.toString())
      return new Set(found.flatMap(object => object.match(/\/Lang \([^)]*\)/g) ?? []))
    }
    const both = new Set(['/Lang (en-GB)', '/Lang (da-DK)'])
    expect(await languagesIn(await drawing.plan({ ...planSheet, language: 'en' }))).toEqual(both)
    expect(await languagesIn(await drawing.record({ ...recordSheet, language: 'en' }))).toEqual(both)
    await each(async ({ pdf }) => expect(await languagesIn(pdf)).toEqual(new Set(['/Lang (da-DK)'])))
  })

  test('their tags have one title, headings below it, and tables with heads', async () => {
    await each(async ({ pdf, title }) => {
      expect(await infoOf(pdf)).toMatch(/Tagged: +yes/)
      const tags = await tagsOf(pdf)
      const count = (tag: string) => tags.filter(found => found.tag === tag).length
      expect(tags.filter(({ tag }) => tag === 'H1')).toEqual([{ tag: 'H1', text: title }])
      expect(count('H2')).toBeGreaterThan(1)
      expect(count('Table')).toBe(1)
      expect(count('TH')).toBeGreaterThan(3)
      expect(count('TD')).toBeGreaterThan(4)
    })
  })

  test('nothing in them breaks the archive: fonts inside, a colour profile, bare metadata, no secrets, no scripts', async () => {
    await each(async ({ pdf }) => {
      const fonts = (await fontsOf(pdf)).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(2)
      for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
      const document = await PDFDocument.load(pdf, { updateMetadata: false })
      const { catalog, context } = document
      const metadata = catalog.lookup(PDFName.of('Metadata'))
      expect(metadata instanceof PDFRawStream && metadata.dict.has(PDFName.of('Filter'))).toBe(false)
      expect(catalog.has(PDFName.of('OutputIntents'))).toBe(true)
      expect(context.trailerInfo.Encrypt).toBeUndefined()
      expect(context.trailerInfo.ID).toBeDefined()
      const everything = context.enumerateIndirectObjects().map(([, object]) => object.toString())
      for (const forbidden of [
        '/JavaScript',
        '/Launch',
        '/EmbeddedFile',
        '/AA ',
        '/OpenAction',
        '/LZWDecode',
      ])
        expect(everything.filter(object => object.includes(forbidden))).toEqual([])
    })
  })

  test('the same sheet gives the same bytes, dated when the talk was closed and not when it was drawn', async () => {
    expect(Buffer.from(await drawing.record(recordSheet)).equals(Buffer.from(papers[0]?.pdf ?? []))).toBe(
      true,
    )
    expect(Buffer.from(await drawing.plan(planSheet)).equals(Buffer.from(papers[1]?.pdf ?? []))).toBe(true)
    await each(async ({ pdf }) => {
      expect(await metadataOf(pdf)).toContain('<xmp:CreateDate>2026-04-14T12:31:00Z</xmp:CreateDate>')
    })
  })
})

describe('the organisation’s mark', () => {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  const withMark = (base64: string) => ({
    ...planSheet,
    organisation: { name: 'Lyngsø Kommune', mark: { format: 'png', base64 } as const },
  })

  test('S3-01 stands at the head as decoration: it is drawn, and not read aloud', async () => {
    const pdf = await drawing.plan(withMark(dot))
    const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
    const pictures = context
      .enumerateIndirectObjects()
      .filter(([, object]) => /\/Subtype \/Image/.test(object.toString()))
    expect(pictures.length).toBeGreaterThan(0)
    expect((await tagsOf(pdf)).map(({ tag }) => tag)).not.toContain('Figure')
  })

  test('a picture that cannot be read is left out, and the paper is drawn', async () => {
    for (const base64 of ['', 'bm90IGEgcGljdHVyZQ==', dot.slice(0, 60)]) {
      const pdf = await drawing.plan(withMark(base64))
      expect((await pagesOf(pdf))[0]).toContain('Lyngsø Kommune')
      expect(await metadataOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    }
  })
})
