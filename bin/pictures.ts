// `npm run pictures`: every screen in every state the looks go through, at 390 and 1280, in Danish and English, and in
// Danish at 768 and as dark surroundings, forced colours, paper and text twice as large have it. They land in ./pictures.

import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startVitest } from 'vitest/node'
import { readCommandLine } from '../src/command-line.ts'
import { build } from './build.ts'
import { inWords } from './command/run.ts'

const root = resolve(import.meta.dirname, '..')
await inWords(async () => {
  readCommandLine({ command: 'npm run pictures', options: {}, forms: ['npm run pictures'] })
  const folder = join(root, 'pictures')
  await rm(folder, { recursive: true, force: true })
  process.env.MEDSPIL_PICTURES = folder
  await build(root)
  const tests = ['test/looks/', 'test/setup/browser.test.ts', 'test/demo/']
  await startVitest(tests, { root, watch: false })
  console.log(`Pictures: ${folder}`)
})
process.exit()
