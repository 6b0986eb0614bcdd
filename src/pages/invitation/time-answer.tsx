import { firstName } from '../../domain/conversation.ts'
import { localDateOf, localTimeOf } from '../../domain/day.ts'
import { dayParts, sayDayAndMonth, sayTime, sayTimes } from '../../domain/day-words.ts'
import { byDay, type SlotSeen } from '../../domain/invitation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SlotList } from '../../ui/slot-list.tsx'
import { urls } from '../../urls.ts'
import { invitation } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import type { InvitationShown } from './invitation-shown.ts'

/** Pick a time in two taps, or ask for others. */
export function TimeAnswer({ frame, talk, slots, error }: InvitationShown) {
  const t = invitation[frame.language]
  const free = slots.some(slot => slot.takenBy === 'nobody')
  return (
    <>
      {free ? (
        <form method="post" action={urls.time({ id: talk.id })}>
          <input type="hidden" name="key" value={frame.key} />
          <SlotList
            name="slot"
            legend={t.pick}
            help={talk.place ?? t.later}
            days={daysOf(slots, frame.language)}
            takenLabel={t.taken}
            error={error}
          />
          <Button>{t.choose}</Button>
        </form>
      ) : (
        <p>{t.noTimes}</p>
      )}
      {talk.timesWantedAt ? (
        <Notice kind="done" spoken>
          <p>{t.otherTimeAsked(firstName(talk.host.name))}</p>
        </Notice>
      ) : (
        <form method="post" action={urls.otherTimes({ id: talk.id })}>
          <input type="hidden" name="key" value={`${frame.key}-o`} />
          <Button kind="text">{t.otherTime}</Button>
        </form>
      )}
    </>
  )
}

const daysOf = (slots: readonly SlotSeen[], language: Language) =>
  byDay(slots).map(({ date, slots: times }) => ({
    date,
    ...dayParts(date, language),
    slots: times.map(slot => slotOf(slot, language)),
  }))

function slotOf(slot: SlotSeen, language: Language) {
  const from = localTimeOf(slot.startsAt)
  const to = localTimeOf(new Date(slot.startsAt.getTime() + slot.minutes * 60_000))
  const day = sayDayAndMonth(localDateOf(slot.startsAt), language)
  return {
    value: slot.id,
    label: sayTimes(from, to, language),
    taken: slot.takenBy === 'others',
    buttonLabel: invitation[language].chooseTime(day, sayTime(from, language)),
  }
}
