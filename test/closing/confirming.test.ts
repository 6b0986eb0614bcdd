import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { afternoon, held } from './held.ts'
import { answersTo, statusOf } from './rows.ts'

// D11: a concept whose source asks for no signature. Each taps once; no code, and nothing to refuse.

let world: World
beforeAll(async () => {
  world = await openWorld()
  const id = randomUUID()
  await world.superuser.query(
    `insert into concept select organisation_id, $2, name, 2, jsonb_set(body, '{kinds,lus,closing}', '"confirm"'), published_at
       from concept where organisation_id = $1`,
    [world.organisation, id],
  )
  await world.superuser.query('update organisation set concept_id = $2 where organisation_id = $1', [
    world.organisation,
    id,
  ])
})
afterAll(() => world.close())

test('D11 one tap each closes it, hours after the last code, with a remark or without', async () => {
  const { id, host, participant } = await held(world)
  await host.post(urls.freezing({ id }), {})
  await world.moveTo(new Date(afternoon.getTime() + 20 * 60_000))
  const page = await participant.get(urls.signing({ id }))
  expect(wordsOf(page)).toContain('Læs planen, og luk samtalen med Anders')
  expect(wordsOf(page)).toContain('Ja, det er det, vi aftalte')
  const home = wordsOf(await participant.get(urls.home()))
  expect(home).toContain('Læs planen, og luk samtalen med Anders Teksten er låst')
  expect(home).not.toContain('Du vælger selv, hvordan du lukker')
  expect(page.html).not.toContain('value="refused"')
  expect(page.html).not.toContain('one-time-code')
  const remark = 'Vi glemte at tale om nattevagten.'
  const waiting = await participant.post(urls.signatures({ id }), {
    choice: 'confirmed',
    version: '1',
    remark,
  })
  expect(wordsOf(waiting)).toContain('Du har sagt ja')
  const done = await host.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
  expect(wordsOf(done)).toContain('I er færdige')
  expect(wordsOf(done)).toContain(`Bemærkning fra Lone ${remark}`)
  expect(await statusOf(world, id)).toBe('closed')
  const about = wordsOf(await host.get(urls.conversation({ id })))
  expect(about).toContain('Samtalearket og jeres ja')
  expect(about).not.toContain('underskrift')
  expect((await answersTo(world, id)).map(each => each.choice)).toEqual(['confirmed', 'confirmed'])
})

test('T14 D11 a host who never taps holds no plan back: after 14 days it goes without, and says so', async () => {
  const { id, host, participant } = await held(world)
  await host.post(urls.freezing({ id }), {})
  await participant.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
  expect(wordsOf(await participant.get(urls.signing({ id })))).not.toContain('Luk uden svar')
  await world.moveTo(new Date(afternoon.getTime() + 14 * 24 * 3600_000))
  const lone = await world.as('lone')
  expect(wordsOf(await (await world.as('anders')).get(urls.signing({ id })))).not.toContain('Luk uden svar')
  const hers = wordsOf(await lone.get(urls.home()))
  expect(hers).toContain('Du kan lukke uden svar fra Anders')
  expect(hers).not.toContain('mangler')
  expect(wordsOf(await lone.get(urls.signing({ id })))).toContain('Luk uden svar fra Anders')
  const done = wordsOf(await lone.post(urls.unanswered({ id }), { version: '1' }))
  expect(done).toMatch(/Samtalen er lukket .*Ikke alle har svaret\..*Anders Kjær Har ikke svaret/)
  expect(done).not.toContain('underskrevet')
  expect(await statusOf(world, id)).toBe('contested')
  expect(wordsOf(await lone.get(urls.plan({ id })))).toContain('At lede gennem forandring')
})

test('D11 neither a signature nor a refusal is taken, and a remark too long is told with all that was typed', async () => {
  const { id, host } = await held(world)
  await host.post(urls.freezing({ id }), {})
  for (const choice of ['signed', 'refused'])
    expect((await host.post(urls.signatures({ id }), { choice, version: '1' })).status).toBe(422)
  const remark = 'å'.repeat(2001)
  const long = await host.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark })
  expect(long.status).toBe(422)
  expect(long.html).toContain(remark)
  expect(await answersTo(world, id)).toEqual([])
})

test('D11 a remark is kept where the text was corrected meanwhile, and where one has answered elsewhere', async () => {
  const { id, host, participant } = await held(world)
  await host.post(urls.freezing({ id }), {})
  await participant.post(urls.correction({ id }), { version: '1' })
  await participant.post(urls.freezing({ id }), {})
  const confirm = (version: string, remark: string) =>
    host.post(urls.signatures({ id }), { choice: 'confirmed', version, remark })
  const stale = await confirm('1', 'Vi glemte nattevagten.')
  expect(stale.status).toBe(409)
  expect(stale.html).toMatch(/<textarea[^>]*name="remark"[^>]*>Vi glemte nattevagten\./)
  expect(wordsOf(stale)).toContain('Din bemærkning står her stadig.')
  expect((await confirm('2', 'Det første')).status).toBe(200)
  expect((await confirm('2', 'Det første')).status).toBe(200)
  const again = await confirm('2', 'Det andet')
  expect(again.status).toBe(409)
  expect(wordsOf(again)).toContain(
    'Din bemærkning er ikke sendt. Her er den, så du kan bruge den senere. Det andet',
  )
  await participant.post(urls.signatures({ id }), { choice: 'confirmed', version: '2', remark: '' })
  expect(wordsOf(await confirm('2', 'Det tredje'))).toContain('bruge den senere. Det tredje')
})
