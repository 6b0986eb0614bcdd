import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { assetFolder } from '../ui/assets.ts'
import { urls } from '../urls.ts'
import { notFoundPage } from './answers.tsx'
import type { Area } from './context.ts'
import { takes } from './packed.ts'

const kinds: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Built files. Their names carry a hash of what is in them, so a browser may keep them for ever. */
export const assets: Area = app => {
  app.get(urls.asset.pattern, async c => {
    const file = c.req.param('file')
    const kind = kinds[extname(file)]
    if (!kind || !/^[\w-]+\.\w+$/.test(file)) return notFoundPage(c)
    const coded = takes(c, 'br') ? 'br' : takes(c, 'gzip') ? 'gz' : undefined
    const body = await bodyOf(file, coded)
    if (!body) return notFoundPage(c)
    return c.body(body.bytes, 200, { 'Content-Type': kind, ...forEver, ...codingOf(body) })
  })
}

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' }

const codingOf = ({ coded }: Body) =>
  coded && { 'Content-Encoding': coded === 'gz' ? 'gzip' : 'br', Vary: 'Accept-Encoding' }

type Body = { bytes: Uint8Array<ArrayBuffer>; coded?: string | undefined }
const kept = new Map<string, Body>()

async function bodyOf(file: string, coded: string | undefined): Promise<Body | undefined> {
  const name = coded ? `${file}.${coded}` : file
  const known = kept.get(name)
  if (known) return known
  const read = await readFile(join(assetFolder(), name)).catch(() => undefined)
  if (!read) return coded ? bodyOf(file, undefined) : undefined
  const body = { bytes: new Uint8Array(read), coded }
  kept.set(name, body)
  return body
}
