import { changeConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes, listProposals } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, isToAnswerTimes, otherIn } from '../../domain/conversation.ts'
import { move } from '../../domain/lifecycle.ts'
import { urls } from '../../urls.ts'
import { newTime } from '../../words/new-time.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { InvitationPage } from '../invitation/invitation-page.tsx'
import { invitationShown } from '../invitation/invitation-shown.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { setTime } from './agreeing.ts'
import { NewTimePage } from './new-time-page.tsx'
import { newTimeShown } from './shown.ts'

/** Yes to one of the times the other proposes, or none of them; no reason is wanted. */
export async function answerTimes(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  if (!isToAnswerTimes(talk) && form.text('do') === 'none') return { to: pageOf(talk) }
  if (form.text('do') === 'none') return refuseTimes(tx, me, c, deps, talk)
  const wanted = form.text('time')
  const proposals = await listProposals(tx, talk)
  const proposal = proposals.find(({ id, by }) => id === wanted && by === otherIn(talk).id)
  const answer = proposal
    ? await setTime(tx, me, c, deps, talk, { startsAt: proposal.startsAt, minutes: talk.minutes })
    : 'taken'
  if (answer === 'taken') return again(tx, talk, c, deps, wanted)
  return { to: urls.conversation({ id: talk.id }) }
}

async function refuseTimes(tx: Tx, me: Me, c: PageContext, deps: Deps, talk: Conversation): Promise<Answer> {
  if ('refused' in move('refuse', talk.status, talk.role)) return { to: pageOf(talk) }
  await dropProposedTimes(tx, talk)
  const other = otherIn(talk).id
  if (talk.status === 'invited') await changeConversation(tx, talk, { times_wanted_at: c.var.now })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'times-refused', conversation: talk.id }],
    mails: [{ to: other, kind: 'times-refused', conversation: talk.id }],
  })
  return { to: pageOf(talk) }
}

const pageOf = ({ id, status }: Conversation) =>
  status === 'invited' ? urls.invitation({ id }) : urls.newTime({ id })

async function again(
  tx: Tx,
  talk: Conversation,
  c: PageContext,
  deps: Deps,
  wanted: string,
): Promise<Answer> {
  const t = newTime[c.var.language]
  const status = wanted === '' ? 422 : 409
  const errors = [{ field: 'time', text: wanted === '' ? t.chooseOne : t.gone }]
  const show =
    talk.status === 'invited' ? (
      <InvitationPage {...(await invitationShown(tx, talk, c, deps))} errors={errors} />
    ) : (
      <NewTimePage {...(await newTimeShown(tx, talk, c, deps))} errors={errors} />
    )
  return { show, status }
}
