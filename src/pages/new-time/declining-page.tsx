import { type Conversation, firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { deletionDates } from '../../domain/retention.ts'
import { Button } from '../../ui/button.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { ending } from '../../words/new-time.ts'
import { type Frame, StepPage } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; now: Date }

/** T6: what it means, and one button. No reason is asked for. */
export function DecliningPage({ frame, talk, now }: Props) {
  const { language } = frame
  const t = ending[language]
  const today = localDateOf(now)
  const lastDay = `${today.slice(0, 4)}-12-31`
  const gone = deletionDates(today, talk.periods).own
  const back = { href: urls.invitation({ id: talk.id }), label: t.back }
  return (
    <StepPage frame={frame} talk={talk} title={t.declineTab} back={back}>
      <Title help={t.declineText(firstName(talk.host.name))}>{t.declineTitle}</Title>
      <p>{t.declineUndo(sayDayAndMonth(lastDay, language))}</p>
      <p>
        {t.notes(sayDayAndMonth(gone, language))} {gone <= lastDay && t.afresh}
      </p>
      <form method="post" action={urls.declining({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <Button kind="secondary">{t.decline}</Button>
      </form>
    </StepPage>
  )
}
