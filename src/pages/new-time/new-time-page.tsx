import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDay, sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { latestPostponement, mayPostpone, waitsTooLong } from '../../domain/rearranging.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SlotList } from '../../ui/slot-list.tsx'
import { DateField, TimeField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { invitation, planning } from '../../words/invitation.ts'
import { newTime, timeSteps } from '../../words/new-time.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { errorFor } from '../planning/planning-errors.ts'
import { MeantDay } from '../planning/time-lines.tsx'
import { StepPage } from '../shell.tsx'
import { daysToPick } from '../time-list.ts'
import { CalendarReplyForm } from './calendar-reply-form.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { OwnProposal, ProposedAnswer } from './proposed-answer.tsx'
import { type NewTimeShown, wishFields } from './shown.ts'

/** T3–T5: another time for a talk that has one, or had one. Whatever is open is answered first. */
export function NewTimePage(props: NewTimeShown) {
  const { frame, talk, errors = [] } = props
  const { language } = frame
  const back = { href: urls.conversation({ id: talk.id }), label: nameOf(talk, language) }
  return (
    <StepPage frame={frame} talk={talk} title={newTime[language].tab} script="invitation.js" back={back}>
      <ErrorSummary title={shell[language].errorTitle} errors={errors} />
      <Title help={whereItStands(props)}>{titleOf(props)}</Title>
      <Open {...props} />
      <FreeTimes {...props} />
      <Propose {...props} />
      {talk.status === 'agreed' && <Postpone {...props} />}
      {talk.status === 'agreed' && (
        <CalendarReplyForm frame={frame} action={urls.calendarReply({ id: talk.id })} reply={props.reply} />
      )}
    </StepPage>
  )
}

/** What waits for an answer. */
function Open({ frame, talk, now, theirs, mine, closed, errors = [] }: NewTimeShown) {
  return (
    <>
      {waitsTooLong(talk, now) && (
        <Notice kind="amber">
          <p>{newTime[frame.language].waited}</p>
        </Notice>
      )}
      {theirs.length > 0 && (
        <ProposedAnswer {...{ frame, talk, closed }} proposals={theirs} error={errorFor('time', errors)} />
      )}
      {mine.length > 0 && <OwnProposal frame={frame} talk={talk} proposals={mine} />}
    </>
  )
}

const nameOf = (talk: Conversation, language: Language) =>
  conversation[language].title(talk.form.label.short, firstName(otherIn(talk).name))

function titleOf({ frame, talk, theirs }: NewTimeShown): string {
  const name = firstName(otherIn(talk).name)
  const steps = timeSteps[frame.language]
  if (theirs.length > 0) return steps['answer-times']('', name).title
  return talk.status === 'postponed' ? steps['find-time']('', name).title : newTime[frame.language].another
}

function whereItStands({ talk, frame, theirs }: NewTimeShown): string {
  const { language } = frame
  const t = newTime[language]
  if (talk.startsAt) {
    const name = firstName(otherIn(talk).name)
    return `${t.now(sayTalkTime(talk.startsAt, talk.minutes, language))} ${theirs.length > 0 ? t.holdsForYou : t.holds(name)}`
  }
  return t.until(sayDay(talk.postponedUntil ?? '', language))
}

function FreeTimes({ frame, talk, free, theirs, closed, errors = [] }: NewTimeShown) {
  if (free.length === 0 || theirs.length > 0) return null
  const t = newTime[frame.language]
  const times = free.map(slot => ({ ...slot, taken: false }))
  return (
    <form method="post" action={urls.time({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      <SlotList
        name="slot"
        legend={t.free}
        help={t.freeHelp(firstName(talk.host.name))}
        days={daysToPick(times, invitation[frame.language].chooseTime, frame.language, closed)}
        takenLabel={invitation[frame.language].taken}
        error={errorFor('slot', errors)}
      />
      <Button>{invitation[frame.language].choose}</Button>
    </form>
  )
}

/** In sight when it is the way forward; folded where something else comes first. */
function Propose({ frame, talk, free, theirs, mine, lines, errors = [] }: NewTimeShown) {
  const t = newTime[frame.language]
  const isFirst = free.length + theirs.length + mine.length === 0
  if (isFirst) return <ProposalForm {...{ frame, talk, lines, errors }} kind="primary" />
  return (
    <Fold label={theirs.length + mine.length > 0 ? t.proposeOthers : t.propose} open={lines !== undefined}>
      <ProposalForm {...{ frame, talk, lines, errors }} />
    </Fold>
  )
}

/** T4: a new time in the same step, or a day to find one by. */
function Postpone(props: NewTimeShown) {
  const { frame, talk, now, until, errors = [] } = props
  if (!mayPostpone(talk)) return null
  const t = newTime[frame.language]
  const latest = latestPostponement(now)
  const hint = t.untilHint(sayDayAndMonth(latest, frame.language))
  const span = { min: localDateOf(now), max: latest, value: until ?? latest }
  const field = { name: 'until', label: t.untilField, hint, ...span }
  return (
    <Fold label={t.postpone} open={until !== undefined}>
      <form method="post" action={urls.postponement({ id: talk.id })}>
        <input type="hidden" name="key" value={`${frame.key}-u`} />
        <p>{t.postponeHelp}</p>
        <Wish {...props} />
        <DateField {...field} error={errorFor('until', errors)} />
        <Button kind="secondary">{t.postpone}</Button>
      </form>
    </Fold>
  )
}

function Wish({ frame, talk, wish, errors = [] }: NewTimeShown) {
  const { language } = frame
  const t = newTime[language]
  const name = firstName(otherIn(talk).name)
  return (
    <fieldset class="time-lines">
      <legend>{t.wish}</legend>
      <p class="hint">{t.wishHelp(name)}</p>
      <div class="time-rows">
        <div class="time-line">
          <DateField
            name={wishFields.day}
            label={planning[language].day}
            value={wish?.day}
            error={errorFor(wishFields.day, errors)}
          />
          <TimeField
            name={wishFields.time}
            label={planning[language].time}
            value={wish?.time}
            error={errorFor(wishFields.time, errors)}
          />
        </div>
        {wish && (
          <MeantDay
            name={wishFields.meant}
            typed={wish}
            asked={errorFor(wishFields.meant, errors)}
            language={language}
          />
        )}
      </div>
    </fieldset>
  )
}
