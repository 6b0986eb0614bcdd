import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { birdsIn } from './birds.ts'
import { threadIn } from './course.ts'
import { type Answer, answered } from './crawl.ts'
import { keep } from './rewind.ts'
import { birds, done, type Thread, text } from './thread.ts'

// Whoever can change the database and has no keyring: sealed values flipped, moved, exchanged, brought from elsewhere.
// The pages say calmly that the text cannot be opened; they show nothing of it and break nowhere.

let world: World
let thread: Thread
let rewind: () => Promise<void>
beforeAll(async () => {
  world = await openWorld()
  await elsewhere()
  thread = await threadIn(world, 'closed')
  await afterwards()
  rewind = await keep(world)
}, 60_000)
afterAll(() => world.close())
afterEach(() => rewind())

/** A letter in another conversation of the same host, and one in another organisation. */
async function elsewhere() {
  for (const [name, led] of [
    ['anders', 'karim'],
    ['eva', 'poul'],
  ] as const) {
    const host = await world.as(name)
    const times = { 'day-1': '2026-04-20', 'time-1': '10:00' }
    const letter = { length: '75', where: 'later', greeting: text('greeting'), ...times }
    await done(host, urls.planning({ post: world.people[led].post }), letter)
  }
}

/** What is written when the talk is closed, beside the wish for a follow-up: a point is done. */
async function afterwards() {
  const { participant } = thread
  await done(participant, urls.pointMarks(thread), { point: '0', state: 'done', version: '0' })
}

/** Every page and file that opens a seal, for both parties. */
async function opened(): Promise<Answer[]> {
  const { id } = thread
  const paths = [
    urls.invitation({ id }),
    ...['indledning', 'strategi'].flatMap(step => [urls.step({ id, step }), urls.topic({ id, step })]),
    urls.preparation({ id }),
    urls.documentSlots({ id }),
    urls.planDraft({ id }),
    urls.signing({ id }),
    urls.plan({ id }),
    urls.followUp({ id }),
    ...['record', 'plan'].map(part => urls.document({ id, part })),
  ]
  const answers: Answer[] = []
  for (const visitor of [thread.host, thread.participant])
    for (const path of paths) answers.push(await answered(await visitor.send(path)))
  return answers
}

/** What the pages do after a change: nothing breaks, something is refused, and what is refused shows no text. */
async function refusedAfter(change: string, values: unknown[] = []): Promise<void> {
  const before = world.terminal.lines.length
  await asNobodyElse(change, values)
  const answers = await opened()
  const refused = answers.filter(({ status }) => status === 409)
  expect(
    answers.filter(({ status }) => status !== 200 && status !== 409).map(({ status }) => status),
  ).toEqual([])
  expect(refused.length, `nothing was refused after ${change}`).toBeGreaterThan(0)
  for (const answer of refused) {
    expect(await birdsIn(answer)).toEqual([])
    expect(wordsOf({ html: answer.body })).toContain('Teksten kan ikke åbnes')
  }
  const said = world.terminal.lines.slice(before)
  expect(said).toHaveLength(refused.length)
  for (const line of said) expect(line).toMatch(/^error \S{8} SealBroken [a-z-]+ at /)
  expect(Object.values(birds).filter(bird => said.join().includes(bird))).toEqual([])
}

/** Past every wall and trigger, as one who holds the database itself. */
const asNobodyElse = async (change: string, values: unknown[] = []) => {
  await world.superuser.query('set session_replication_role = replica')
  try {
    const { rowCount } = await world.superuser.query(change, values)
    expect(rowCount, `${change} found no row`).toBeGreaterThan(0)
  } finally {
    await world.superuser.query('set session_replication_role = origin')
  }
}

const sealed = [
  ...[
    'letter',
    'answer',
    'shared_answer',
    'own_themes',
    'sent_themes',
    'conclusion',
    'tick',
    'plan_point',
    'point_mark',
    'follow_up_line',
    'document',
    'document_link',
  ].map(table => [table, 'sealed']),
  ['record', 'talk_sealed'],
  ['record', 'plan_sealed'],
  ['signature', 'remark_sealed'],
] as const

test('the tables above are all that hold sealed text, and untouched they open', async () => {
  const { rows } = await world.superuser.query(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name like '%sealed' order by 1, 2`,
  )
  const there = rows.map(row => `${row.table_name}.${row.column_name}`)
  expect(there.toSorted()).toEqual(sealed.map(pair => pair.join('.')).toSorted())
  expect((await opened()).map(({ status }) => status)).toEqual(Array.from({ length: 26 }, () => 200))
})

test('one bit flipped anywhere in any sealed value, and it does not open', { timeout: 60_000 }, async () => {
  const anyFlip = fc.record({
    cell: fc.constantFrom(...sealed),
    row: fc.nat({ max: 9 }),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bit: fc.nat({ max: 7 }),
  })
  await fc.assert(
    fc.asyncProperty(anyFlip, async ({ cell: [table, column], row, at, bit }) => {
      await refusedAfter(
        `with cells as (select ctid as place, ${column} as value, row_number() over (order by ctid) - 1 as n, count(*) over () as all
           from ${table} where conversation_id = $1 and ${column} is not null)
         update ${table} t set ${column} = set_bit(value, (floor(length(value) * $3::float8) * 8)::bigint + $4, 1 - get_bit(value,
           (floor(length(value) * $3::float8) * 8)::bigint + $4))
         from cells where t.ctid = place and n = $2 % cells.all`,
        [thread.id, row, at, bit],
      )
      await rewind()
    }),
    { numRuns: 12 },
  )
})

describe('a value that was moved does not open', () => {
  const swapped = (table: string, column: string, one: string, other: string) =>
    `update ${table} t set ${column} = o.${column} from ${table} o where t.conversation_id = $1 and o.conversation_id = $1
     and ((t.${one} and o.${other}) or (t.${other} and o.${one}))`

  test.each([
    ['between two questions', swapped('answer', 'sealed', `question = 'q1'`, `question = 'q3'`)],
    [
      'between the joint lines of two shelves',
      swapped('conclusion', 'sealed', `question = 'q1'`, `question = 'year'`),
    ],
    ['between the two papers', swapped('document', 'sealed', `part = 'record'`, `part = 'plan'`)],
    [
      'between the two parts of a record',
      'update record set talk_sealed = plan_sealed, plan_sealed = talk_sealed where conversation_id = $1',
    ],
    [
      'between two people',
      'update answer t set sealed = o.sealed from answer o where (t.conversation_id, o.conversation_id) = ($1, $1) and t.question = o.question and t.person_id <> o.person_id',
    ],
    [
      'between what two people shared',
      'update shared_answer t set sealed = o.sealed from shared_answer o where (t.conversation_id, o.conversation_id) = ($1, $1) and t.author_id <> o.author_id',
    ],
    [
      'from a note’s table to the letter',
      `update letter t set sealed = o.sealed, version = o.version, shelf_id = o.shelf_id from conclusion o
       where (t.conversation_id, o.conversation_id) = ($1, $1) and o.question = 'q1'`,
    ],
    [
      'from another conversation of the same host',
      `update letter t set sealed = o.sealed from letter o join conversation c on c.id = o.conversation_id
       where t.conversation_id = $1 and o.conversation_id <> $1 and c.organisation_id = t.organisation_id`,
    ],
    [
      'from another organisation',
      `update letter t set sealed = o.sealed from letter o where t.conversation_id = $1 and o.organisation_id <> t.organisation_id`,
    ],
    [
      'to another version of its row',
      'update conclusion set version = version + 1 where conversation_id = $1',
    ],
    ['to another version of the record', 'update record set version = 2 where conversation_id = $1'],
    [
      'to another reader than it was shared with',
      `update shared_answer a set reader_id = p.id from person p where a.conversation_id = $1 and p.name = 'Karim Aydin'
       and a.organisation_id = p.organisation_id`,
    ],
  ])('%s', async (_, change) => {
    await refusedAfter(change, [thread.id])
  })
})

describe('a key that was tampered with opens nothing', () => {
  const first = `(select id from shelf where conversation_id = $1 and scope = 'talk')`
  test.each([
    [
      'a bit flipped',
      `update shelf set wrapped = set_bit(wrapped, 200, 1 - get_bit(wrapped, 200)) where id = ${first}`,
    ],
    ['cut short', `update shelf set wrapped = substr(wrapped, 1, 20) where id = ${first}`],
    ['empty', `update shelf set wrapped = '' where id = ${first}`],
    ['of another epoch', `update shelf set epoch = 99 where id = ${first}`],
    [
      'of the other shelf',
      `update shelf t set wrapped = o.wrapped from shelf o where t.conversation_id = $1 and t.scope = 'talk'
       and o.conversation_id = $1 and o.scope = 'plan'`,
    ],
    [
      'of another organisation',
      `update shelf t set wrapped = o.wrapped from shelf o where t.id = ${first} and o.organisation_id <> t.organisation_id and o.scope = 'talk'`,
    ],
  ])('%s', async (_, change) => {
    await refusedAfter(change, [thread.id])
  })

  test('a shelf that changed hands shows its texts to nobody', async () => {
    const { anders, lone } = world.people
    const own = `from shelf where conversation_id = $1 and scope = 'own' and person_id = $2`
    await asNobodyElse(`delete ${own}`, [thread.id, anders.person])
    await asNobodyElse(`update shelf set person_id = $3 where id = (select id ${own})`, [
      ...[thread.id, lone.person, anders.person],
    ])
    const answers = await opened()
    expect(answers.filter(({ status }) => status === 409).length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const shown = (await Promise.all(answers.map(birdsIn))).flat()
    expect(shown.filter(bird => bird.endsWith('Note') || bird.endsWith('Kept'))).toEqual([])
  })
})
