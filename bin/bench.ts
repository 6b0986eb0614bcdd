// `npm run bench`: what the product costs, as ratios against plainer things on the same machine in the same run.
// Figures are printed, never asserted. The measurements use pages, so they are bundled before they run.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'

const root = join(import.meta.dirname, '..')
process.chdir(root)
await bundle({
  entryPoints: { bench: 'bin/bench/main.ts', baseline: 'bin/bench/baseline.ts' },
  outdir: 'build',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
})
await import(pathToFileURL(join(root, 'build/bench.js')).href)
