import { changeConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { placeLimit } from '../../domain/invitation.ts'
import { type PlaceRefusal, placeTalk } from '../../domain/rearranging.ts'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { planning } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { placeIn } from '../planning/planning-form.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { ConversationPage } from './conversation-page.tsx'
import { conversationShown } from './shown.ts'

/** T1: »Aftaler vi senere« is agreed now. The other is told, and the calendars that know the time. */
export async function writePlace(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const typed = form.text('place')
  const decided = placeTalk(talk, placeIn(form))
  if ('refused' in decided) {
    const error = faultOf(decided, c.var.language)
    if (!error) return { to: urls.conversation({ id: talk.id }) }
    const shown = await conversationShown(tx, me, c, deps, talk)
    return { show: <ConversationPage {...shown} tried={{ typed, error }} />, status: 422 }
  }
  await changeConversation(tx, talk, { place: decided.place, calendar_sequence: decided.sequence })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'place-set', conversation: talk.id }],
    mails: told(talk).map(({ id }) => ({ to: id, kind: 'place-set', conversation: talk.id })),
  })
  return { to: urls.conversation({ id: talk.id }) }
}

// The host's own calendar learns of it by a mail too.
const told = ({ host, participant, startsAt }: Conversation) =>
  startsAt ? [host, participant] : [participant]

/** The sentence under the field; nothing where there is nothing to mend. */
function faultOf({ refused }: PlaceRefusal, language: Language): string | undefined {
  if (refused === 'place-missing') return conversation[language].place.missing
  return refused === 'place-too-long' ? planning[language].tooLong(placeLimit) : undefined
}
