import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { transaction } from '../../src/db/database.ts'
import { addSession } from '../../src/db/sessions.ts'
import { makeSetupCode } from '../../src/db/setup.ts'
import { systemRandom } from '../../src/random.ts'
import { newToken, tokenHash } from '../../src/trust/codes.ts'
import { urls } from '../../src/urls.ts'
import type { House } from '../world/house.ts'
import { createVisitor, type Shown, type Visitor } from '../world/visitor.ts'

/** What a start prints: a code, made as the database's owner. */
export async function printedCode(house: House): Promise<string> {
  const owner = new Client({ connectionString: house.env.databaseUrl })
  await owner.connect()
  const code = await makeSetupCode(owner, systemRandom, house.deps.clock.now())
  await owner.end()
  return code
}

/** A browser in which the code has been used. */
export async function openedDoor(house: House): Promise<Visitor> {
  const visitor = createVisitor(house)
  await visitor.post(urls.setupCode(), { code: await printedCode(house) })
  return visitor
}

export const filled = {
  name: 'Lyngsø Kommune',
  language: 'da',
  concept: 'ringkoebing-skjern-lus-2019',
  'your-name': 'Hanne Skovgaard Toft',
  address: 'hanne.toft@lyngsoe.example',
}

export const head = 'nummer;navn;mail;enhed;overenhed;stilling;leder'

export const example = readFileSync('demo/ringkoebing-skjern.csv', 'utf8')

/** Presses "Opret organisationen"; follows to where it leads. */
export const make = (visitor: Visitor, rows = example, fields = filled): Promise<Shown> =>
  visitor.post(urls.setupOrganisation(), { ...fields, rows })

export const tables = [
  'organisation',
  'concept',
  'unit',
  'person',
  'post',
  'duty',
  'hosting',
  'event',
] as const

/** How many rows stand in each table of an organisation, past every wall. */
export async function countRows({ superuser }: House): Promise<Record<string, number>> {
  const counts = tables.map(table => `(select count(*)::int from ${table}) as ${table}`)
  return (await superuser.query(`select ${counts.join(', ')}`)).rows[0]
}
export const nothing = Object.fromEntries(tables.map(table => [table, 0]))

/** No organisation and no code, as in a new installation. */
export async function emptyHouse({ superuser }: House): Promise<void> {
  await superuser.query(
    'truncate organisation, unit, person, post, duty, hosting, setup_code, event, chain cascade',
  )
}

/** Sends the form as a browser does when a file is chosen, and follows redirects. */
export async function sendFile(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Shown> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new File([file.bytes], file.name, { type: 'text/csv' }))
  const response = await visitor.send(path, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  const to = response.headers.get('location')
  if (to) return visitor.get(to)
  return { status: response.status, path, html: await response.text(), headers: response.headers }
}

/** The fields a page's form would send, hidden ones and the text area too. */
export function carried({ html }: Shown): Record<string, string> {
  const tags = html.match(/<input(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/g) ?? []
  const inputs = tags
    .filter(tag => attribute(tag, 'type') === 'hidden')
    .map(tag => [attribute(tag, 'name'), attribute(tag, 'value')])
  return Object.fromEntries(inputs)
}

const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

export const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** A session of the person with this number, as the door gives them. */
export async function sessionOf(house: House, number: string): Promise<string> {
  const { rows } = await house.superuser.query('select organisation_id, id from person where number = $1', [
    number,
  ])
  const token = newToken(systemRandom)
  const session = {
    tokenHash: tokenHash(token),
    organisation: rows[0].organisation_id,
    person: rows[0].id,
    device: 'own' as const,
  }
  await transaction(house.deps.db.door, {}, tx => addSession(tx, session, house.deps.clock.now()))
  return token
}
