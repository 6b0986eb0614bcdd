// The plain thing to be measured against: node:http that runs the same statements on the same connections and joins
// strings, without sessions, routes, keys or JSX. Told what to run on its standard input.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import type { Statement } from './statements.ts'

type Order = { logins: Record<string, pg.PoolConfig>; statements: Statement[]; page: string }

const order: Order = JSON.parse(await text(process.stdin))
const pools = new Map(Object.entries(order.logins).map(([role, login]) => [role, new pg.Pool(login)]))
const revived = order.statements.map(each => ({ ...each, values: each.values.map(revive) }))
const pieces = order.page.match(/[\s\S]{1,200}/g) ?? []

function revive(value: unknown): unknown {
  const bytes =
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'data' in value &&
    value.type === 'Buffer'
  return bytes && Array.isArray(value.data) ? Buffer.from(value.data) : value
}

async function sameStatements() {
  let client: pg.PoolClient | undefined
  let rows = 0
  for (const { role, text, name, values } of revived) {
    client ??= await pools.get(role)?.connect()
    const result = await client?.query(name ? { name, text, values } : text)
    rows += Array.isArray(result) ? 0 : (result?.rowCount ?? 0)
    if (text === 'commit' || text === 'rollback') {
      client?.release()
      client = undefined
    }
  }
  return rows
}

const server = createServer(async (request, response) => {
  const rows = request.url === '/static' ? 0 : await sameStatements()
  let html = ''
  for (const piece of pieces) html += piece
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'x-rows': String(rows) })
  response.end(html)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
})
