import { listClosedWeeksOf } from '../../../db/closed-weeks.ts'
import { listConversations } from '../../../db/conversations.ts'
import { getHouse } from '../../../db/house.ts'
import { findConcept, holdTimes, listHosted, listStandingTimes, offerToAll } from '../../../db/invitations.ts'
import type { Tx } from '../../../db/query.ts'
import type { Deps } from '../../../deps.ts'
import { type Conversation, firstName } from '../../../domain/conversation.ts'
import { localDateOf } from '../../../domain/day.ts'
import { hasHad } from '../../../domain/hosted-year.ts'
import { beforeLetter, closedDays, judgeTimes } from '../../../domain/invitation.ts'
import { kindFor } from '../../../domain/kind.ts'
import type { FormError } from '../../../ui/error-summary.tsx'
import { urls } from '../../../urls.ts'
import { planning } from '../../../words/invitation.ts'
import type { Me, PageContext } from '../../context.ts'
import type { Form } from '../../form.ts'
import { page } from '../../page.tsx'
import { saveAs } from '../../save-as.ts'
import type { Answer } from '../../submission.ts'
import { frameOf } from '../../talks.ts'
import { beginInvited, invitedTrace } from '../inviting.ts'
import { clashesIn, judgeSeveral, painterErrors } from './judging.ts'
import {
  cleared,
  isPainterTyped,
  paintFrom,
  readSeveral,
  type SeveralForm,
  unfilledSeveral,
} from './several-form.ts'
import { NobodyPage, SeveralPage } from './several-page.tsx'
import type { SeveralShown } from './several-shown.ts'

/** Screen 7: everybody without a talk under way, ticked but for those who have had theirs or chosen not to. */
export async function showSeveral(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const shared = await sharedBy(tx, me, c, deps)
  const [first] = shared.led
  const sent = c.req.query('inviteret') ? invitedLast(shared.talks) : []
  if (!first) return page(c, <NobodyPage frame={shared.frame} house={shared.house} sent={sent} />)
  // Whoever was left out a moment ago is left out still.
  const posts = sent.length > 0 ? [] : usuallyInvited(shared)
  const form = first.form
  return page(c, <SeveralPage {...shared} form={form} typed={unfilledSeveral(form, posts)} sent={sent} />)
}

async function sharedBy(tx: Tx, me: Me, c: PageContext, deps: Deps) {
  const concept = await findConcept(tx, me)
  const talks = await listConversations(tx, me)
  const hosted = talks.filter(({ role }) => role === 'host')
  const free = (await listHosted(tx, me, concept)).filter(({ open }) => open === null)
  const led = free.flatMap(each => {
    const kind = concept && kindFor(concept, each)
    const form = kind && concept.kinds[kind]
    if (!form) return []
    const had = hasHad({ person: each.person, kind }, hosted, localDateOf(c.var.now))
    return [{ ...each, kind, form, had }]
  })
  return {
    frame: frameOf(c, deps),
    house: await getHouse(tx),
    led,
    talks,
    declined: declinedThisYear(talks, c.var.now),
    standing: await listStandingTimes(tx, me, c.var.now),
    now: c.var.now,
  }
}

/** Those of mine who were invited the last time somebody was, by name: the address only says that it was so. */
function invitedLast(talks: readonly Conversation[]): string[] {
  const mine = talks.filter(talk => talk.role === 'host' && talk.invitedAt && talk.status !== 'cancelled')
  const last = Math.max(...mine.map(({ invitedAt }) => Number(invitedAt)))
  return mine
    .filter(({ invitedAt }) => Number(invitedAt) === last)
    .map(({ participant }) => participant.name)
    .toSorted(new Intl.Collator('da').compare)
}

const usuallyInvited = ({ led, declined }: Pick<Shared, 'led' | 'declined'>): string[] =>
  led.filter(({ had, person }) => !had && !declined.includes(person)).map(({ post }) => post)

function declinedThisYear(talks: readonly Conversation[], now: Date): string[] {
  return talks
    .filter(({ role, cancelledCause }) => role === 'host' && cancelledCause === 'declined')
    .filter(({ cancelledAt }) => cancelledAt?.getUTCFullYear() === now.getUTCFullYear())
    .map(({ participant }) => participant.id)
}

type Shared = Awaited<ReturnType<typeof sharedBy>>

/** Paints, or sends to all at once. Whoever has got a talk meanwhile is left out of the list, not invited twice. */
export async function sendSeveral(tx: Tx, sent: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  await holdTimes(tx, me)
  const all = await sharedBy(tx, me, c, deps)
  const [first] = all.led
  if (!first) return { to: urls.planningSeveral() }
  const { form } = first
  const read = readSeveral(sent, form, c.var.language)
  const posts = all.led.map(({ post }) => post)
  const typed = { ...read, people: read.people.filter(post => posts.includes(post)) }
  // Of everybody in the list: somebody may be ticked later, and a day that has been painted is not asked about again.
  const closed = await listClosedWeeksOf(tx, me, posts, localDateOf(c.var.now))
  const shared = { ...all, closed }
  const chosen = sent.text('do')
  if (chosen === 'none' || chosen === 'all') {
    const people = chosen === 'all' ? usuallyInvited(shared) : []
    return { show: <SeveralPage {...shared} form={form} typed={{ ...typed, people }} />, status: 200 }
  }
  if (chosen === 'paint' || isPainterTyped(typed.painter)) return painted({ ...shared, form, typed }, c)
  const errors = judgeSeveral(typed, form, shared.standing, c.var.now, c.var.language)
  if (errors.length > 0)
    return { show: <SeveralPage {...shared} form={form} typed={typed} errors={errors} />, status: 422 }
  return inviteAll(tx, me, c, deps, shared, typed)
}

/** The painted times stand in the list, ticked where they can be given as they are. */
function painted(shown: SeveralShown, c: PageContext): Answer {
  const { typed, standing, closed = [] } = shown
  const { language, now } = c.var
  const result = paintFrom(typed.painter, typed.minutes)
  if ('faults' in result) {
    const errors: FormError[] = painterErrors(result.faults, language)
    return { show: <SeveralPage {...shown} errors={errors} />, status: 422 }
  }
  const times = together(typed.times, result.times)
  const wish = { minutes: typed.minutes, times, standing }
  const refusals = [...judgeTimes(wish, now), ...beforeLetter(wish, now)]
  const clashes = clashesIn(times, refusals, language)
  const unticked = closedDays({ times, closed, meant: typed.times.map(localDateOf) }).flatMap(
    ({ at }) => times[at] ?? [],
  )
  const next: SeveralForm = { ...typed, painter: cleared(typed.painter), times }
  return { show: <SeveralPage {...shown} typed={next} {...{ clashes, unticked }} justPainted />, status: 200 }
}

function together(one: readonly Date[], other: readonly Date[]): Date[] {
  const instants = new Set([...one, ...other].map(Number))
  return [...instants].toSorted((a, b) => a - b).map(instant => new Date(instant))
}

async function inviteAll(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  shared: Shared,
  typed: SeveralForm,
): Promise<Answer> {
  const invited = shared.led.filter(({ post }) => typed.people.includes(post))
  const talks: Conversation[] = []
  for (const each of invited) {
    const talk = await beginInvited(tx, me, c, deps, each, typed)
    if (!talk) return invitedAlready(shared, typed, each, c)
    talks.push(talk)
  }
  const times = typed.times.map(startsAt => ({ startsAt, minutes: typed.minutes }))
  await offerToAll(tx, deps.random, talks, times)
  const traces = talks.map(invitedTrace)
  const [events, mails] = [traces.map(({ event }) => event), traces.map(({ mail }) => mail)]
  await saveAs(tx, deps, me, c, { events, mails })
  return { to: `${urls.planningSeveral()}?inviteret=${talks.length}` }
}

/** Another host of theirs was quicker: nobody is invited yet, and the list comes without that one. */
function invitedAlready(
  shared: Shared,
  typed: SeveralForm,
  quick: Shared['led'][number],
  c: PageContext,
): Answer {
  const led = shared.led.filter(({ post }) => post !== quick.post)
  const left = { ...typed, people: typed.people.filter(post => post !== quick.post) }
  const errors = [{ field: 'people', text: planning[c.var.language].already(firstName(quick.name)) }]
  const shown = { ...shared, led, form: quick.form, typed: left, errors }
  return { show: <SeveralPage {...shown} />, status: 409 }
}
