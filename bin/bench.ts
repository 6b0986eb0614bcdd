// `npm run bench`: what the product costs, as ratios against plainer things on the same machine in the same run.
// Figures are printed, never asserted.
import { readCommandLine } from '../src/command-line.ts'
import { parts } from './bench/parts.ts'
import { runBundled } from './bundled.ts'
import { inWords } from './command/run.ts'

await inWords(async () => {
  readCommandLine({
    command: 'npm run bench',
    options: {},
    words: parts,
    forms: ['npm run bench', ...parts.map(part => `npm run bench -- ${part}`)],
  })
  await runBundled({ bench: 'bin/bench/main.ts', baseline: 'bin/bench/baseline.ts' })
})
