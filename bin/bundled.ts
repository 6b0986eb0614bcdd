import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** Bundles tools that use pages, which Node cannot read as they stand, and runs the first of them. */
export async function runBundled(entryPoints: Readonly<Record<string, string>>): Promise<void> {
  process.chdir(root)
  await build({
    entryPoints: { ...entryPoints },
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  const [first = ''] = Object.keys(entryPoints)
  await import(pathToFileURL(join(root, `build/${first}.js`)).href)
}
