import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { textOf } from '../documents/poppler.ts'
import { fieldIn, filled } from '../talk/talking.ts'
import { queueEmpty } from '../walls/door.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// S0-18: a point of the plan may be tied to one of the concept's competences. It is chosen once, never required, and
// stands with the goal wherever the point is read.

let world: GentofteWorld
let id: string
let sara: Visitor
let mette: Visitor
let point: string
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'sara')
  await world.moveTo(new Date('2026-04-14T11:05:00Z'))
  sara = await world.as('sara')
  mette = await world.as('mette')
  await mette.post(urls.talk({ id }), {})
  await sara.post(urls.points({ id }), filled(await sara.get(plan())))
  point = /name="(p\.[0-9a-f-]{36})\.version"/.exec((await sara.get(plan())).html)?.[1] ?? ''
})
afterAll(() => world.close())

const plan = () => urls.planDraft({ id })
const competence = () => `${point}.competence`
const said = 'Kompetence: Leg og læring'

const change = async (who: Visitor, fields: Readonly<Record<string, string>>) => {
  const named = Object.entries(fields).map(([name, text]) => [`${point}.${name}`, text])
  return who.post(plan(), filled(await who.get(plan()), Object.fromEntries(named)))
}

/** What is kept of the choice, as the room's script hears it. */
async function kept(who: Visitor): Promise<string> {
  const news = await (await who.send(plan(), { headers: { accept: 'application/json' } })).json()
  return news.groups[point].fields[competence()]
}

test('S0-18 one competence is chosen on a point, none is chosen at first, and none may be chosen again', async () => {
  const first = await sara.get(plan())
  expect(wordsOf(first)).toContain('Kompetence, det handler om (hvis I vil) Ingen valgt Sociale kompetencer')
  expect(fieldIn(first, competence())).toBe('')
  await change(sara, { what: 'Naturforløb', goal: 'Ude hver dag', competence: 'leg-og-laering' })
  expect(fieldIn(await sara.get(plan()), competence())).toBe('leg-og-laering')
  await change(sara, { competence: 'ikke-i-listen' })
  expect(await kept(sara)).toBe('')
  await change(sara, { competence: 'leg-og-laering' })
  expect(wordsOf(await mette.get(plan()))).toContain(`Ude hver dag ${said}`)
})

test('S0-18 it follows the text of its point: sealed, by version, and a choice that was refused still stands', async () => {
  const { rows } = await world.superuser.query('select * from plan_point')
  expect(rows.map(row => row.sealed.toString('latin1')).join()).not.toContain('leg-og')
  expect(JSON.stringify({ ...rows[0], sealed: '' })).not.toContain('leg-og')
  const early = filled(await sara.get(plan()), { [competence()]: 'samarbejde' })
  await mette.post(urls.pen({ id }), filled(await mette.get(plan())))
  await change(mette, { competence: 'faglighed' })
  const refused = await sara.post(plan(), early)
  expect(refused.status).toBe(409)
  expect(wordsOf(refused)).toContain('Kompetence: Faglighed')
  expect(fieldIn(refused, competence())).toBe('samarbejde')
  expect(fieldIn(await mette.get(plan()), competence())).toBe('faglighed')
})

test('S0-18 the other’s page hears of it', async () => {
  await mette.post(urls.pen({ id }), filled(await mette.get(plan())))
  await change(mette, { competence: 'leg-og-laering', support: 'Mette finder en vikar' })
  expect(await kept(sara)).toBe('leg-og-laering')
})

test('S0-18 a choice that came after the text was locked is told, and the locked text keeps its own', async () => {
  const before = filled(await mette.get(plan()))
  for (const each of [sara, mette]) await each.post(urls.ending({ id }), { do: 'hold' })
  const asked = wordsOf(await sara.get(urls.freezing({ id })))
  expect(asked).toContain(`Ude hver dag ${said}`)
  expect(asked).not.toContain('Kompetence mangler')
  await sara.post(urls.freezing({ id }), { gaps: 'seen' })
  const late = await mette.post(plan(), { ...before, [competence()]: 'samarbejde' })
  expect([late.status, wordsOf(late).includes('Kompetence: Samarbejde')]).toEqual([409, true])
  expect(wordsOf(await mette.get(urls.signing({ id })))).toContain(`Ude hver dag ${said}`)
})

test('S0-18 when it is closed, it stands in the plan, on the paper, by the promise and in one’s own data', async () => {
  const confirmed = { choice: 'confirmed', version: '1', remark: '' }
  for (const each of [sara, mette]) await each.post(urls.signatures({ id }), confirmed)
  for (const each of [sara, mette])
    expect(wordsOf(await each.get(urls.plan({ id })))).toMatch(/Naturforløb.*Kompetence: Leg og læring/)
  expect(wordsOf(await mette.get(urls.promises()))).toContain(`${said} Til punktet »Naturforløb«`)
  const own = await (await sara.postOnly(urls.ownData(), {})).text()
  expect(wordsOf({ html: own })).toContain(said)
  await queueEmpty(world)
  const paper = await sara.send(urls.document({ id, part: 'plan' }))
  expect(await textOf(new Uint8Array(await paper.arrayBuffer()))).toContain(said)
})
