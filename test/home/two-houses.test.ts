import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { threadIn } from '../walls/course.ts'
import { answersAt, routesOf } from '../walls/crawl.ts'
import type { Thread } from '../walls/thread.ts'
import { addHosting, openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'

// D15 and experience §2b: every header names the house, and which of one's parts this is.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await threadIn(world, 'closing')
}, 60_000)
afterAll(() => world.close())

test('D15 every page of a conversation names its house in the header and one’s part, and help never takes one from it', async () => {
  const roles = { host: 'Du er her som leder', participant: 'Du er her som medarbejder' } as const
  const without: string[] = []
  const leading: string[] = []
  let looked = 0
  for (const role of ['host', 'participant'] as const)
    for (const route of await routesOf(world, thread)) {
      if (route.method !== 'GET' || route.bylaw.who !== 'party') continue
      for (const { body, status } of await answersAt(thread[role], route)) {
        const [header] = /<header[\s\S]*?<\/header>/.exec(body) ?? []
        if (status !== 200 || header === undefined) continue
        looked++
        const inRoom = header.includes('room-head')
        if (!header.includes('Kløvervangen') || (!inRoom && !header.includes(roles[role])))
          without.push(`${role} ${route.name}`)
        const help = /<a [^>]*>Hjælp<\/a>/.exec(header)?.[0] ?? ''
        if (help !== '' && !help.includes('target="_blank"')) leading.push(`${role} ${route.name}`)
      }
    }
  expect(without).toEqual([])
  expect(leading).toEqual([])
  expect(looked).toBeGreaterThan(8)
})

test('D15 a leader of two houses has two talks, and Min side lists them by house', async () => {
  const { lone, anders } = world.people
  const second = { ...lone, post: randomUUID() }
  await world.superuser.query(
    `insert into post select organisation_id, $2, $3, id, 'Daglig leder', '2020-01-01', null from unit where organisation_id = $1 and name = 'Engvejen'`,
    [world.organisation, second.post, lone.person],
  )
  await addHosting(world, { id: world.organisation, units: {} }, anders, second)
  const sent = await thread.host.post(urls.planning({ post: second.post }), {
    ...invitationForm,
    'day-1': '2026-04-21',
    'day-2': '2026-04-22',
  })
  const other = idIn(sent)
  expect(other).not.toBe(thread.id)
  const home = await thread.participant.get(urls.home())
  expect(home.html).toContain('<h3>')
  const invitation = wordsOf(await thread.participant.get(urls.invitation({ id: other })))
  expect(invitation).toContain('Engvejen. Du er her som medarbejder')
})
