import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { textOf } from '../documents/poppler.ts'
import { filled } from '../talk/talking.ts'
import { queueEmpty } from '../walls/door.ts'
import { codes, proofOf, refusal, touched } from '../walls/proof.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

// S0-19: what came of the job description is asked about once, never required, and stands in the plan; a proposal is
// answered by whoever holds the talk, and a yes is a new dated version.

let world: GentofteWorld
let id: string
const proposal = 'Sara tager legepladsen.'
beforeAll(async () => {
  world = await openGentofte()
})
afterAll(() => world.close())

test('S0-19 a proposal for the job description is chosen at the closing, and both confirm it with the plan', async () => {
  id = await gentofteTalk(world, 'sara')
  await world.moveTo(new Date('2026-04-14T11:05:00Z'))
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  await mette.post(urls.talk({ id }), {})
  await sara.post(urls.points({ id }), filled(await sara.get(urls.planDraft({ id }))))
  const plan = await sara.get(urls.planDraft({ id }))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
  await sara.post(urls.planDraft({ id }), filled(plan, { [`${point}.what`]: 'Naturforløb' }))
  for (const each of [sara, mette]) await each.post(urls.ending({ id }), { do: 'hold' })
  const asked = await sara.get(urls.freezing({ id }))
  expect(wordsOf(asked)).toContain('Passer stillingsbeskrivelsen, hvis der er en?')
  expect(asked.html).not.toMatch(/name="job"[^>]* checked/)
  const long = await sara.post(urls.freezing({ id }), { job: 'change', proposal: 'a'.repeat(301) })
  expect([long.status, long.html.includes('a'.repeat(301))]).toEqual([422, true])
  expect(wordsOf(long)).toContain('Forslaget er for langt.')
  const gaps = await sara.post(urls.freezing({ id }), { proposal })
  expect(gaps.html).toMatch(/value="change"[^>]* checked|checked[^>]* value="change"/)
  expect(gaps.html).toContain(proposal)
  const frozen = await sara.post(urls.freezing({ id }), { job: 'change', proposal, gaps: 'seen' })
  expect(wordsOf(frozen)).toContain(`Stillingsbeskrivelsen: Vi foreslår en ændring ${proposal}`)
  const late = await mette.post(urls.freezing({ id }), { proposal: 'Sara tager køkkenet.' })
  expect(late.status).toBe(409)
  expect(wordsOf(late)).toContain('låst uden dit forslag: »Sara tager køkkenet.«')
  expect((await mette.post(urls.freezing({ id }), { proposal })).path).toBe(urls.signing({ id }))
  await mette.post(urls.correction({ id }), { version: '1' })
  await world.superuser.query(
    `insert into job_description values ($1, $2, 1, '2024-08-01', 'Pædagog', null, $3, now())`,
    [world.organisation, post(), world.people.mette.person],
  )
  const corrected = await sara.get(urls.freezing({ id }))
  await world.superuser.query('delete from job_description')
  expect(wordsOf(corrected)).toContain('Passer stillingsbeskrivelsen? Valgfrit.')
  expect(corrected.html).toMatch(/value="change"[^>]* checked|checked[^>]* value="change"/)
  expect(corrected.html).toContain(proposal)
  await sara.post(urls.freezing({ id }), { job: 'change', proposal, gaps: 'seen' })
  const confirmed = { choice: 'confirmed', version: '2', remark: '' }
  for (const each of [sara, mette]) await each.post(urls.signatures({ id }), confirmed)
  await queueEmpty(world)
  const pdf = await mette.send(urls.document({ id, part: 'plan' }))
  expect(await textOf(new Uint8Array(await pdf.arrayBuffer()))).toMatch(
    /Stillingsbeskrivelsen\s+Vi foreslår en ændring\s+Sara tager legepladsen/,
  )
})

const post = () => world.people.sara.post
const approving = () => `${urls.jobVersions({ post: post() })}?samtale=${id}`
const decisions = async () =>
  (await world.superuser.query('select outcome, valid_from::text as from from job_decision')).rows

test('S0-19 the proposal waits for whoever holds the talk; whoever it is about sees that it waits', async () => {
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  const year = await mette.get(urls.hosted())
  expect(wordsOf(year)).toContain('Venter på dig Forslag til stillingsbeskrivelsen Svar')
  expect(year.html).toContain(`${urls.plan({ id })}#stillingsforslag`)
  const theirs = await mette.get(urls.plan({ id }))
  expect(wordsOf(theirs)).toContain(
    `»${proposal}« Større ændringer skal varsles. Spørg HR eller bestyrelsen.`,
  )
  expect(theirs.html).toContain(approving())
  const mine = await sara.get(urls.plan({ id }))
  expect(wordsOf(mine)).toContain(`»${proposal}« Mette har ikke svaret endnu.`)
  expect(mine.html).not.toContain(urls.jobProposal({ id }))
})

test('S0-19 »Ikke nu« is the host’s alone to say, and both see it; it may still become a yes', async () => {
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  await sara.post(urls.jobProposal({ id }), {})
  expect(await decisions()).toEqual([])
  expect(wordsOf(await mette.post(urls.jobProposal({ id }), {}))).toContain(
    'Du har svaret den 14. april: ikke nu.',
  )
  expect(wordsOf(await sara.get(urls.plan({ id })))).toContain('Mette har svaret den 14. april: ikke nu.')
  expect((await mette.get(urls.hosted())).html).not.toContain('stillingsforslag')
  expect((await mette.get(urls.plan({ id }))).html).toContain(approving())
})

test('S0-19 a yes opens the form with the proposal and a day; version 2 is dated, and version 1 is kept', async () => {
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  await mette.post(urls.jobVersions({ post: post() }), {
    words: 'Pædagog på Gul stue.',
    from: '2024-08-01',
    seen: '0',
  })
  expect(await decisions()).toEqual([{ outcome: 'not-now', from: null }])
  const form = await mette.get(approving())
  expect(wordsOf(form)).toContain(`Forslaget fra jeres MUS »${proposal}«`)
  const words = 'Pædagog på Gul stue, med ansvar for legepladsen.'
  const typed = { words, from: '2026-05-01', seen: '1', samtale: id }
  const saved = await mette.post(urls.jobVersions({ post: post() }), typed)
  expect(saved.path).toBe(urls.plan({ id }))
  expect(await decisions()).toEqual([{ outcome: 'approved', from: '2026-05-01' }])
  const mine = await sara.get(urls.plan({ id }))
  expect(wordsOf(mine)).toContain('Godkendt. Den nye udgave gælder fra den 1. maj 2026.')
  expect(mine.html).toContain(urls.jobAtHand({ id }))
  const kept = await world.superuser.query('select version, words from job_description order by 1')
  expect(kept.rows).toEqual([
    { version: 1, words: 'Pædagog på Gul stue.' },
    { version: 2, words },
  ])
})

test('a yes is said once, in one’s own name, and of this post alone', async () => {
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  await mette.post(urls.jobProposal({ id }), {})
  await mette.post(urls.jobVersions({ post: post() }), {
    words: 'Igen',
    from: '2026-06-01',
    seen: '2',
    samtale: id,
  })
  expect(await decisions()).toEqual([{ outcome: 'approved', from: '2026-05-01' }])
  const other = urls.jobVersions({ post: world.people.amal.post })
  expect(wordsOf(await mette.get(`${other}?samtale=${id}`))).not.toContain(proposal)
  const amal = await world.as('amal')
  expect((await amal.post(urls.jobProposal({ id }), {})).status).toBe(404)
  const { party } = world.deps.db
  const change = `update job_decision set outcome = 'not-now', valid_from = null`
  expect(await touched(party, proofOf(mette), change)).toBe(0)
  await world.superuser.query('delete from job_decision')
  const row = `insert into job_decision values ('${world.organisation}', '${id}', 'not-now', '${world.people.sara.person}', now())`
  expect(await refusal(party, proofOf(sara), row)).toBe(codes.denied)
  expect(await refusal(party, proofOf(mette), row)).toBe(codes.denied)
})
