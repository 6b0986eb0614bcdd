import { readFile } from 'node:fs/promises'
import { parseSync, type TSType } from 'oxc-parser'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeSchema } from '../src/db/schema.ts'
import { type House, openHouse } from './world/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('db/schema.sql is what the migrations make', async () => {
  const owner = new Client({ connectionString: house.env.databaseUrl })
  await owner.connect()
  const fresh = await describeSchema(owner).finally(() => owner.end())
  const kept = await readFile('db/schema.sql', 'utf8')
  expect(firstDifference(kept, fresh), 'renew it: node_modules/.bin/node bin/schema.ts').toBeUndefined()
})

test('src/db/tables.ts has every column of the tables it names, and no other', async () => {
  const written = await columnsOfTypes()
  const { rows } = await house.superuser.query<{ table: string; name: string }>(
    `select table_name as table, column_name || case is_nullable when 'YES' then '?' else '' end as name
     from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
  )
  const there = (table: string) => rows.filter(row => row.table === table).map(row => row.name)
  expect(written.size).toBeGreaterThan(25)
  for (const [table, columns] of written) expect(columns.toSorted(), table).toEqual(there(table).toSorted())
})

test('every table of ours stands under forced row-level security', async () => {
  const { rows } = await house.superuser.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname not like 'kysely%' and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(rows).toEqual([])
})

/** The first line that differs, as both have it. */
function firstDifference(one: string, other: string) {
  const [left, right] = [one.split('\n'), other.split('\n')]
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => i).find(
    i => left[i] !== right[i],
  )
  return at === undefined ? undefined : { line: at + 1, kept: left[at], fresh: right[at] }
}

// A reading of type literals, names of other types in the file, and what is joined by `&`: that is all tables.ts uses.

async function columnsOfTypes(): Promise<Map<string, string[]>> {
  const { program } = parseSync('tables.ts', await readFile('src/db/tables.ts', 'utf8'))
  const types = new Map<string, TSType>()
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'TSTypeAliasDeclaration') types.set(declared.id.name, declared.typeAnnotation)
  }
  const tables = types.get('Tables')
  return new Map(membersOf(tables, types).map(({ name, type }) => [name, columnsOf(type, types)]))
}

type Member = { name: string; type: TSType }

const columnsOf = (type: TSType, types: Map<string, TSType>) =>
  membersOf(type, types).map(({ name, type: column }) => (mayBeNull(column, types) ? `${name}?` : name))

function membersOf(type: TSType | undefined, types: Map<string, TSType>): Member[] {
  if (type?.type === 'TSIntersectionType') return type.types.flatMap(each => membersOf(each, types))
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier')
    return membersOf(types.get(type.typeName.name), types)
  if (type?.type !== 'TSTypeLiteral') return []
  return type.members.flatMap(member =>
    member.type === 'TSPropertySignature' && member.key.type === 'Identifier' && member.typeAnnotation
      ? [{ name: member.key.name, type: member.typeAnnotation.typeAnnotation }]
      : [],
  )
}

function mayBeNull(type: TSType, types: Map<string, TSType>): boolean {
  if (type.type === 'TSUnionType') return type.types.some(each => mayBeNull(each, types))
  return type.type === 'TSNullKeyword'
}
