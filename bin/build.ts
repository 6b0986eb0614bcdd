// What the server runs and what the browser gets, all under build/:
//   build/server.js, worker.js, people-file.js, organisation-file.js   from src/server.ts and the threads' entries, packages left outside
//   build/assets/<name>-<hash>.<ext>   the stylesheet (and a demo's own), the fonts, the icon and one script for each src/browser/*.ts
//   build/assets.json                  { "medspil.css": "/assets/medspil-<hash>.css", … }
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { type BuildOptions, build as bundle, type OutputFile } from 'esbuild'
import { cutFonts, replaceFile } from './fonts.ts'
import { checkBudget, type Weight, weigh, weightTable } from './weight.ts'

export type Built = { manifest: Record<string, string>; weights: Weight[] }

// Phones of 2022 still read these pages: nesting is written out for them.
const browsers = ['chrome100', 'edge100', 'firefox100', 'safari15.4']

/**
 * Builds everything into `<root>/build`. Files appear whole or not at all, and older hashed files stay, so a build
 * beside a running server takes nothing from it. Throws when a page would weigh more than its budget (M23).
 */
export async function build(root: string = process.cwd()): Promise<Built> {
  await mkdir(join(root, 'build/assets'), { recursive: true })
  const [assets] = await Promise.all([buildAssets(root), buildServer(root)])
  const manifest = Object.fromEntries(
    assets.map(file => [plainName(file.path), `/assets/${basename(file.path)}`]),
  )
  const weights = assets.map(file => weigh(plainName(file.path), file.contents))
  checkBudget(weights)
  await replaceFile(join(root, 'build/assets.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return { manifest, weights }
}

async function buildAssets(root: string): Promise<OutputFile[]> {
  await cutFonts(root)
  const scripts = await pageScripts(root)
  const { outputFiles } = await bundle({
    ...shared(root),
    entryPoints: [...scripts, 'src/ui/styles/medspil.css', 'src/ui/styles/demo.css', 'src/ui/icon.svg'],
    outdir: 'build/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: browsers,
    write: false,
  })
  await Promise.all([writeAll(outputFiles), ...outputFiles.map(writePacked)])
  return outputFiles
}

/** What a browser may take packed lies beside its file as .br and .gz, packed once and as small as it gets. */
async function writePacked({ path, contents }: OutputFile): Promise<void> {
  if (path.endsWith('.woff2') || existsSync(`${path}.gz`)) return
  await replaceFile(`${path}.br`, await promisify(brotliCompress)(contents))
  await replaceFile(`${path}.gz`, await promisify(gzip)(contents, { level: 9 }))
}

/** Each file straight in src/browser is the script of a page; what two pages share lies in a folder below it. */
async function pageScripts(root: string): Promise<string[]> {
  const folder = join(root, 'src/browser')
  if (!existsSync(folder)) return []
  return (await readdir(folder)).filter(name => name.endsWith('.ts')).map(name => `src/browser/${name}`)
}

async function buildServer(root: string): Promise<void> {
  const entries = {
    server: 'src/server.ts',
    worker: 'src/documents/worker.ts',
    'people-file': 'src/outside/people-file/worker.ts',
    'organisation-file': 'src/outside/people-file/organisation-worker.ts',
  }
  const present = Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))
  if (present.length === 0) return
  const { outputFiles } = await bundle({
    ...shared(root),
    entryPoints: Object.fromEntries(present),
    outdir: 'build',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    write: false,
  })
  await writeAll(outputFiles)
}

function shared(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  }
}

async function writeAll(files: OutputFile[]): Promise<void> {
  await Promise.all(files.map(file => replaceFile(file.path, file.contents)))
}

/** `…/medspil-4KX2ZQ7A.css` → `medspil.css` */
function plainName(path: string): string {
  return basename(path).replace(/-[A-Z0-9]{8}(?=\.)/, '')
}

if (import.meta.main) {
  const { weights } = await build()
  if (process.argv.includes('--weights')) console.log(weightTable(weights))
}
