import { firstName } from '../../domain/conversation.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/text-area.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { deletion } from '../../words/deletion.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { Deletes } from '../deletes.tsx'
import { StepPage } from '../shell.tsx'
import type { FollowUpShown } from './shown.ts'
import { WeeksAnswer } from './weeks-answer.tsx'

type Props = FollowUpShown & { typed?: string | undefined; error?: string | undefined }

/** Screen 21: the deadline, a line if one likes, and one button. No reason is asked for. */
export function AskPage({ frame, talk, asking, typed, error }: Props) {
  const { language } = frame
  const t = texts[language]
  const host = firstName(talk.host.name)
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      back={{ href: urls.plan({ id: talk.id }), label: t.back }}
    >
      <Title help={t.askHelp(host, sayDayAndMonth(asking.dueOn, language))}>{t.ask}</Title>
      <form method="post" action={urls.followUp({ id: talk.id })} autocomplete="off">
        <input type="hidden" name="key" value={frame.key} />
        <TextAreaField name="line" label={t.line(host)} hint={t.lineHint(host)} value={typed} error={error} />
        <Deletes talk={talk} layer="plan" language={language} what={deletion[language].typed} />
        {asking.closed ? <WeeksAnswer asking={asking} language={language} /> : <Button>{t.send}</Button>}
      </form>
    </StepPage>
  )
}
