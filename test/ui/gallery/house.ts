// The gallery behind the strictest policy the pages must live with, on a port of its own.
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { renderPage } from '../../../src/ui/render.ts'
import { gallery } from './pages.tsx'

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'"
const types: Record<string, string> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript',
}

export const html: Record<string, string> = Object.fromEntries(
  Object.entries(gallery).map(([name, page]) => [name, renderPage(page)]),
)

/** Serves `/<name>` for each page of the gallery, and the built assets. */
export async function openGallery(): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => answer(request.url ?? '/', response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The gallery has no port.')
  return { server, address: `http://127.0.0.1:${bound.port}` }
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const page = html[path.slice(1)]
  if (page) {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(page)
    return
  }
  const body = await readFile(join('build', path)).catch(() => undefined)
  response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body)
}
