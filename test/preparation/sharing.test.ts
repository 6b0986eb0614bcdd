import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { unescaped } from '../setup/door.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, relations, typed, writtenRelations } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'

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

type Item = { question: string; words: string; ticked: boolean }

/** What stands inside the frame of the preview, and what below it. */
function framesIn({ html }: Shown): { inside: Item[]; below: Item[] } {
  const [, inside = ''] = /<section class="preview"[^>]*>([\s\S]*?)<\/section>/.exec(html) ?? []
  const [, below = ''] = /<section class="kept"[^>]*>([\s\S]*?)<\/section>/.exec(html) ?? []
  return { inside: itemsIn(inside), below: itemsIn(below) }
}

const itemsIn = (html: string): Item[] =>
  [...html.matchAll(/<li class="preview-item">([\s\S]*?)<\/li>/g)].map(([, item = '']) => ({
    question: /name="share\.(q\d+)"/.exec(item)?.[1] ?? '',
    words: wordsOf({ html: /<div class="preview-body">([\s\S]*)<\/div>/.exec(item)?.[1] ?? '' }),
    ticked: / checked/.test(item),
  }))

/** What one reads of the other beside one's own fields. */
async function theirsFor(visitor: Visitor, step: string): Promise<string> {
  const { html } = await visitor.get(urls.step({ id, step }))
  const read = [...html.matchAll(/<section class="theirs">([\s\S]*?)<\/section>/g)]
  return read.map(([, text = '']) => wordsOf({ html: text })).join(' ')
}

describe('the preview', () => {
  test('holds in its frame what is ticked, and below it what stays: what judges its reader, and pay', async () => {
    const { inside, below } = framesIn(await lone.get(urls.sharing({ id })))
    expect(inside).toEqual([
      { question: 'q1', words: 'Børnene. Og kollegerne.', ticked: true },
      { question: 'q8', words: '3 af 6 Jeg mangler en fast sparring med Jonas, AMR.', ticked: true },
    ])
    expect(below).toEqual([
      {
        question: 'q7',
        words: '5 af 6 Vi får talt om det svære i tide. Torsdagsmøderne virker.',
        ticked: false,
      },
      { question: 'q18', words: 'Et løft til august.', ticked: false },
    ])
  })

  test('never holds a note', async () => {
    const { html } = await lone.get(urls.sharing({ id }))
    expect(html).not.toContain('Spørg Karim.')
    expect(html).not.toContain('Ikke sagt.')
  })

  test('shares nothing by being looked at, whatever is ticked', async () => {
    const looked = await share({ q7: 1, q18: 1 }, 'look')
    expect(looked.status).toBe(200)
    expect(framesIn(looked).inside.map(({ question }) => question)).toEqual(['q7', 'q18'])
    expect(framesIn(looked).below.map(({ question }) => question)).toEqual(['q1', 'q8'])
    expect((await share({ q7: 1 }, '')).status).toBe(200)
    const { rows } = await world.superuser.query('select count(*)::int as n from shared_answer')
    expect(rows[0].n).toBe(0)
    expect(await theirsFor(anders, 'relationer')).not.toContain('Torsdagsmøderne')
  })

  test('M19 is what the host reads afterwards, word for word, and nothing more', async () => {
    const { inside, below } = framesIn(await lone.get(urls.sharing({ id })))
    await share({ q1: 1, q8: 1 })
    const [opening, relation, pay] = await Promise.all(
      ['indledning', 'relationer', 'loen'].map(step => theirsFor(anders, step)),
    )
    expect(opening).toContain(inside[0]?.words)
    expect(relation).toContain(inside[1]?.words)
    const read = `${opening} ${relation} ${pay}`
    for (const { words } of below) expect(read).not.toContain(words)
    expect(read).not.toMatch(/Spørg Karim|Ikke sagt/)
  })
})

describe('Del', () => {
  test('copies what was ticked, says how much, and is one event', async () => {
    const done = await share({ q1: 1, q8: 1 })
    expect(done.path).toBe(urls.shared({ id }))
    expect(wordsOf(done)).toContain(
      'Anders kan nu se dine to svar. Du kan tage dem tilbage, indtil I starter.',
    )
    expect(wordsOf(await lone.get(urls.preparation({ id })))).toContain('Anders kan se to svar. Se hvad')
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from event where conversation_id = $1 and what = 'preparation-shared'`,
      [id],
    )
    expect(rows[0].n).toBe(1)
  })

  test('of nothing says that talking from one’s notes is fine too, and shares nothing', async () => {
    const refused = await share({})
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Sæt et kryds ved det, du vil dele, eller vælg Ikke nu.')
    expect((await lone.get(urls.shared({ id }))).path).toBe(urls.preparation({ id }))
  })

  test('of an answer changed in another window since the preview is shown first', async () => {
    await write(
      'relationer',
      typed(relations, { q8: { score: '3', keywords: 'Helt andre ord.', version: 1 } }),
    )
    const refused = await share({ q1: 1, q8: 1 })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Du har skrevet noget nyt, siden siden blev vist.')
    expect(framesIn(refused).inside.map(({ words }) => words)).toContain('3 af 6 Helt andre ord.')
    expect(await theirsFor(anders, 'relationer')).not.toContain('Helt andre ord.')
    expect((await share({ q1: 1, q8: 2 })).path).toBe(urls.shared({ id }))
  })

  test('again with fewer takes the others back', async () => {
    await share({ q1: 1, q8: 1, q18: 1 })
    expect(await theirsFor(anders, 'loen')).toContain('Et løft til august.')
    await share({ q8: 1 })
    expect(await theirsFor(anders, 'loen')).not.toContain('Et løft til august.')
    expect(await theirsFor(anders, 'relationer')).toContain('Jeg mangler en fast sparring')
  })

  test('twice with one key is once', async () => {
    const key = crypto.randomUUID()
    const fields = { do: 'share', key, 'share.q8': 'yes', 'q8.version': '1' }
    const answers = await Promise.all([1, 2].map(() => lone.postOnly(urls.sharing({ id }), fields)))
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([
      urls.shared({ id }),
      urls.shared({ id }),
    ])
  })

  test('of hostile text is text in the host’s page too', async () => {
    const text = '<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> ]]> {{7*7}}'
    await write('indledning', typed(['q1', 'q2'], { q1: { keywords: text, version: 1 } }))
    await share({ q1: 2 })
    const { html } = await anders.get(urls.step({ id, step: 'indledning' }))
    expect(unescaped(html)).toContain(text)
    expect(html).not.toMatch(/<img src=x|<script>alert/)
  })
})

describe('taking back', () => {
  test('deletes the copies, as if nothing had been shared', async () => {
    await share({ q8: 1 })
    const back = await lone.post(urls.unsharing({ id }), {})
    expect(back.path).toBe(urls.preparation({ id }))
    expect(wordsOf(back)).toContain('Anders kan ikke se noget endnu.')
    expect(await theirsFor(anders, 'relationer')).not.toContain('Jeg mangler en fast sparring')
    const { rows } = await world.superuser.query(
      'select count(*)::int as n from shared_answer where conversation_id = $1',
      [id],
    )
    expect(rows[0].n).toBe(0)
    expect(wordsOf(await anders.get(urls.conversation({ id })))).toContain('Lone har ikke delt noget endnu')
  })

  test('twice is once, and without anything shared it is nothing', async () => {
    await lone.post(urls.unsharing({ id }), {})
    await share({ q8: 1 })
    await lone.post(urls.unsharing({ id }), {})
    await lone.post(urls.unsharing({ id }), {})
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from event where conversation_id = $1 and what = 'preparation-taken-back'`,
      [id],
    )
    expect(rows[0].n).toBe(1)
  })

  test('ends when the talk begins, and the page no longer offers it', async () => {
    await share({ q8: 1 })
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    await lone.post(urls.unsharing({ id }), {})
    expect(await theirsFor(anders, 'relationer')).toContain('Jeg mangler en fast sparring')
    expect(wordsOf(await lone.get(urls.shared({ id })))).not.toContain('Tag mine svar tilbage')
  })
})

test('S3-26 keywords, shared or not, are in no joint text', async () => {
  await share({ q1: 1, q7: 1, q8: 1, q18: 1 })
  await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
  for (const visitor of [lone, anders])
    for (const step of ['indledning', 'relationer', 'loen']) {
      const { html } = await visitor.get(urls.topic({ id, step }))
      const joint = [...html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g)].map(([, text = '']) =>
        text.trim(),
      )
      expect(joint.filter(text => /Børnene|Torsdag|sparring|løft/.test(text))).toEqual([])
    }
  const { rows } = await world.superuser.query('select count(*)::int as n from conclusion')
  expect(rows[0].n).toBe(0)
})
