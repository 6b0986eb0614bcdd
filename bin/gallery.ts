// The pictures of the look, rebuilt from src/ui: `node_modules/.bin/node bin/gallery.ts` prints an address to open.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { build } from './build.ts'

const root = process.cwd()
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript',
}

// JSX needs translating, so the pages are bundled first and then asked for their HTML.
const script = `
  import { gallery } from './test/ui/gallery/pages.tsx'
  import { renderPage } from './src/ui/render.ts'
  export const html = Object.fromEntries(Object.entries(gallery).map(([name, page]) => [name, renderPage(page)]))
`

await build(root)
const pages = await writePages()
const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const file = path.startsWith('/assets/') ? join(root, 'build', path) : join(root, 'build/gallery', path)
  const body = await readFile(file).catch(() => undefined)
  response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body)
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  for (const page of pages) console.log(`http://localhost:${port}/${page}.html`)
})

async function writePages(): Promise<string[]> {
  const folder = join(root, 'build/gallery')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, 'pages.js')
  const entry = { contents: script, resolveDir: root, loader: 'ts' as const }
  await bundle({
    stdin: entry,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outfile,
  })
  const { html }: { html: Record<string, string> } = await import(pathToFileURL(outfile).href)
  await Promise.all(Object.entries(html).map(([name, text]) => writeFile(join(folder, `${name}.html`), text)))
  return Object.keys(html)
}
