import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Boots } from '../../ui/drawings/boots.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { type Frame, StepPage } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; count: number }

/** After Del: what the other can see now, and the way back out of it. */
export function SharedPage({ frame, talk, count }: Props) {
  const t = preparation[frame.language]
  const back = { href: urls.preparation({ id: talk.id }), label: t.toList }
  return (
    <StepPage frame={frame} title={t.tab} back={back}>
      <Boots />
      <Title>{t.done.title}</Title>
      <p>{t.done.text(firstName(otherIn(talk).name), count)}</p>
      <ButtonLink href={urls.home()}>{t.done.home}</ButtonLink>
      {(talk.status === 'invited' || talk.status === 'agreed') && (
        <form method="post" action={urls.unsharing({ id: talk.id })}>
          <input type="hidden" name="key" value={frame.key} />
          <Button kind="text">{t.done.takeBack}</Button>
        </form>
      )}
    </StepPage>
  )
}
