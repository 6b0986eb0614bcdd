import { readdirSync, readlinkSync } from 'node:fs'
import { vi } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { World } from '../world/people.ts'
import type { Shown, Visitor } from '../world/visitor.ts'

// The administrator's way with a file: sent, looked through, put in place.

/** Makes Anders the administrator of Lyngsø, and gives his browser. */
export async function administrator(world: World): Promise<Visitor> {
  await world.superuser.query(
    `insert into duty (organisation_id, id, person_id, duty, starts_on) values ($1, gen_random_uuid(), $2, 'administrator', '2020-01-01')`,
    [world.organisation, world.people.anders.person],
  )
  return world.as('anders')
}

/** Those who are in Lyngsø, as rows of a file that changes nothing. */
export async function rowsOf(world: World): Promise<string[]> {
  const { rows } = await world.superuser.query<{ row: string }>(
    `select concat_ws(';', p.number, p.name, coalesce(p.address, ''), u.name, '', o.title, coalesce(l.number, 'ingen'), to_char(o.starts_on, 'DD-MM-YYYY')) as row
      from person p join post o on o.person_id = p.id join unit u on u.id = o.unit_id
      left join hosting h on h.participant_post_id = o.id left join post b on b.id = h.host_post_id
      left join person l on l.id = b.person_id
      where p.organisation_id = $1 and o.ends_on is null and h.ends_on is null order by p.name`,
    [world.organisation],
  )
  return rows.map(({ row }) => row)
}

export const head = 'nummer;navn;mail;enhed;overenhed;stilling;leder;startdato'

export const csv = (rows: readonly string[], heads = head): Buffer =>
  Buffer.from([heads, ...rows].join('\r\n'))

/** Sends a file and waits until there is something to see. */
export async function sendIn(visitor: Visitor, bytes: Uint8Array, name = 'medarbejdere.csv'): Promise<Shown> {
  return settled(visitor, await sendOnly(visitor, bytes, name))
}

export async function sendOnly(
  visitor: Visitor,
  bytes: Uint8Array,
  name: string,
  key: string = crypto.randomUUID(),
) {
  const body = new FormData()
  body.set('key', key)
  body.set('file', new File([new Uint8Array(bytes)], name))
  const headers = { 'sec-fetch-site': 'same-origin' }
  return visitor.send(urls.intake(), { method: 'POST', body, headers })
}

export async function settled(visitor: Visitor, response: Response): Promise<Shown> {
  const path = response.headers.get('location')
  if (!path)
    return {
      status: response.status,
      path: urls.intake(),
      html: await response.text(),
      headers: response.headers,
    }
  return vi.waitFor(
    async () => {
      const shown = await visitor.get(path)
      if (shown.html.includes('data-standpoint')) throw new Error('still under way')
      return shown
    },
    { timeout: 30_000, interval: 20 },
  )
}

/** Presses »Læg filen ind« on the look-through. */
export async function putInPlace(
  visitor: Visitor,
  shown: Shown,
  ticked: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  const intake = shown.path.split('/').at(-1) ?? ''
  return settled(visitor, await visitor.postOnly(urls.intakePlacing({ intake }), ticked))
}

/** Files on their way that are open in this process, under no name. */
export const filesOnTheirWay = (): string[] =>
  readdirSync('/proc/self/fd').flatMap(fd => {
    try {
      const name = readlinkSync(`/proc/self/fd/${fd}`)
      return /medspil-[0-9a-f-]{36} \(deleted\)$/.test(name) ? [name] : []
    } catch {
      return []
    }
  })
