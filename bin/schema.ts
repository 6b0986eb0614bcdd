// Writes db/schema.sql: a fresh database is made by the migrations, asked what it is, and thrown away.

import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { run } from './check/program.ts'

const checkout = resolve(import.meta.dirname, '..')
const { stdout, stderr } = await run('freshSchema', [], checkout)
if (!stdout.includes('TABLE ')) throw new Error(`no fresh database to describe: ${stderr}`)
const file = join(checkout, 'db', 'schema.sql')
await writeFile(file, stdout)
console.log(`Written: ${file}`)
