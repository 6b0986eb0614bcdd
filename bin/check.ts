// `npm run check`: everything a machine can hold us to. `npm run check -- habits sizes` runs those parts alone.

import { resolve } from 'node:path'
import { check } from './check/run.ts'

const root = resolve(import.meta.dirname, '..')
process.exitCode = (await check(root, process.argv.slice(2))) > 0 ? 1 : 0
