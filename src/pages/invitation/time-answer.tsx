import { firstName } from '../../domain/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SlotList } from '../../ui/slot-list.tsx'
import { urls } from '../../urls.ts'
import { invitation } from '../../words/invitation.ts'
import { newTime } from '../../words/new-time.ts'
import { sayTold } from '../held-letter.tsx'
import { ProposalForm } from '../new-time/proposal-form.tsx'
import { OwnProposal } from '../new-time/proposed-answer.tsx'
import { errorFor } from '../planning/planning-errors.ts'
import { daysToPick } from '../time-list.ts'
import type { InvitationShown } from './invitation-shown.ts'

/** Pick a time in two taps, propose one, or ask for others. */
export function TimeAnswer(props: InvitationShown) {
  const { frame, talk, slots, closed, errors = [] } = props
  const t = invitation[frame.language]
  const free = slots.some(slot => slot.takenBy === 'nobody')
  const times = slots.map(slot => ({ ...slot, taken: slot.takenBy === 'others' }))
  return (
    <>
      {free ? (
        <form method="post" action={urls.time({ id: talk.id })}>
          <input type="hidden" name="key" value={frame.key} />
          <SlotList
            name="slot"
            legend={t.pick}
            help={talk.place ?? t.later}
            days={daysToPick(times, t.chooseTime, frame.language, closed)}
            takenLabel={t.taken}
            error={errorFor('slot', errors)}
          />
          <Button>{t.choose}</Button>
        </form>
      ) : (
        <p>{t.noTimes}</p>
      )}
      <OtherTime {...props} />
    </>
  )
}

/** None of them fits: times of one's own, or the host is asked for more. No reason is wanted. */
function OtherTime({ frame, talk, mine, goes, now, lines, errors }: InvitationShown) {
  const t = invitation[frame.language]
  const isWaiting = mine.length > 0 || talk.timesWantedAt !== null
  return (
    <>
      {mine.length > 0 && <OwnProposal frame={frame} talk={talk} proposals={mine} />}
      {mine.length === 0 && talk.timesWantedAt && (
        <Notice kind="done" spoken>
          <p>
            {t.otherTimeAsked(sayTold(firstName(talk.host.name), { goes, now, language: frame.language }))}
          </p>
        </Notice>
      )}
      <Fold
        label={mine.length > 0 ? newTime[frame.language].proposeOthers : newTime[frame.language].propose}
        open={lines !== undefined}
      >
        <ProposalForm frame={frame} talk={talk} lines={lines} errors={errors} />
        {!isWaiting && (
          <form method="post" action={urls.otherTimes({ id: talk.id })}>
            <input type="hidden" name="key" value={`${frame.key}-o`} />
            <Button kind="text">{t.otherTime}</Button>
          </form>
        )}
      </Fold>
    </>
  )
}
