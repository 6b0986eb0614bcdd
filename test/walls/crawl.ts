import { basename } from 'node:path'
import type { Bylaw } from '../../src/domain/access.ts'
import { findBylaw } from '../../src/pages/bylaws.ts'
import { asset } from '../../src/ui/assets.ts'
import { urls } from '../../src/urls.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import type { Thread } from './thread.ts'

/** A route of the app with its rule, and the addresses that are asked for under it. */
export type Route = { name: string; method: 'GET' | 'POST'; bylaw: Bylaw; paths: string[] }

/** What somebody got. `body` is the bytes, read as text where they are text. */
export type Answer = {
  status: number
  location: string | null
  headers: string
  body: string
  bytes: Uint8Array
}

/** Every route the app serves, its parts filled in for this conversation. Signing out is tried with the sessions. */
export async function routesOf(
  { app, people, superuser, organisation }: World,
  { id }: Pick<Thread, 'id'>,
): Promise<Route[]> {
  const { rows } = await superuser.query('select id from plan_point where conversation_id = $1', [id])
  const intake = await anIntake(superuser)
  const held = await superuser.query(
    `select id from duty where organisation_id = $1 and ends_on is null limit 1`,
    [organisation],
  )
  const parts: Record<string, string[]> = {
    intake: [intake],
    example: ['kommune'],
    id: [id],
    post: [people.lone.post],
    person: [people.birthe.person],
    duty: [held.rows[0]?.id ?? '01900000-0000-7000-8000-000000000000'],
    step: ['indledning', 'strategi'],
    point: [rows[0]?.id ?? '01900000-0000-7000-8000-000000000000'],
    choice: ['skriv-under', 'bemaerkning'],
    part: ['record', 'plan'],
    slot: ['politikker'],
    file: [basename(asset('medspil.css'))],
  }
  const seen = new Set<string>()
  return app.routes.flatMap(({ method, path }) => {
    const bylaw = findBylaw({ method, path })
    const isNew = !seen.has(`${method} ${path}`) && seen.add(`${method} ${path}`)
    if (!bylaw || !isNew || path === urls.signOut.pattern) return []
    const [name = ''] = Object.entries(urls).find(([, url]) => url.pattern === path) ?? []
    return [{ name, method: method === 'POST' ? 'POST' : 'GET', bylaw, paths: filled(path, parts) }]
  })
}

/** A file that an administrator has begun on. */
async function anIntake(superuser: World['superuser']): Promise<string> {
  const id = '7d1f0c3e-0000-4000-8000-00000000f11e'
  await superuser.query(
    `insert into intake (organisation_id, id, made_by, made_at, status, seen_at, report)
      select d.organisation_id, $1, d.person_id, app.now(), 'faults', app.now(), '{"faults": [], "heads": []}' from duty d
      where d.duty = 'administrator' limit 1 on conflict do nothing`,
    [id],
  )
  return id
}

function filled(pattern: string, parts: Readonly<Record<string, string[]>>): string[] {
  const part = /:(\w+)/.exec(pattern)?.[1]
  if (!part) return [pattern]
  const values = parts[part]
  if (!values) throw new Error(`no value for :${part} in ${pattern}`)
  return values.flatMap(value => filled(pattern.replace(`:${part}`, value), parts))
}

/** A question that stands behind some addresses: the version of the text that is read. */
const asked: Readonly<Record<string, string>> = { answer: '?tekst=1' }

/** What this visitor gets there. Where our own script asks for news, it is asked for too. */
export async function answersAt(visitor: Visitor, { name, method, paths }: Route): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const path of paths) {
    const to = `${path}${asked[name] ?? ''}`
    if (method === 'POST') answers.push(await answered(await visitor.postOnly(to, fields[name] ?? {})))
    else answers.push(await answered(await visitor.send(to)))
    if (method === 'GET' && withNews.includes(name))
      answers.push(await answered(await visitor.send(to, byScript)))
  }
  return answers
}

const withNews = ['topic', 'planDraft']
const byScript = { headers: { accept: 'application/json' } }

/** What the forms send that would otherwise be led back for want of a choice. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signatures: { choice: 'signed', version: '1' },
  freshCode: { choice: 'signed', version: '1' },
  correction: { version: '1' },
  unanswered: { version: '1' },
  freezing: { gaps: 'seen' },
  sharing: { do: 'share', 'share.q1': 'yes', 'q1.version': '1' },
}

export async function answered(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: JSON.stringify([...response.headers]),
    body: Buffer.from(bytes).toString('utf8'),
    bytes,
  }
}
