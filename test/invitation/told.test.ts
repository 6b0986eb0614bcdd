import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, idIn, invitationForm, invited } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// What the pages around an invitation say is true of whoever reads, and of the day they read it.

let world: World
let lone: Visitor
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
  lone = await world.as('lone')
  anders = await world.as('anders')
})
afterAll(() => world.close())
beforeEach(() =>
  world.superuser.query(
    `update conversation set status = 'cancelled' where status not in ('closed', 'contested')`,
  ),
)

test('S3-02 the host who has sent it stands at a confirmation and the way back; the invited one does not', async () => {
  const sent = await anders.post(urls.planning({ post: world.people.lone.post }), invitationForm)
  expect(wordsOf(sent)).toContain(
    'Lone er inviteret. Lone har ikke valgt en tid endnu. Forbered dig imens Til Mine samtaler',
  )
  const read = await lone.get(urls.invitation({ id: idIn(sent) }))
  expect(wordsOf(read)).not.toContain('Lone er inviteret.')
})

test('M5 a link under the letter’s first words leads to the times, as long as there are some to pick', async () => {
  const id = await invited(world)
  const jump = /<a [^>]*href="#slots"[^>]*>\s*Vælg tid/
  expect((await lone.get(urls.invitation({ id }))).html).toMatch(jump)
  expect((await lone.get(urls.invitation({ id }))).html).toContain('id="slots"')
  expect((await anders.get(urls.invitation({ id }))).html).not.toMatch(jump)
})

test('a month too long for its block is cut for the eye and heard in full, and the weekday is with it', async () => {
  const id = await agreed(world, { 'day-1': '2026-11-17', 'day-2': '', 'time-2': '' })
  const { html } = await lone.get(urls.conversation({ id }))
  const [, block = ''] = /<time class="date-block"[^>]*>([\s\S]*?)<\/time>/.exec(html) ?? []
  expect(block).toContain('<span>tirsdag</span>')
  expect(block).toContain('<span aria-hidden="true">nov.</span><span class="heard">november</span>')
})

test('each reads of the letter what is so for them', async () => {
  const id = await agreed(world)
  expect(wordsOf(await lone.get(urls.conversation({ id })))).toContain('Brevet Modtaget')
  expect(wordsOf(await anders.get(urls.conversation({ id })))).toContain('Brevet Sendt')
})

test('what is over is no longer asked for: sharing, preparing, a place in the calendar', async () => {
  const id = await agreed(world)
  const before = wordsOf(await lone.get(urls.conversation({ id })))
  expect(before).toContain('Læg den i din kalender')
  expect(before).toContain('Anders har ikke delt noget endnu')
  await world.superuser.query(
    `update conversation set status = 'held', begun_at = '2026-04-15', held_on = '2026-04-15' where id = $1`,
    [id],
  )
  const after = wordsOf(await lone.get(urls.conversation({ id })))
  expect(after).not.toMatch(/Læg den i din kalender|har ikke delt noget endnu|Ikke begyndt|kl\.\s13\.00/)
  expect(after).toMatch(/onsdag 15\. april Samtalen blev holdt/)
  await world.superuser.query(`update conversation set held_on = '2026-04-14' where id = $1`, [id])
  expect(wordsOf(await lone.get(urls.conversation({ id })))).toMatch(
    /tirsdag 14\. april Samtalen blev holdt kl\.\s13\.00–14\.15, Rådhuset, lokale 4/,
  )
})
