import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

// The short preparation, once the talk has been held.

let world: GentofteWorld
let path: string
beforeAll(async () => {
  world = await openGentofte()
  const id = await gentofteTalk(world, 'sara')
  path = urls.preparation({ id })
  await world.superuser.query(
    `update conversation set status = 'held', held_on = '2026-04-14' where id = $1`,
    [id],
  )
})
afterAll(() => world.close())

test.each([
  ['sara', 'Mette'],
  ['mette', 'Sara'],
] as const)(
  '%s is not asked to begin with anything, nor told what cannot be seen yet',
  async (who, other) => {
    const shown = wordsOf(await (await world.as(who)).get(path))
    expect(shown).toContain(`Din forberedelse ${other} kan ikke se noget af det.`)
    expect(shown).not.toMatch(/Forbered |Start med|noget endnu|er nok/)
  },
)
