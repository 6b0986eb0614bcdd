import { request } from 'node:http'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { serveHouse } from '../world/served.ts'
import { cookieOf, type Visitor, wordsOf } from '../world/visitor.ts'
import { administrator, csv, filesOnTheirWay, rowsOf, settled } from './office.ts'

// A file over a real line: a server hands its bytes on as they come, and answers also what it stops reading.

let world: World
let anders: Visitor
let served: Awaited<ReturnType<typeof serveHouse>>
beforeAll(async () => {
  world = await openWorld()
  anders = await administrator(world)
  served = await serveHouse(world)
})
afterAll(async () => {
  served.close()
  await world.close()
})

const line = '----line'
const head = (name: string, more = '') =>
  `--${line}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
const began = `${head('key')}${crypto.randomUUID()}\r\n${head('file', '; filename="a.csv"')}`

type Pieces = Iterable<string | Buffer> | AsyncIterable<string>

/** Sends a form in pieces of no told length; gives the answer, or how the line broke. */
function send(pieces: Pieces): Promise<{ status: number; to: string }> {
  const { pathname, hostname, port } = new URL(urls.intake(), served.address)
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: cookieOf(anders),
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${line}`,
    }
    const sent = request({ hostname, port, path: pathname, method: 'POST', headers }, answer => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? '' })
    })
    sent.on('error', reject)
    const body = Readable.from(pieces)
    body.on('error', fault => sent.destroy(fault))
    body.pipe(sent)
  })
}

test('a file is read as it comes', async () => {
  const bytes = csv(await rowsOf(world))
  const { status, to } = await send([
    began,
    bytes.subarray(0, 100),
    bytes.subarray(100),
    `\r\n--${line}--\r\n`,
  ])
  expect(status).toBe(303)
  const shown = await settled(anders, new Response(null, { status, headers: { location: to } }))
  expect(wordsOf(shown)).toContain('Der er intet at ændre')
})

test('one of no told length that never ends is refused, and the refusal is read', async () => {
  const piece = Buffer.alloc(1024 * 1024, 'a')
  function* endless() {
    yield began
    for (let n = 0; n < 90; n++) yield piece
    yield `\r\n--${line}--\r\n`
  }
  expect((await send(endless())).status).toBe(413)
})

test('of a line that breaks nothing stays open', async () => {
  const before = filesOnTheirWay()
  async function* broken() {
    yield began
    yield 'nummer;navn'
    await expect.poll(filesOnTheirWay).toHaveLength(before.length + 1)
    throw new Error('the line broke')
  }
  await expect(send(broken())).rejects.toThrow('the line broke')
  await expect.poll(filesOnTheirWay).toEqual(before)
})
