import type { Checkout } from './checkout.ts'
import type { Fault, Part } from './part.ts'
import { run } from './program.ts'

const kept = 'db/schema.sql'

/** db/schema.sql against the database the migrations make, on a server started for this alone. */
export const schemaPart: Part = {
  name: 'schema',
  minds: listFiles,
  run: async checkout => {
    const { stdout, stderr } = await run('freshSchema', [], checkout.root)
    if (!stdout.includes('TABLE ')) throw new Error(`no fresh database to compare with: ${stderr}`)
    return { seen: listFiles(checkout).length, faults: compare(checkout.read(kept), stdout) }
  },
}

function listFiles(checkout: Checkout): string[] {
  return checkout.list('db/{schema.sql,migrations/*.sql}')
}

/** The first line in which the kept text differs from what the migrations make, if any. */
export function compare(file: string, database: string): Fault[] {
  const [has, makes] = [file.split('\n'), database.split('\n')]
  const longest = has.length > makes.length ? has : makes
  const at = longest.findIndex((_, index) => has[index] !== makes[index])
  if (at < 0) return []
  const message = `has "${has[at] ?? ''}", the migrations make "${makes[at] ?? ''}": node bin/schema.ts renews it`
  return [{ path: kept, line: at + 1, rule: 'stale', message }]
}
