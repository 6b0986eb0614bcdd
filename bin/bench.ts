// `npm run bench`: what the product costs, as ratios against plainer things on the same machine in the same run.
// Figures are printed, never asserted.
import { runBundled } from './bundled.ts'

await runBundled({ bench: 'bin/bench/main.ts', baseline: 'bin/bench/baseline.ts' })
