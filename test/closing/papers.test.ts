import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRecord } from '../../src/db/records.ts'
import { emptyPoint } from '../../src/domain/point.ts'
import { urls } from '../../src/urls.ts'
import { infoOf, metadataOf, pagesOf, textOf } from '../documents/poppler.ts'
import type { Thread } from '../walls/thread.ts'
import { destroyNow } from '../world/destroy.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'
import { as, held, type Written } from './held.ts'
import { statusOf } from './rows.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Choices = { host: string; participant: string; remark?: string }

/** Closed as told; both papers are ordered, and drawn a moment later. */
async function closed(
  change: Partial<Written> = {},
  { host, participant, remark = '' }: Choices = { host: 'signed', participant: 'signed' },
): Promise<Thread> {
  const thread = await held(world, change)
  const { id } = thread
  await thread.host.post(urls.freezing({ id }), { gaps: 'seen' })
  await thread.participant.post(urls.signatures({ id }), { choice: participant, version: '1', remark })
  await thread.host.post(urls.signatures({ id }), { choice: host, version: '1', remark })
  return thread
}

/** The PDF as a party fetches it, once it has been drawn. */
async function paper(visitor: Visitor, id: string, part: 'record' | 'plan'): Promise<Uint8Array> {
  const fetched = await expect
    .poll(
      async () => {
        const response = await visitor.send(urls.document({ id, part }))
        return response.headers.get('content-type') === 'application/pdf' ? response : undefined
      },
      { timeout: 15_000, interval: 100 },
    )
    .toBeDefined()
    .then(() => visitor.send(urls.document({ id, part })))
  return new Uint8Array(await fetched.arrayBuffer())
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('two papers for two people', () => {
  test('S3-13 S3-29 S3-30 both are drawn, tagged and archivable, and say what was closed', async () => {
    const { id, host, participant } = await closed()
    const plan = await paper(participant, id, 'plan')
    const record = await paper(host, id, 'record')
    for (const pdf of [plan, record]) {
      expect(await infoOf(pdf)).toMatch(/Tagged: +yes/)
      expect(await metadataOf(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    }
    const [page = ''] = await pagesOf(plan)
    expect(page).toMatch(/Hvad skal udvikles\? +Målet for udviklingen\? +Hvordan\? +Hvornår\?/)
    expect(flat(page)).toContain('Anders Kjær Lone Bach Holm')
    expect(page.match(/Dato 14\. april 2026 kl\.\s14\.28/g)).toHaveLength(2)
    expect(flat(page)).toContain('Sådan støtter Anders Jeg klarer det selv.')
    expect(flat(page)).toContain('Individuel kompetenceudviklingsplan')
    expect(flat(page)).toContain('Aftalt ved LUS')
    expect(flat(page)).toContain('14. april 2027')
    expect(flat(page)).toContain('Slettes den 14. april 2029.')
    expect(flat(page)).toContain('Begge skrev under med en engangskode')
    const text = flat(await textOf(record))
    expect(text).toContain('Leder udviklingssamtale - LUS 2019')
    expect(text).toContain('14. april 2026 Aftalt tid: kl. 13.00–14.15')
    expect(text).toContain('Løn er ikke taget med i arket.')
    expect(text).toContain('Rådhuset, lokale 4')
    expect(text).toContain('At se personalet lykkes. Lone vil være mere på stuerne.')
    expect(text).toContain('Slettes senest den 14. april 2028. Kun Lone og Anders kan læse arket.')
    const done = wordsOf(await host.get(urls.signing({ id })))
    const print = /Fingeraftryk ((?:[0-9a-f]{4} ?){4})/.exec(done)?.[1]?.trim() ?? 'none'
    expect(flat(page)).toContain(`Fingeraftryk ${print}`)
    expect(text).toContain(`Fingeraftryk ${print}`)
  })

  test('S3-26 S3-13 keywords only where ticked, pay only where both tick, and never a note', async () => {
    const { id, host } = await closed()
    const text = flat(await textOf(await paper(host, id, 'record')))
    expect(text).toContain('Lones stikord: Når et barn griner over middag')
    for (const kept of [
      'vellidt',
      'Dialogen er god',
      'sjældent',
      'lappedykker',
      'hejre',
      'Lønnen',
      'løft',
      'lønforhandlinger',
    ])
      expect(text).not.toContain(kept)
    const pay = await closed({ lone: { q18: { pay: true } }, anders: { q18: { pay: true } } })
    const withPay = flat(await textOf(await paper(pay.host, pay.id, 'record')))
    expect(withPay).toContain('Lønnen taler vi om i juni.')
    expect(withPay).not.toContain('Et løft til august')
    expect(withPay).not.toContain('Lones stikord')
  })

  test('T14 who did not sign has no name on the line: »Ikke underskrevet«', async () => {
    const { id, host } = await closed({}, { host: 'signed', participant: 'refused' })
    expect(await statusOf(world, id)).toBe('contested')
    const text = flat(await textOf(await paper(host, id, 'plan')))
    expect(text).toContain('Lone Bach Holm. Ikke underskrevet')
    expect(text.match(/Dato 14\. april 2026/g)).toHaveLength(1)
    expect(text).toContain('Anders skrev under med en engangskode')
  })

  test('a remark stands on the plan as it was written', async () => {
    const remark = 'Jeg er ikke enig i punkt 2: det er for lidt tid.'
    const { id, host } = await closed({}, { host: 'signed', participant: 'signed-with-remark', remark })
    const text = flat(await textOf(await paper(host, id, 'plan')))
    expect(text).toContain(`Bemærkninger Lone Bach Holm ${remark}`)
  })
})

describe('fetching', () => {
  test('only the two of them find the papers, as files named by the other and the year alone, kept by no cache', async () => {
    const { id, host, participant } = await closed()
    await paper(host, id, 'plan')
    for (const [part, name] of [
      ['record', 'samtalearket-anders-2026.pdf'],
      ['plan', 'planen-anders-2026.pdf'],
    ] as const) {
      const response = await participant.send(urls.document({ id, part }))
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      for (const stranger of ['karim', 'birthe', 'eva'] as const)
        expect((await (await world.as(stranger)).get(urls.document({ id, part }))).status).toBe(404)
      expect((await createVisitor(world).get(urls.document({ id, part }))).path).toContain(urls.signIn())
    }
    expect((await host.get(urls.document({ id, part: 'other' }))).status).toBe(404)
  })

  test('before the closing there are none', async () => {
    const { id, host } = await held(world)
    expect((await host.get(urls.document({ id, part: 'plan' }))).status).toBe(404)
    await host.post(urls.freezing({ id }), {})
    expect((await host.get(urls.document({ id, part: 'plan' }))).status).toBe(404)
  })

  test('while one is being drawn a calm page says so and looks again', async () => {
    const { id, host } = await closed()
    await paper(host, id, 'record')
    await paper(host, id, 'plan')
    await world.superuser.query('delete from document where conversation_id = $1', [id])
    const page = await host.get(urls.document({ id, part: 'plan' }))
    expect([page.status, page.headers.get('refresh')]).toEqual([200, '2'])
    expect(wordsOf(page)).toContain('Papiret er på vej')
    await drawAgain(id)
    expect(flat(await textOf(await paper(host, id, 'plan')))).toContain('At lede gennem forandring')
  })

  test('drawn once: the job run again changes nothing, and what lies in the database is sealed', async () => {
    const { id, host } = await closed()
    await paper(host, id, 'record')
    await paper(host, id, 'plan')
    const rows = async () =>
      (
        await world.superuser.query(
          'select part, drawn_at, md5(sealed) as sealed, sealed as bytes from document where conversation_id = $1 order by part',
          [id],
        )
      ).rows
    const before = await rows()
    expect(before.map(row => row.part)).toEqual(['plan', 'record'])
    for (const row of before) expect(row.bytes.includes(Buffer.from('%PDF'))).toBe(false)
    await drawAgain(id)
    expect(await rows()).toEqual(before)
  })
})

/** The job entered once more, and gone through. */
async function drawAgain(id: string) {
  await world.superuser.query(
    `select graphile_worker.add_job('draw-documents', $1::json, max_attempts => 12)`,
    [JSON.stringify({ organisation: world.organisation, conversation: id })],
  )
  await expect
    .poll(async () => (await world.superuser.query('select 1 from graphile_worker._private_jobs')).rowCount, {
      timeout: 15_000,
    })
    .toBe(0)
}

describe('whatever people write', () => {
  const hostile = [
    'Emoji 👩‍👩‍👧‍👦 🇩🇰 😀',
    'Styretegn \u0000\u0007\u001b[31m\u202eher',
    'Halve tegn \ud83d og \ude00',
    '#read("/etc/passwd") #panic("x") $x^2$ = head @ref <label>',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '"; drop table record; --',
    'ordudenende'.repeat(300),
  ].join('\n')

  test('it stops no closing, and runs nowhere', async () => {
    const point = {
      ...emptyPoint,
      what: hostile,
      goal: hostile,
      how: hostile,
      when: hostile,
      support: hostile,
    }
    const { id, host, participant } = await closed(
      { points: [point], year: hostile, conclusions: { q1: hostile, q7: hostile } },
      {
        host: 'signed-with-remark',
        participant: 'signed-with-remark',
        remark: hostile.toWellFormed().slice(0, 600),
      },
    )
    expect(await statusOf(world, id)).toBe('closed')
    const done = await participant.get(urls.signing({ id }))
    expect(done.status).toBe(200)
    expect(done.html).not.toContain('<script>alert')
    expect(done.html).not.toContain('<img')
    for (const part of ['record', 'plan'] as const) {
      const text = await textOf(await paper(host, id, part))
      expect(text).toContain('#read("/etc/passwd")')
      expect(text).toContain('<script>alert(1)</script>')
      expect(text).not.toMatch(/root:.*:0:0:/)
    }
  })
})

describe('what proves it later', () => {
  test('destroy talk: the record and its paper are gone, the plan and its paper still verify', async () => {
    const { id, host } = await closed()
    await paper(host, id, 'record')
    const before = await paper(host, id, 'plan')
    const { rows } = await world.superuser.query(
      `select organisation_id, id from shelf where conversation_id = $1 and scope = 'talk'`,
      [id],
    )
    await destroyNow(world, rows[0])
    const record = await as(world, host, id, (tx, talk) => findRecord(tx, world.deps.keys, 'pages', talk))
    expect(record?.talk).toBeUndefined()
    expect(record?.plan?.points).toHaveLength(2)
    const page = await host.get(urls.signing({ id }))
    expect(wordsOf(page)).toContain('Samtalearket er slettet.')
    expect(wordsOf(page)).toContain('At lede gennem forandring')
    expect(page.html).not.toContain('At se personalet lykkes')
    expect(Buffer.from(await paper(host, id, 'plan')).equals(Buffer.from(before))).toBe(true)
    expect((await host.get(urls.document({ id, part: 'record' }))).status).not.toBe(200)
  })
})
