import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasJob, type TypedJob, versionsOn } from '../../src/domain/job-description.ts'
import { httpsLink } from '../../src/domain/link.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { gentofteForm } from '../concept/gentofte-2016.ts'
import { lusForm } from '../concept/lus-2019.ts'
import { codes, proofOf, refusal } from '../walls/proof.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// S0-07: what stands for a post is one press away from where one prepares and talks; and every version of it is kept.

let world: GentofteWorld
let id: string
let post: string
let sara: Visitor
let mette: Visitor
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'sara')
  post = world.people.sara.post
  sara = await world.as('sara')
  mette = await world.as('mette')
})
afterAll(() => world.close())

const text = 'Ansvar for de mindste og for maden.'
const version = (fields: Partial<TypedJob & { seen: string }> = {}) => ({
  ...{ words: text, link: '', from: '2026-03-01', seen: '0' },
  ...fields,
})
const versions = async () =>
  (
    await world.superuser.query(
      'select version, valid_from::text as from, words from job_description order by 1',
    )
  ).rows

describe('S0-07 the job description of a post', () => {
  test('before there is one, whoever has the post is told who can put it there, and can not', async () => {
    const page = await sara.get(urls.jobAtHand({ id }))
    expect(page.path).toBe(urls.jobDescription({ post }))
    expect(wordsOf(page)).toContain('Der er ingen endnu Din leder eller administratoren kan lægge den ind.')
    expect(page.html).not.toContain(urls.jobVersions({ post }))
    expect((await sara.get(urls.jobVersions({ post }))).status).toBe(404)
    expect((await sara.post(urls.jobVersions({ post }), version())).status).toBe(404)
    expect(await versions()).toEqual([])
  })

  test.each<[string, Partial<TypedJob>, string]>([
    ['nothing', { words: ' ' }, 'Skriv teksten, eller sæt et link ind.'],
    ['a link that is not https', { link: 'http://sol.example/job' }, 'Linket skal begynde med https://'],
    ['a link that is a script', { link: 'javascript:alert(1)//.' }, 'Linket skal begynde med https://'],
    ['no such day', { from: '2026-02-30' }, 'Skriv dag, måned og år'],
    ['a day too far ahead', { from: '2029-01-01' }, 'mere end to år fremme'],
    ['a text too long', { words: 'a'.repeat(6001) }, 'Teksten er for lang.'],
  ])('%s is told, and what was typed stands there', async (_, typed, told) => {
    const answer = await mette.post(urls.jobVersions({ post }), version(typed))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(told)
    for (const value of Object.values(version(typed))) expect(answer.html).toContain(value.trim())
    expect(await versions()).toEqual([])
  })

  test('the leader writes it, and it is one press from the preparation, the talk and its topic on the post', async () => {
    const saved = await mette.post(urls.jobVersions({ post }), version())
    expect(wordsOf(saved)).toContain(`Gælder fra den 1. marts 2026 ${text} Skrevet af Mette Holm Dahl`)
    for (const who of [sara, mette])
      for (const path of [urls.preparation({ id }), urls.step({ id, step: 'stilling' }), urls.talk({ id })])
        expect((await who.get(path)).html).toContain(urls.jobAtHand({ id }))
    expect((await sara.get(urls.step({ id, step: 'trivsel' }))).html).not.toContain(urls.jobAtHand({ id }))
    const shown = wordsOf(await sara.get(urls.jobAtHand({ id })))
    expect(shown).toContain('Din stillingsbeskrivelse')
    expect(shown).toContain(text)
  })

  test('a later version counts from its day; the first is kept as it was', async () => {
    await mette.post(
      urls.jobVersions({ post }),
      version({ words: 'Nu også for legepladsen.', from: '2026-05-01', seen: '1' }),
    )
    const before = wordsOf(await sara.get(urls.jobDescription({ post })))
    expect(before).toMatch(
      /Gælder fra den 1. marts 2026 .* Gælder senere 1 udgave Gælder fra den 1. maj 2026/,
    )
    await world.moveTo(new Date('2026-05-01T06:00:00Z'))
    const after = wordsOf(await (await world.as('sara')).get(urls.jobDescription({ post })))
    expect(after).toMatch(/Gælder fra den 1. maj 2026 .*legepladsen.* Tidligere udgaver 1 udgave .*mindste/)
    await world.moveTo(new Date('2026-04-02T08:40:00Z'))
    expect((await versions()).map(each => each.words)).toEqual([text, 'Nu også for legepladsen.'])
  })

  test('who writes on an older one is told, and the text stands there', async () => {
    const late = await mette.post(
      urls.jobVersions({ post }),
      version({ words: 'Skrevet samtidig', seen: '1' }),
    )
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('En anden har skrevet en ny udgave imens.')
    expect(late.html).toContain('Skrevet samtidig')
    expect(late.html).toContain('name="seen" value="2"')
    expect(await versions()).toHaveLength(2)
  })

  test('a link and nothing else is one press away too', async () => {
    const leader = world.people.mette.post
    const lus = await gentofteTalk(world, 'mette')
    const grethe = await world.as('grethe')
    const link = 'https://www.solstraalen.example/leder.pdf'
    const saved = await grethe.post(urls.jobVersions({ post: leader }), version({ words: '', link }))
    expect(wordsOf(saved)).toContain('Åbn den hos solstraalen.example')
    for (const who of [grethe, mette]) {
      const answer = await who.send(urls.jobAtHand({ id: lus }))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, link])
    }
  })

  test('it is read by nobody else: a colleague, the chair of the board, one who led before', async () => {
    for (const name of ['amal', 'jonas', 'grethe'] as const) {
      const who = await world.as(name)
      for (const path of [urls.jobDescription({ post }), urls.jobVersions({ post })])
        expect((await who.get(path)).status).toBe(404)
      expect((await who.get(urls.jobDescriptions())).html).not.toContain(post)
    }
    await world.superuser.query(`update hosting set ends_on = '2026-04-02' where participant_post_id = $1`, [
      post,
    ])
    expect((await mette.get(urls.jobDescription({ post }))).status).toBe(404)
    expect(wordsOf(await mette.get(urls.jobAtHand({ id })))).toContain(
      'Kun den, der er leder i dag, kan læse den.',
    )
    await world.superuser.query('update hosting set ends_on = null where participant_post_id = $1', [post])
  })

  test('and past the pages: no row is read, changed or written for oneself or in another’s name', async () => {
    const { party } = world.deps.db
    const row = (by: string) =>
      `insert into job_description values ('${world.organisation}', '${post}', 9, '2026-01-01', 'x', null, '${by}', now())`
    const { sara: led, mette: leader } = world.people
    expect(await refusal(party, proofOf(sara), row(led.person))).toBe(codes.denied)
    expect(await refusal(party, proofOf(mette), row(led.person))).toBe(codes.denied)
    expect(await refusal(party, proofOf(await world.as('amal')), row(world.people.amal.person))).toBe(
      codes.denied,
    )
    for (const change of [
      `update job_description set words = 'x'`,
      'delete from job_description',
      'select * from job_description',
    ])
      expect(await refusal(party, proofOf(mette), change)).toBe(codes.denied)
    expect(await refusal(party, proofOf(mette), row(leader.person))).toBe('done')
  })

  test('the administrator finds it by name and writes it, but not their own', async () => {
    await world.superuser.query(
      `insert into duty (organisation_id, id, person_id, duty, starts_on) values ($1, $2, $3, 'administrator', '2020-01-01')`,
      [world.organisation, randomUUID(), world.people.jonas.person],
    )
    const jonas = await world.as('jonas')
    const found = await jonas.get(`${urls.jobDescriptions()}?navn=sara`)
    expect(found.html).toContain(urls.jobDescription({ post }))
    expect(found.html).not.toContain('Amal')
    expect((await jonas.get(urls.home())).html).toContain(urls.jobDescriptions())
    for (const list of [urls.jobDescriptions(), urls.slips()])
      for (const odd of ['%00', 'sa%00ra', '%ED%A0%80', '%FF'])
        expect([list, odd, (await jonas.get(`${list}?navn=${odd}`)).status]).toEqual([list, odd, 200])
    expect(wordsOf(await jonas.post(urls.jobVersions({ post }), version({ seen: '2' })))).toContain(
      'Skrevet af Jonas Brink',
    )
    const own = urls.jobVersions({ post: world.people.jonas.post })
    expect((await jonas.get(own)).status).toBe(404)
    expect((await jonas.post(own, version())).status).toBe(404)
  })
})

test('a concept without job descriptions leads nobody to one', () => {
  expect([lusForm(), gentofteForm('mus'), gentofteForm('lus')].map(hasJob)).toEqual([false, true, true])
})

test('of two versions from one day the later counts', () => {
  const one = { validFrom: '2026-03-01', words: '', link: null, writer: '', writtenAt: new Date(0) }
  const parted = versionsOn(
    [
      { ...one, version: 1 },
      { ...one, version: 2 },
    ],
    '2026-03-01',
  )
  expect([parted.current?.version, parted.earlier.map(each => each.version)]).toEqual([2, [1]])
})

test('only https leads anywhere, and to a named host', () => {
  expect(httpsLink(' https://solstraalen.example/a b ')).toBe('https://solstraalen.example/a%20b')
  const refused = [
    '',
    'http://a.example',
    'https://localhost/a',
    'https://me:secret@a.example',
    'javascript:1',
    '//a.example',
    `https://a.example/${'a'.repeat(500)}`,
  ]
  expect(refused.map(httpsLink)).toEqual(refused.map(() => undefined))
})

test('T25 an earlier version goes on the day that stands with it, and all of them after the post has ended', async () => {
  await world.superuser.query('delete from job_description where post_id = $1 and version > 2', [post])
  await world.moveTo(new Date('2026-05-02T06:00:00Z'))
  const shown = wordsOf(await (await world.as('sara')).get(urls.jobDescription({ post })))
  expect(shown).toMatch(/Tidligere udgaver .*mindste.*Slettes den 1. maj 2029\./)
  expect(wordsOf(await (await world.as('sara')).get(urls.whoSees()))).toContain(
    'Stillingsbeskrivelsen Den, der har',
  )
  const here = async (day: string) => {
    await world.moveTo(new Date(`${day}T06:00:00Z`))
    await runRound(world.deps)
    return (
      await world.superuser.query('select version from job_description where post_id = $1 order by 1', [post])
    ).rows.map(row => row.version)
  }
  expect(await here('2029-04-30')).toContain(1)
  expect(await here('2029-05-01')).not.toContain(1)
  await world.superuser.query(`update post set ends_on = '2029-05-02' where id = $1`, [post])
  expect(await here('2029-11-01')).not.toEqual([])
  expect(await here('2029-11-02')).toEqual([])
})
