import { listClosedWeeks } from '../../db/closed-weeks.ts'
import { changeConversation, holdConversation } from '../../db/conversations.ts'
import { listStandingTimes } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import { replaceProposedTimes } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, isInviting, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { move } from '../../domain/lifecycle.ts'
import { type ProposalRefusal, proposeTimes } from '../../domain/rearranging.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import { urls } from '../../urls.ts'
import { newTime } from '../../words/new-time.ts'
import type { Language } from '../../words/words.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { InvitationPage } from '../invitation/invitation-page.tsx'
import { invitationShown } from '../invitation/invitation-shown.ts'
import { errorsOf } from '../planning/planning-errors.ts'
import { timeFaultsOf } from '../planning/planning-faults.ts'
import { dayField, readTimes, typedTimes } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { NewTimePage } from './new-time-page.tsx'
import { newTimeShown } from './shown.ts'

/** T3: one to three times of one's own. An agreed time holds until the other has answered. */
export async function propose(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  if ('refused' in move('propose', talk.status, talk.role) || isInviting(talk))
    return { to: urls.conversation({ id: talk.id }) }
  const lines = typedTimes(form)
  const { times, faults, meant } = readTimes(lines)
  const wish = { times: times.map(time => time.instant), meant, ...(await standingWith(tx, me, c, talk)) }
  const decided = proposeTimes(talk, wish, c.var.now)
  if (faults.length > 0 || 'refusals' in decided) {
    const refusals = 'refusals' in decided ? decided.refusals : []
    const errors = errorsIn({ times, timeFaults: faults }, refusals, c.var.language)
    return { show: await again(tx, talk, c, deps, { lines, errors }), status: 422 }
  }
  await replaceProposedTimes(tx, deps.random, talk, decided.times, c.var.now)
  // Before the first time the host is asked for more; after it a wish for another is met by proposing one.
  await changeConversation(tx, talk, { times_wanted_at: talk.status === 'invited' ? c.var.now : null })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'times-proposed', conversation: talk.id }],
    mails: [{ to: otherIn(talk).id, kind: 'times-proposed', conversation: talk.id }],
  })
  return { to: talk.status === 'invited' ? urls.invitation({ id: talk.id }) : urls.newTime({ id: talk.id }) }
}

/** What of my own and of the house's stands in the way of a new time for this talk. */
export async function standingWith(tx: Tx, me: Me, c: PageContext, talk: Conversation) {
  const standing = await listStandingTimes(tx, me, c.var.now, talk.id)
  const closed = await listClosedWeeks(tx, talk, localDateOf(c.var.now))
  return { standing: standing.filter(({ taken }) => taken), closed }
}

type Typed = { lines: ReturnType<typeof typedTimes>; errors: readonly FormError[] }

async function again(tx: Tx, talk: Conversation, c: PageContext, deps: Deps, typed: Typed) {
  return talk.status === 'invited' ? (
    <InvitationPage {...(await invitationShown(tx, talk, c, deps))} {...typed} />
  ) : (
    <NewTimePage {...(await newTimeShown(tx, talk, c, deps))} {...typed} />
  )
}

/** What stands in the way of these times, each under its field. */
export function errorsIn(
  read: Parameters<typeof timeFaultsOf>[0],
  refusals: readonly ProposalRefusal[],
  language: Language,
): FormError[] {
  const t = newTime[language]
  const own = refusals.flatMap((each): FormError[] => {
    if (each.refused === 'too-many-times') return [{ field: dayField(3), text: t.tooMany }]
    if (each.refused !== 'same-time') return []
    return [{ field: dayField(read.times[each.at]?.at ?? 0), text: t.same }]
  })
  const shared = refusals.flatMap(each =>
    each.refused === 'too-many-times' || each.refused === 'same-time' ? [] : [each],
  )
  return [...errorsOf(timeFaultsOf(read, shared), language), ...own]
}
