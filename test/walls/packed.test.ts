import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'

let world: World
let lone: Visitor
beforeAll(async () => {
  world = await openWorld()
  lone = await world.as('lone')
})
afterAll(() => world.close())

const ask = (coding: string) => lone.send(urls.about(), { headers: { 'accept-encoding': coding } })
const bytesOf = async (coding: string) => Buffer.from(await (await ask(coding)).arrayBuffer())
/** Keys in forms are new each time, and the signs at the end are. */
const still = (html: string) => html.replaceAll(/name="key" value="[^"]*"/g, '').replace(/<!--[^>]*-->$/, '')

test('M23 a page comes packed to whoever takes it, with the same words in less than half the bytes', async () => {
  const plain = await ask('identity')
  const packed = await ask('br, gzip')
  expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip'])
  expect([plain, packed].map(({ headers }) => headers.get('vary'))).toEqual(Array(2).fill('Accept-Encoding'))
  const [html, bytes] = [await plain.text(), Buffer.from(await packed.arrayBuffer())]
  expect(still(gunzipSync(bytes).toString())).toBe(still(html))
  expect(html).not.toMatch(/<!--/)
  expect(bytes.length).toBeLessThan(html.length / 2)
})

test.each(['', 'br', 'gzip;q=0', 'x-gzip'])('who takes %j gets it as it is', async coding => {
  expect((await ask(coding)).headers.get('content-encoding')).toBe(null)
})

test('how long it is packed says nothing certain: no two loads need be alike', async () => {
  const lengths = new Set<number>()
  for (let n = 0; n < 20; n++) lengths.add((await bytesOf('gzip')).length)
  expect(lengths.size).toBeGreaterThan(5)
})
