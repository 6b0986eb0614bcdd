import { urls } from '../../src/urls.ts'
import type { House } from '../world/house.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'

/** A browser before the door, somewhere on the net: 192.0.2.1 or a proxy's word for another address. */
export function createCaller(house: House, network = '192.0.2.1') {
  const visitor = createVisitor(house)
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    visitor.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': network },
    })
  return {
    visitor,
    ask: (address: string) => send(urls.signIn(), { address }),
    enter: (code: string, remember = '') => send(urls.signInCode(), { code, remember }),
  }
}
export type Caller = ReturnType<typeof createCaller>

/** Asks for a code and reads it in the terminal, as its owner reads the mail. */
export async function askedCode(house: House, caller: Caller, address: string): Promise<string> {
  const said = house.terminal.next(new RegExp(`^Kode til ${address}: (\\S+)$`))
  const asked = await caller.ask(address)
  if (asked.status !== 303) throw new Error(`no code was asked for: ${asked.status}`)
  return (await said)[1] ?? ''
}

/** Signs in by mail; gives the browser. */
export async function signedInByMail(
  house: House,
  address: string,
  caller = createCaller(house),
): Promise<Visitor> {
  const entered = await caller.enter(await askedCode(house, caller, address))
  if (entered.headers.get('location') !== urls.home()) throw new Error('the code did not let in')
  return caller.visitor
}

/** A code of the same length that is not this one. */
export const wrong = (code: string) => (code.startsWith('2') ? '3' : '2') + code.slice(1)

/** Waits until the queue has nothing left to do. */
export async function queueEmpty({ superuser }: House): Promise<void> {
  for (;;) {
    const { rows } = await superuser.query(
      `select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts`,
    )
    if (rows[0].n === 0) return
  }
}
