import { randomUUID } from 'node:crypto'
import { urls } from '../../src/urls.ts'
import type { Seat, World } from './people.ts'
import { createVisitor, type Shown, type Visitor } from './visitor.ts'

// People without mail, the administrator who prints their slips, and the way they come in.

export type Slip = { login: string; code: string }

/** The name and the code, read from the sheet as their person reads them. */
function slipIn({ html }: Pick<Shown, 'html'>): Slip {
  const [login = '', code = ''] = [...html.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, text = '']) => text)
  if (!/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(code)) throw new Error('no slip on this page')
  return { login, code }
}

/** Whoever makes slips makes one. */
export const printed = async (maker: Visitor, { person }: Pick<Seat, 'person'>): Promise<Slip> =>
  slipIn(await maker.post(urls.slipFor({ person }), {}))

export const goodPin = '482913'

/** Uses a slip in a browser: the code, and a PIN of one's own twice. */
export const spend = (visitor: Visitor, { login, code }: Slip, pin = goodPin, again = pin) =>
  visitor.post(urls.signInSlip(), { login, code, pin, again })

/** Signs in by PIN. */
export const byPin = (visitor: Visitor, login: string, pin = goodPin) =>
  visitor.post(urls.signInPin(), { login, pin })

/** Somebody in Lyngsø with a duty from long ago, signed in. */
export async function employ(
  world: World,
  name: string,
  {
    duty,
    unit = 'Kløvervangen',
    address = null,
  }: { duty?: string; unit?: string; address?: string | null } = {},
): Promise<Seat> {
  const { superuser, organisation } = world
  const seat = { person: randomUUID(), post: randomUUID(), address: address ?? '' }
  await superuser.query(
    'insert into person (organisation_id, id, number, name, address) values ($1, $2, $3, $4, $5)',
    [organisation, seat.person, seat.person.slice(0, 6), name, address],
  )
  await superuser.query(
    `insert into post select organisation_id, $2, $3, id, 'Pædagog', '2020-01-01', null from unit
     where organisation_id = $1 and name = $4`,
    [organisation, seat.post, seat.person, unit],
  )
  if (duty)
    await superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, $3, '2020-01-01', null)`,
      [organisation, seat.person, duty],
    )
  return seat
}

/** Takes somebody's mail address away, as the import leaves those without one. */
export const withoutMail = ({ superuser }: World, { person }: Seat) =>
  superuser.query('update person set address = null where id = $1', [person])

/** A browser nobody has signed in with. */
export const newBrowser = (world: World): Visitor => createVisitor(world)
