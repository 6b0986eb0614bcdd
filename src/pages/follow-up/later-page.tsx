import { sayDayAndMonth } from '../../domain/day-words.ts'
import { laterBy, movedTo } from '../../domain/follow-up.ts'
import { Button } from '../../ui/button.tsx'
import { RadioList } from '../../ui/choices.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { StepPage } from '../shell.tsx'
import type { Running } from './card.tsx'
import { Withdraw } from './withdraw.tsx'

/** »Senere er fint«: the asker's own deadline is the asker's to move, or to take back. */
export function LaterPage({ frame, talk, followUp, today, error }: Running & { error?: string | undefined }) {
  const { language } = frame
  const t = texts[language]
  const choices = laterBy.map(days => ({
    value: String(days),
    label: t.laterBy(days, sayDayAndMonth(movedTo(followUp, today, days), language)),
  }))
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      back={{ href: urls.followUp({ id: talk.id }), label: t.tab }}
    >
      <Title help={t.laterHelp}>{t.laterTitle}</Title>
      <form method="post" action={urls.followUpLater({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <RadioList name="days" legend={t.later} choices={choices} error={error} />
        <Button>{t.laterChoose}</Button>
      </form>
      <Withdraw frame={frame} talk={talk} />
    </StepPage>
  )
}
