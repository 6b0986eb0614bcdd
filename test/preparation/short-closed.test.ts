import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

// The short preparation, once the talk has been held.

let world: GentofteWorld
let path: string
beforeAll(async () => {
  world = await openGentofte()
  const id = await gentofteTalk(world, 'sara')
  path = urls.preparation({ id })
  const sara = await world.as('sara')
  const form = filled(await sara.get(path))
  const [keywords = ''] = Object.keys(form).filter(name => name.endsWith('.keywords'))
  await sara.post(urls.step({ id, step: 'kort' }), {
    ...form,
    [keywords]: 'Vikarerne i ydertimerne',
    'hope.keywords': 'Mere ro om morgenen',
    do: 'save',
  })
  expect((await sara.get(path)).html).toContain('Vikarerne i ydertimerne</textarea>')
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
    expect(shown).not.toMatch(/Forbered |Start med|endnu|er nok|Skriv de stikord/)
  },
)

test('what one wrote stands to read, and nothing can be typed that would not be saved', async () => {
  const sara = await (await world.as('sara')).get(path)
  expect(sara.html).toContain('<p class="written">Vikarerne i ydertimerne</p>')
  expect(sara.html).toContain('<p class="written">Mere ro om morgenen</p>')
  const mette = await (await world.as('mette')).get(path)
  for (const { html } of [sara, mette]) expect(html).not.toMatch(/<textarea|data-autosave|Del med/)
  expect(wordsOf(mette)).not.toContain('Mere ro om morgenen')
})
