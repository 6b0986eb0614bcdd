import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanSheet } from '../../src/documents/document.ts'
import { createDrawing, type Drawing } from '../../src/documents/draw.ts'
import { pagesOf, tagsOf, textOf } from './poppler.ts'
import { planHeads, planSheet } from './sheets.ts'

let drawing: Drawing
beforeAll(() => {
  drawing = createDrawing({ workerUrl: new URL('../../build/worker.js', import.meta.url) })
})
afterAll(() => drawing.close())

const draw = (change: Partial<PlanSheet> = {}) => drawing.plan({ ...planSheet, ...change })
const tagged = async (change: Partial<PlanSheet>, tag: string) =>
  (await tagsOf(await draw(change))).filter(found => found.tag === tag).map(({ text }) => text)

test('S3-29 the four heads of the seed stand verbatim over their columns', async () => {
  expect(planHeads).toEqual(['Hvad skal udvikles?', 'Målet for udviklingen?', 'Hvordan?', 'Hvornår?'])
  const tags = await tagsOf(await draw())
  const heads = tags.flatMap(({ tag }, at) => (tag === 'TH' ? [tags[at + 1]?.text] : []))
  expect(heads).toEqual(planHeads)
  expect((await pagesOf(await draw()))[0]).toMatch(
    /Hvad skal udvikles\? +Målet for udviklingen\? +Hvordan\? +Hvornår\?/,
  )
})

test('S3-08 S3-13 each point is followed by its support', async () => {
  const text = await textOf(await draw())
  const order = ['forandring', 'Han holder fri til sparring', 'Tid til egen ledelse', 'Jeg klarer det selv.']
  expect(order.map(word => text.indexOf(word))).toEqual(
    order.map(word => text.indexOf(word)).toSorted((a, b) => a - b),
  )
  expect(text.match(/Sådan støtter Anders/g)).toHaveLength(2)
})

test('S0-18 a competence stands under its goal, and only where one is chosen', async () => {
  const [first, second] = planSheet.points
  const chosen = first && { ...first, competence: 'Kompetence: Samarbejde' }
  const text = await textOf(await draw({ points: chosen && second ? [chosen, second] : [] }))
  expect(text.match(/Kompetence: Samarbejde/g)).toHaveLength(1)
  expect(text.indexOf('Kompetence: Samarbejde')).toBeLessThan(text.indexOf('Tid til egen ledelse'))
  expect(await textOf(await draw())).not.toContain('Kompetence:')
})

test('S3-30 both names stand over their own dates, side by side', async () => {
  const [page = ''] = await pagesOf(await draw())
  expect(page).toMatch(/Underskrift nærmeste leder: +Underskrift leder/)
  expect(page).toMatch(/Anders +Lone\n/)
  expect(page).toMatch(/Dato 14\. april 2026 kl\. 14\.28 +Dato 15\. april 2026 kl\. 8\.05/)
})

test('D10 what was signed is read before the names', async () => {
  const text = await textOf(await draw())
  expect(text).toContain('Jeg har læst planen. Den svarer til det, vi aftalte.')
  expect(text.indexOf('Jeg har læst planen')).toBeLessThan(text.indexOf('Underskrift'))
})

test('who does not sign has no name on the line and no date, and the words say so', async () => {
  const [anders] = planSheet.signatures
  const lone = { label: 'Underskrift leder', name: 'Lone', unsigned: 'Ikke underskrevet' }
  const [page = ''] = await pagesOf(await draw({ signatures: anders ? [anders, lone] : [] }))
  expect(page).toMatch(/Lone\. Ikke underskrevet/)
  expect(page).not.toMatch(/Anders +Lone\n/)
  expect(page.match(/Dato/g)).toHaveLength(1)
})

test('a remark stands in its writer’s name, in full; where there is none it says so', async () => {
  const remark = Array.from({ length: 320 }, (_, at) => `ord${at}`).join(' ')
  const items = [{ by: 'Lone', text: remark }]
  const text = await textOf(await draw({ remarks: { ...planSheet.remarks, items } }))
  expect(text.match(/\bord\d+/g)).toEqual(remark.split(' '))
  expect(text).toMatch(/Bemærkninger\s+Lone\s+ord0/)
  expect(await textOf(await draw())).toMatch(/Bemærkninger\s+Ingen\./)
})

test('S3-24 an empty field is a dash, and a plan without points says so', async () => {
  const bare = { what: 'Et ord', goal: '', how: '', when: '', support: { label: 'Støtte', text: '' } }
  expect((await tagged({ points: [bare] }, 'TD')).filter(text => text === '–')).toHaveLength(3)
  expect(await textOf(await draw({ points: [] }))).toContain('Der er ikke aftalt nogen punkter.')
  expect(await textOf(await draw({ points: [], language: 'en' }))).toContain('No points were agreed.')
})

test('twelve points: none is parted from its support, and each page has the heads', async () => {
  const points = Array.from({ length: 12 }, (_, at) => ({
    what: `punkt${at}.`,
    goal: 'En rolig formiddag om ugen.',
    how: 'Birthe tager telefonen.',
    when: 'Fra den 1. maj 2026',
    support: { label: 'Sådan støtter Anders', text: `støtte${at}.` },
  }))
  const pages = await pagesOf(await draw({ points }))
  const pageOf = (word: string) => pages.findIndex(page => page.includes(word))
  for (const at of points.keys()) expect(pageOf(`støtte${at}.`)).toBe(pageOf(`punkt${at}.`))
  expect(pageOf('punkt11.')).toBeGreaterThan(0)
  for (const page of pages.slice(0, pageOf('punkt11.') + 1)) expect(page).toContain('Hvad skal udvikles?')
})

test('the fingerprint and the day of deletion stand at the foot of each page', async () => {
  const remarks = { ...planSheet.remarks, items: [{ by: 'Lone', text: 'linje\n'.repeat(80) }] }
  const pages = await pagesOf(await draw({ remarks }))
  expect(pages.length).toBeGreaterThan(1)
  for (const [at, page] of pages.entries())
    expect(page).toMatch(
      new RegExp(
        `Slettes den 14. april 2029. Fingeraftryk 4f2a 91c7 0be3 d85a +Side ${at + 1} af ${pages.length}`,
      ),
    )
})

test('names of forty letters and more stay within their columns', async () => {
  const name = 'Personaleudviklingsmedarbejderforeningsformandskandidat'
  const person = { label: 'Leder', name, place: 'Kløvervangen' }
  const signature = { label: 'Underskrift leder', name, date: '14. april 2026 kl. 14.28' }
  const change = { people: [person, person], signatures: [signature, signature] }
  const words = (await tagsOf(await draw(change))).map(({ text }) => text).join('')
  expect(words.replaceAll('\u00ad', '').split(name)).toHaveLength(5)
  const [page = ''] = await pagesOf(await draw(change))
  expect(page).not.toContain(name.slice(0, 40))
})
