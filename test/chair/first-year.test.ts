import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import { type GentofteWorld, gentofteInvited, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { holdBegun } from '../world/gentofte-closed.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// A board's chair's first LUS, from the page she meets to the answer she does not give. Each test goes on where the one
// before it ended.

let world: GentofteWorld
let grethe: Visitor
let mette: Visitor
let id: string
beforeAll(async () => {
  world = await openGentofte()
  await signIn()
})
afterAll(() => world.close())

async function signIn() {
  grethe = await world.as('grethe')
  mette = await world.as('mette')
}

/** The sessions of before have ended by then. */
async function moveTo(when: Date) {
  await world.moveTo(when)
  await signIn()
}

const homeOf = async (who: Visitor) => wordsOf(await who.get(urls.home()))
const press = async (who: Visitor, act: string, change: Readonly<Record<string, string>> = {}) =>
  who.post(urls.step({ id, step: 'kort' }), {
    ...filled(await who.get(urls.preparation({ id }))),
    ...change,
    do: act,
  })

/** Mette writes this to her first question, and shares it. */
async function shareFirst(text: string) {
  const [, question = ''] =
    /name="([^".]+)\.keywords"/.exec((await mette.get(urls.preparation({ id }))).html) ?? []
  await press(mette, 'save', { [`${question}.keywords`]: text })
  await mette.post(urls.sharing({ id }), {
    ...{ do: 'share', [`share.${question}`]: 'yes', [`${question}.version`]: '1' },
  })
}

const evening = new Date('2026-04-02T19:00:00Z')

test('S0-08 Min side says whom the chair is to invite and what it is; a leader of several is told how many', async () => {
  const home = await grethe.get(urls.home())
  expect(wordsOf(home)).toContain('Du skal holde LUS med Mette LUS er en lederudviklingssamtale.')
  expect(home.html).toContain(`href="${urls.planning({ post: world.people.mette.post })}"`)
  expect(await homeOf(mette)).toContain('Tre samtaler mangler en invitation')
  expect(await homeOf(await world.as('sara'))).toContain('Din leder skriver, når det er tid.')
})

test('S0-01 S0-08 »Om samtalerne« begins with the chair’s own part, open, and promises her no letter', async () => {
  const read = await grethe.get(urls.about())
  expect(read.html).toMatch(
    /<details class="fold" open[^>]*><summary><span class="fold-label">LUS: bestyrelsesformand/,
  )
  expect(read.html).toMatch(/<details class="fold" open[^>]*><summary><span class="fold-label">Hvad er LUS\?/)
  expect(wordsOf(read)).not.toContain('Du får et brev')
  expect(wordsOf(read)).not.toContain('arbejdstiden')
  const sara = await (await world.as('sara')).get(urls.about())
  expect(wordsOf(sara)).toContain('Du får et brev')
  expect(sara.html).not.toContain('class="fold" open')
})

test('T3 a single time that is proposed is chosen beforehand, and »Svar på forslaget« leads to it', async () => {
  id = await gentofteInvited(world, 'mette')
  await mette.post(urls.newTime({ id }), { 'day-1': '2026-04-15', 'time-1': '15:00' })
  const sent = await grethe.send(urls.newTime({ id }))
  expect(sent.headers.get('location')).toBe(`${urls.invitation({ id })}#times`)
  const page = await grethe.get(urls.invitation({ id }))
  expect(page.html).toContain('href="#times"')
  const [, time = ''] = /name="time" value="([^"]+)" checked/.exec(page.html) ?? []
  expect(time).not.toBe('')
  await mette.post(urls.newTime({ id }), {
    ...{ 'day-1': '2026-04-15', 'time-1': '15:00' },
    ...{ 'day-2': '2026-04-16', 'time-2': '15:00' },
  })
  expect((await grethe.get(urls.invitation({ id }))).html).not.toMatch(/name="time"[^>]* checked/)
})

test('S3-22 a letter that has been overtaken is told of no more', async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  await moveTo(evening)
  id = await gentofteInvited(world, 'mette')
  expect(wordsOf(await grethe.get(urls.invitation({ id })))).toContain('Brevet til Mette sendes')
  const [, slot = ''] =
    /name="slot" value="([^"]+)"/.exec((await mette.get(urls.invitation({ id }))).html) ?? []
  await mette.post(urls.time({ id }), { slot })
  const about = wordsOf(await grethe.get(urls.conversation({ id })))
  expect(about).toContain('Tid og sted tirsdag 14. april')
  expect(about).not.toMatch(/Brevet til Mette|besked i morgen/)
})

test('S0-41 once the other has shared, the next step is to read it, and it stands open where it is read', async () => {
  await press(grethe, 'theme.add.trivsel')
  await press(grethe, 'themes.send')
  expect(await homeOf(grethe)).toContain('Du er klar LUS med Mette er')
  const closed = await grethe.get(urls.preparation({ id }))
  expect(wordsOf(closed)).toContain('Stikord til det, Mette bliver spurgt om')
  await shareFirst('Sygefraværet.')
  expect(await homeOf(grethe)).toContain('Læs, hvad Mette har delt')
  const page = await grethe.get(urls.preparation({ id }))
  expect(page.html).toMatch(
    /<details class="fold" open[^>]*><summary><span class="fold-label">Mette har delt ét svar/,
  )
  expect(wordsOf(page)).toContain('Sygefraværet.')
  const start = await grethe.get(urls.talk({ id }))
  expect(start.html).toContain(`href="${urls.preparation({ id })}#delt"`)
  expect(page.html).toContain('id="delt"')
  expect((await mette.get(urls.talk({ id }))).html).not.toContain('#delt')
})

test('trust: what the chair wants to acknowledge is said to stay with her', async () => {
  expect(wordsOf(await grethe.get(urls.sharing({ id })))).toContain('Det, du vil anerkende, er ikke med.')
})

test('T12 the one who waits for a host is not told that there has been a mail, and hears it when the week is gone', async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  await moveTo(new Date('2026-04-02T08:40:00Z'))
  id = await gentofteTalk(world, 'mette')
  await moveTo(new Date('2026-04-14T11:05:00Z'))
  await grethe.post(urls.talk({ id }), {})
  await holdBegun(id, grethe, mette)
  await grethe.post(urls.freezing({ id }), { gaps: 'seen' })
  await mette.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
  const waiting = wordsOf(await mette.get(urls.signing({ id })))
  expect(waiting).toContain('Grethe har ikke svaret endnu. I regner med et svar senest den 21. april.')
  const about = wordsOf(await mette.get(urls.conversation({ id })))
  expect(about).toMatch(/Grethe kan se det på Min\sside\. Grethe har ikke svaret endnu/)
  expect(about).not.toContain('Grethe har fået besked')
  expect(await rowOfMette()).toContain('Holdt den 14. april')
  await moveTo(new Date('2026-04-29T08:00:00Z'))
  const late = wordsOf(await mette.get(urls.signing({ id })))
  expect(late).toContain('I regnede med den 21. april. Spørg Grethe, om noget mangler.')
})

test('S3-12 a talk that is held says when, and leads to what came of it', async () => {
  expect(await rowOfMette()).not.toContain('delt')
  await grethe.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
  const year = await grethe.get(urls.hosted())
  expect(year.html).toContain(`href="${urls.conversation({ id })}"`)
  const plan = await grethe.get(urls.plan({ id }))
  expect(wordsOf(plan)).toContain('Mette kan bede om en opfølgning')
  const [, whole = ''] = /href="([^"#]+)#planen"/.exec(plan.html) ?? []
  expect((await grethe.get(whole)).html).toMatch(/id="planen"><details class="fold" open/)
  expect((await grethe.get(urls.signing({ id }))).html).not.toMatch(/id="planen"><details class="fold" open/)
})

test('S3-12 of two talks with the same person the day tells which is which', async () => {
  await gentofteInvited(world, 'mette', { 'day-1': '2026-05-12', 'day-2': '2026-05-19' })
  expect(await homeOf(mette)).toContain('Dine andre samtaler LUS med Grethe Holdt den 14. april 2026')
})

const rowOfMette = async () => {
  const [, rows = ''] =
    /<ul class="year-rows">([\s\S]*?)<\/ul>/.exec((await grethe.get(urls.hosted())).html) ?? []
  return wordsOf({ html: rows })
}
