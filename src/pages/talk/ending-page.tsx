import { meIn } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDay } from '../../domain/day-words.ts'
import { mayMeetAgain } from '../../domain/sitting.ts'
import { planStretch } from '../../domain/topic.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import { Standpoint } from '../standpoint.tsx'
import { MeetAgain, type NextTime } from './meet-again-form.tsx'
import { otherName } from './names.ts'
import { Standing } from './notices.tsx'
import { type Room, RoomPage } from './room-page.tsx'
import { stateOf } from './room-words.ts'

export type EndingShown = Room & {
  /** The days they have met before. */
  sittings: readonly LocalDate[]
  /** What was typed for a next time and could not be taken. */
  next?: NextTime | undefined
}

/** The end of the talk: is there something left to say, and are both agreed that it has been held? */
export function EndingPage(room: EndingShown) {
  const { frame, talk } = room
  const t = texts[frame.language].ending
  return (
    <RoomPage {...room} stretch={planStretch(talk.form)?.id} here={urls.ending({ id: talk.id })}>
      <div class="reading">
        {!room.next && (
          <Standpoint
            state={stateOf(talk)}
            address={urls.ending({ id: talk.id })}
            language={frame.language}
            waits={talk.endProposedBy === meIn(talk).id}
          />
        )}
        {talk.status === 'talking' ? (
          <Ending {...room} />
        ) : (
          <>
            <Title
              help={talk.status === 'held' && talk.heldOn && t.held(sayDay(talk.heldOn, frame.language))}
            >
              {t.heldTitle}
            </Title>
            {talk.status === 'held' ? <Onward {...room} /> : <Standing {...room} />}
          </>
        )}
      </div>
    </RoomPage>
  )
}

function Ending(room: EndingShown) {
  const { frame, talk } = room
  const t = texts[frame.language].ending
  const waits = talk.endProposedBy === meIn(talk).id
  return (
    <>
      <Title help={t.help}>{t.title}</Title>
      {waits && (
        <Notice kind="info" spoken>
          <p>{t.waiting(otherName(talk))}</p>
        </Notice>
      )}
      {talk.endProposedBy !== null && !waits && <p>{t.asked(otherName(talk))}</p>}
      <form method="post" action={urls.ending({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <ButtonStack>
          {!waits && (
            <Button name="do" value="hold">
              {talk.endProposedBy === null ? t.hold : t.agree}
            </Button>
          )}
          {talk.endProposedBy !== null && (
            <Button kind="text" name="do" value="not-yet">
              {t.notYet}
            </Button>
          )}
        </ButtonStack>
      </form>
      {mayMeetAgain(talk.form) && <MeetAgain {...room} />}
      <LinkLine href={urls.talk({ id: talk.id })}>{t.topics}</LinkLine>
      <LinkLine href={urls.planDraft({ id: talk.id })}>{planDraft[frame.language].open}</LinkLine>
    </>
  )
}

/** Held: the way on to the reading and the lock; until then both may still write. */
function Onward({ frame, talk }: Room) {
  const t = texts[frame.language].ending
  return (
    <>
      <p>{t.stillOpen}</p>
      <ButtonLink href={urls.freezing({ id: talk.id })}>{t.freeze}</ButtonLink>
      <LinkLine href={urls.planDraft({ id: talk.id })}>{closing[frame.language].freezing.mend}</LinkLine>
      <LinkLine href={urls.talk({ id: talk.id })}>{t.topics}</LinkLine>
    </>
  )
}
