import { type Conversation, callOffCauses, firstName } from '../../domain/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { RadioList } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { ending } from '../../words/new-time.ts'
import { shell } from '../../words/shell.ts'
import { type Frame, StepPage } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; unchosen?: boolean }

/** T7: one of three causes, which the participant is told. */
export function CallingOffPage({ frame, talk, unchosen = false }: Props) {
  const t = ending[frame.language]
  const name = firstName(talk.participant.name)
  const label = conversation[frame.language].title(talk.form.label.short, name)
  const back = { href: urls.conversation({ id: talk.id }), label }
  const errors = unchosen ? [{ field: 'cause', text: t.chooseCause }] : []
  return (
    <StepPage frame={frame} talk={talk} title={t.callOffTab} back={back}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title help={t.callOffText(name)}>{t.callOffTitle(name)}</Title>
      <form method="post" action={urls.callingOff({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <RadioList
          name="cause"
          legend={t.cause}
          choices={callOffCauses.map(cause => ({ value: cause, label: t.causes[cause](name) }))}
          error={errors[0]?.text}
        />
        <Button>{t.callOff}</Button>
      </form>
    </StepPage>
  )
}
