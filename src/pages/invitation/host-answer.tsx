import { firstName } from '../../domain/conversation.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { home } from '../../words/home.ts'
import { invitation } from '../../words/invitation.ts'
import { ProposedAnswer } from '../new-time/proposed-answer.tsx'
import { errorFor } from '../planning/planning-errors.ts'
import { TimeLines } from '../planning/time-lines.tsx'
import type { InvitationShown } from './invitation-shown.ts'

/** What the host sees under the letter while no time is picked. */
export function HostAnswer(props: InvitationShown) {
  const { frame, talk, slots, theirs, closed, lines, errors = [] } = props
  const t = invitation[frame.language]
  const name = firstName(talk.participant.name)
  const empty = Array.from({ length: 3 }, () => ({ day: '', time: '' }))
  return (
    <>
      {theirs.length > 0 && (
        <ProposedAnswer {...{ frame, talk, closed }} proposals={theirs} error={errorFor('time', errors)} />
      )}
      {theirs.length === 0 && talk.timesWantedAt && (
        <Notice kind="amber">
          <p>{t.hostWanted(name)}</p>
        </Notice>
      )}
      <h2>{t.given}</h2>
      <ul class="plain-list">
        {slots.map(slot => (
          <li key={slot.id}>{sayTalkTime(slot.startsAt, slot.minutes, frame.language)}</li>
        ))}
      </ul>
      <p>{talk.place ?? `${home[frame.language].later}.`}</p>
      <Fold
        label={t.moreTimes}
        open={lines !== undefined || (talk.timesWantedAt !== null && theirs.length === 0)}
      >
        <form method="post" action={urls.times({ id: talk.id })}>
          <input type="hidden" name="key" value={frame.key} />
          <TimeLines language={frame.language} lines={lines ?? empty} errors={errors} />
          <Button kind="secondary">{t.moreTimesSend}</Button>
        </form>
      </Fold>
    </>
  )
}
