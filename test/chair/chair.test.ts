import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { urls } from '../../src/urls.ts'
import { proofOf } from '../walls/proof.ts'
import {
  addStaff,
  type GentofteWorld,
  gentofteInvited,
  gentofteTalk,
  openGentofte,
} from '../world/gentofte.ts'
import { invitationForm } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// The LUS of Solstrålen's leader: its board's chair holds it, by duty and without a post.

let world: GentofteWorld
let grethe: Visitor
let id: string
beforeAll(async () => {
  world = await openGentofte()
  grethe = await world.as('grethe')
})
afterAll(() => world.close())

/** The names on one's list of hosted talks. */
const hostedBy = async (who: Visitor) => {
  const { html } = await who.get(urls.hosted())
  return ['Mette Holm Dahl', 'Sara Lund Eskildsen', 'Jonas Brink', 'Amal Haddad'].filter(name =>
    html.includes(name),
  )
}

describe('S0-08 the chair and the leader of the house', () => {
  test('the chair holds the talk of the leader alone', async () => {
    expect(await hostedBy(grethe)).toEqual(['Mette Holm Dahl'])
    expect(wordsOf(await grethe.get(urls.planning({ post: world.people.mette.post })))).toContain('LUS')
  })

  test('the leader holds the talks of the others, as MUS', async () => {
    const mette = await world.as('mette')
    expect(await hostedBy(mette)).toEqual(['Sara Lund Eskildsen', 'Jonas Brink', 'Amal Haddad'])
    expect(wordsOf(await mette.get(urls.planning({ post: world.people.sara.post })))).toContain('MUS')
  })

  test('for the chair there is no page to invite anybody else, and no way to do it', async () => {
    const post = world.people.sara.post
    expect((await grethe.get(urls.planning({ post }))).status).toBe(404)
    expect((await grethe.post(urls.planning({ post }), invitationForm)).status).toBe(404)
  })

  test('an employee holds nothing, and neither does a souschef who leads nobody', async () => {
    for (const name of ['sara', 'jonas'] as const) {
      const who = await world.as(name)
      expect(wordsOf(await who.get(urls.home()))).not.toContain('Mine samtaler')
      expect((await who.get(urls.planning({ post: world.people.mette.post }))).status).toBe(404)
    }
  })
})

test('S0-07 nobody is invited without a time to pick from, and an invited MUS offers them', async () => {
  const seat = await addStaff(world, 'Kirsten Toft')
  const mette = await world.as('mette')
  const { 'day-1': _, 'time-1': __, 'day-2': ___, 'time-2': ____, ...timeless } = invitationForm
  expect((await mette.post(urls.planning({ post: seat.post }), timeless)).status).toBe(422)
  const mus = await gentofteInvited(world, 'jonas')
  const letter = wordsOf(await (await world.as('jonas')).get(urls.invitation({ id: mus })))
  expect(letter).toContain('Velkommen til medarbejderudviklingssamtale (MUS)')
  expect(letter).toContain('13.00')
})

test('S0-08 an invited LUS names the chair in the letter, and hangs on the duty', async () => {
  id = await gentofteTalk(world, 'mette')
  const mette = await world.as('mette')
  const letter = wordsOf(await mette.get(urls.invitation({ id })))
  expect(letter).toContain('Velkommen til lederudviklingssamtale (LUS)')
  expect(letter).toContain('Grethe Lindqvist Bestyrelsesformand, Børnehuset Solstrålen')
  const { rows } = await world.superuser.query(
    `select post_id, duty_id from party where conversation_id = $1 and role = 'host'`,
    [id],
  )
  expect(rows).toEqual([{ post_id: null, duty_id: world.people.grethe.duty }])
  expect((await grethe.get(urls.conversation({ id }))).status).toBe(200)
})

test('S0-38 each preparation leads into the steps of its own form', async () => {
  const stepsFor = async (name: 'mette' | 'jonas') => {
    const who = await world.as(name)
    const { rows } = await world.superuser.query(
      `select conversation_id as id from party where role = 'participant' and person_id = $1`,
      [world.people[name].person],
    )
    const { html } = await who.get(urls.preparation({ id: rows[0].id }))
    const [before = ''] = urls.step({ id: rows[0].id, step: '!' }).split('!')
    return [...html.matchAll(new RegExp(`href="${before}([a-z-]+)"`, 'g'))].map(([, step]) => step)
  }
  const lus = await stepsFor('mette')
  const mus = await stepsFor('jonas')
  expect(lus).toEqual(expect.arrayContaining(['ledelsesopgaver', 'ansvar', 'institutionen']))
  expect(mus).toEqual(expect.arrayContaining(['opgaver', 'stilling', 'trivsel']))
  expect(mus.filter(step => lus.includes(step)).toSorted()).toEqual(['samarbejde', 'siden-sidst'])
})

test('S0-08 the database lets a chair begin the LUS of their own leader and nothing else', async () => {
  await world.superuser.query(`update conversation set status = 'ended'`)
  const { mette, sara } = world.people
  const begin = (kind: string, post: string) =>
    transaction(world.deps.db.party, proofOf(grethe), tx =>
      tx.query('select app.begin_conversation($1, $2, $3, 60, null)', [randomUUID(), kind, post]),
    ).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  expect(await begin('mus', mette.post)).toBe('P0403')
  expect(await begin('lus', sara.post)).toBe('P0403')
  expect(await begin('lus', mette.post)).toBe('done')
})

test('D16 the day the duty ends, the former chair is nobody here, and the talk is out of reach', async () => {
  const of = `where id = '${world.people.grethe.duty}'`
  await world.superuser.query(`update duty set ends_on = app.today() ${of}`)
  for (const path of [urls.home(), urls.hosted(), urls.conversation({ id })])
    expect((await grethe.get(path)).path.split('?')[0]).toBe(urls.signIn())
  await world.superuser.query(`update duty set ends_on = null ${of}`)
  expect((await grethe.get(urls.hosted())).status).toBe(200)
})
