import pg from 'pg'

/** One statement as the app sent it, and as which role. */
export type Statement = { role: string; text: string; name?: string; values: unknown[] }

/** Runs `work` and tells every statement that went to the database meanwhile, in order. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = new Proxy(original, {
    apply(query, client, args) {
      const [first] = args
      const { text, name, values } =
        typeof first === 'string' ? { text: first, name: undefined, values: [] } : first
      statements.push({ role: client.user, text, ...(name && { name }), values: values ?? [] })
      return Reflect.apply(query, client, args)
    },
  })
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return statements
}

/** The statement with its values written in, for pgbench. */
export function spelledOut({ text, values }: Statement): string {
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null'
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (value instanceof Date) return `'${value.toISOString()}'::timestamptz`
    if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'::bytea`
    if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `array[${value.map(literal).join(',')}]`
    return pg.escapeLiteral(String(value))
  }
  return text.replaceAll(/\$(\d+)/g, (_, at) => literal(values[Number(at) - 1])).replaceAll(/\s+/g, ' ')
}
