import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { employ, newBrowser, printed, spend } from '../world/slips.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// A slip opens its person's own side, so whoever holds their talks never has one: neither made nor kept from before.

let world: World
let hanne: Visitor
beforeAll(async () => {
  world = await openWorld()
  const office = await employ(world, 'Hanne Kontor', { duty: 'administrator', unit: 'Børn og unge' })
  hanne = await signIn(world, world.organisation, office)
})
afterAll(() => world.close())

const isIn = ({ path }: { path: string }) => path === urls.home()

test.each([
  ['by a post', 'hosting'],
  ['in a conversation of theirs', 'party'],
])(
  'a slip whose maker becomes the host after it was printed, %s: it is void, and says what a void one says',
  async (_, by) => {
    const office = await employ(world, `Ole Kontor ${by}`, { duty: 'administrator', unit: 'Børn og unge' })
    const maker = await signIn(world, world.organisation, office)
    const sara = await employ(world, `Sara Flyttet ${by}`)
    const slip = await printed(maker, sara)
    const [conversation, house] = [randomUUID(), world.organisation]
    if (by === 'hosting')
      await world.superuser.query(
        `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on) values ($1, $2, $3, app.today())`,
        [house, sara.post, office.post],
      )
    else {
      await world.superuser.query(
        `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes)
       select $1, $2, 'lus', o.concept_id, p.unit_id, 'invited', 60
       from organisation o join post p on p.organisation_id = o.organisation_id where p.id = $3`,
        [house, conversation, sara.post],
      )
      await world.superuser.query(
        `insert into party (organisation_id, conversation_id, person_id, role, post_id, starts_on)
       select organisation_id, $1, person_id, case when id = $2 then 'participant' else 'host' end, id, app.today()
       from post where id in ($2, $3)`,
        [conversation, sara.post, office.post],
      )
    }
    const refused = await spend(newBrowser(world), slip)
    const replaced = await spend(newBrowser(world), { ...slip, code: 'AAAA-BBBB-CCCC' })
    expect([refused.status, refused.path]).toEqual([422, replaced.path])
    expect(wordsOf(refused)).toBe(wordsOf(replaced).replace('AAAA-BBBB-CCCC', slip.code))
    expect(wordsOf(refused)).toContain('Brugernavn og kode passer ikke sammen.')
    const next = await printed(hanne, sara)
    expect(isIn(await spend(newBrowser(world), next))).toBe(true)
  },
)
