import type { House } from '../../db/house.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { takingBackOpen } from '../../domain/lifecycle.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { DateList } from '../../ui/dates.tsx'
import { Boots } from '../../ui/drawings/boots.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { Deletes } from '../deletes.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'
import { dateRow } from '../when.ts'

type Props = { frame: Frame; house: House; talk: Conversation; count: number }

/** After Del: what the other can see now, when the talk is, and the way back out of it. */
export function SharedPage({ frame, house, talk, count }: Props) {
  const t = preparation[frame.language]
  return (
    <EntrancePage frame={frame} talk={talk} house={house} title={t.tab}>
      <Boots />
      <Title>{t.done.title}</Title>
      <p>{t.done.text(firstName(otherIn(talk).name), count)}</p>
      <Deletes talk={talk} layer="talk" language={frame.language} />
      <DateList rows={dateRow(talk, frame.language)} />
      <form method="post" action={urls.unsharing({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <ButtonStack>
          <ButtonLink href={urls.home()}>{t.done.home}</ButtonLink>
          {takingBackOpen(talk) && <Button kind="text">{t.done.takeBack}</Button>}
        </ButtonStack>
      </form>
    </EntrancePage>
  )
}
