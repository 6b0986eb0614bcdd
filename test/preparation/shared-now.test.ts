import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, relations, typed, writtenRelations } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

// What is shared is a copy: what the page says of it after Del, and what becomes of changes.

let world: World
let id: string
let lone: Visitor
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  id = await agreed(world)
  lone = await world.as('lone')
  anders = await world.as('anders')
  await write('relationer', writtenRelations)
  await write(
    'indledning',
    typed(['q1', 'q2'], { q1: { keywords: 'Børnene.\nOg kollegerne.', note: 'Ikke sagt.' } }),
  )
  await write('loen', typed(['q18', 'q19'], { q18: { keywords: 'Et løft til august.' } }))
})

const write = (step: string, fields: Record<string, string>, visitor = lone) =>
  visitor.post(urls.step({ id, step }), { ...fields, do: 'save' })

/** Del of these questions in these versions, or another press of the same form. */
const share = (versions: Record<string, number>, wish = 'share', visitor = lone) =>
  visitor.post(urls.sharing({ id }), {
    do: wish,
    ...Object.fromEntries(
      Object.entries(versions).flatMap(([question, version]) => [
        [`share.${question}`, 'yes'],
        [`${question}.version`, String(version)],
      ]),
    ),
  })

/** What stands on the page after Del: what the other reads now, what has changed since, and what stays. */
function nowIn({ html }: Shown) {
  const [now = '', ...rest] = [...html.matchAll(/<section class="(?:preview|kept)"[\s\S]*?<\/section>/g)].map(
    ([section]) => section,
  )
  const kept = rest.at(-1) ?? ''
  const changed = rest.length > 1 ? (rest[0] ?? '') : ''
  return { now: wordsOf({ html: now }), changed: wordsOf({ html: changed }), kept: wordsOf({ html: kept }) }
}

/** What one reads of the other beside one's own fields. */
async function theirsFor(visitor: Visitor, step: string): Promise<string> {
  const { html } = await visitor.get(urls.step({ id, step }))
  const read = [...html.matchAll(/<section class="theirs">([\s\S]*?)<\/section>/g)]
  return read.map(([, text = '']) => wordsOf({ html: text })).join(' ')
}

describe('after Del', () => {
  test('leaves what is written later with its writer, until Del again', async () => {
    await share({ q8: 1 })
    await write(
      'relationer',
      typed(relations, { q8: { score: '1', keywords: 'Skrevet bagefter.', version: 1 } }),
    )
    expect(await theirsFor(anders, 'relationer')).toContain(
      '3 af 6 Jeg mangler en fast sparring med Jonas, AMR.',
    )
    const { now, changed } = nowIn(await lone.get(urls.sharing({ id })))
    expect(now).toContain('Det kan Anders læse nu')
    expect(now).toContain('Jeg mangler en fast sparring')
    expect(now).toContain('Du har ændret det siden.')
    expect(now).not.toContain('Skrevet bagefter.')
    expect(changed).toContain('Ændret, siden du delte')
    expect(changed).toContain('1 af 6 Skrevet bagefter.')
    await share({ q8: 2 })
    expect(await theirsFor(anders, 'relationer')).toContain('1 af 6 Skrevet bagefter.')
  })

  const labels = async (step = 'relationer') =>
    [
      ...(await lone.get(urls.step({ id, step }))).html.matchAll(
        /class="shelf-word"[\s\S]*?<span[^>]*>([^<]*)</g,
      ),
    ].map(([, label]) => label)
  const rewrite = (version = 1) =>
    write('relationer', typed(relations, { q8: { score: '3', keywords: 'Helt nyt.', version } }))

  test('the page holds the copies the other has, and asks nobody to share what is shared', async () => {
    await share({ q1: 1, q8: 1 })
    const shown = await lone.get(urls.sharing({ id }))
    const { now, changed, kept } = nowIn(shown)
    expect(now).toContain('Børnene.')
    expect(now).toContain('Jeg mangler en fast sparring')
    expect(changed).toBe('')
    expect(kept).toContain('Torsdagsmøderne')
    expect(wordsOf(shown)).not.toMatch(/Det er dit, indtil du deler det|Sådan ser det ud|Del to svar/)
    expect(wordsOf(shown)).toContain('Del igen med Anders')
  })

  test('an answer emptied since is still said to be there', async () => {
    await share({ q1: 1, q8: 1 })
    await write('indledning', typed(['q1', 'q2'], { q1: { note: 'Ikke sagt.', version: 1 } }))
    const { now } = nowIn(await lone.get(urls.sharing({ id })))
    expect(now).toContain('Børnene. Og kollegerne. Du har slettet det hos dig selv siden.')
    await share({ q8: 1 })
    expect(nowIn(await lone.get(urls.sharing({ id }))).now).not.toContain('Børnene.')
  })

  test('each field says whether it is shared, shared and changed, or not shared', async () => {
    expect(await labels()).toEqual(['Kan deles senere', 'Kan deles senere', 'Kan deles senere'])
    await share({ q8: 1 })
    expect(await labels()).toEqual(['Kan deles senere', 'Delt', 'Kan deles senere'])
    await rewrite()
    expect(await labels()).toEqual(['Kan deles senere', 'Ændret, siden du delte', 'Kan deles senere'])
    const overview = await lone.get(urls.preparation({ id }))
    expect(wordsOf(overview)).toContain('Anders kan se ét svar. Ét har du ændret siden. Se hvad')
  })

  test('once the talk has begun, Del anew takes nothing back', async () => {
    await share({ q1: 1, q8: 1 })
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    expect((await lone.get(urls.sharing({ id }))).html).not.toMatch(/name="share\.q[18]"/)
    await share({ q7: 1 })
    const read = `${await theirsFor(anders, 'relationer')} ${await theirsFor(anders, 'indledning')}`
    for (const text of ['Torsdagsmøderne', 'fast sparring', 'Børnene.']) expect(read).toContain(text)
  })

  test('when the talk is held there is no Del, and nobody is told that what was shared is theirs alone', async () => {
    await share({ q8: 1 })
    await rewrite()
    await world.superuser.query(
      `update conversation set status = 'held', held_on = '2026-04-14' where id = $1`,
      [id],
    )
    const shown = await lone.get(urls.sharing({ id }))
    expect(nowIn(shown).now).toContain('Det har du delt med Anders')
    expect(nowIn(shown).now).toContain('Jeg mangler en fast sparring')
    expect(shown.html).not.toMatch(/<form method="post" action="[^"]*del|name="share/)
    const overview = wordsOf(await lone.get(urls.preparation({ id })))
    expect(overview).toContain('Det, du ikke har delt, er stadig kun dit.')
    expect(overview).not.toContain('Den er stadig kun din')
  })

  test('before it and after it, one is told what of it the record prints', async () => {
    const record = 'Tal, du deler, står også i samtalearket.'
    expect(wordsOf(await lone.get(urls.sharing({ id })))).toContain(record)
    await share({ q8: 1 })
    expect(wordsOf(await lone.get(urls.sharing({ id })))).toContain(record)
  })
})
