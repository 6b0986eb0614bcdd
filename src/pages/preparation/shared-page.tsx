import type { House } from '../../db/house.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { takingBackOpen } from '../../domain/lifecycle.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { DateList } from '../../ui/dates.tsx'
import { Boots } from '../../ui/drawings/boots.tsx'
import { KeptItems } from '../../ui/preview.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { listed } from '../../words/listed.ts'
import { preparation } from '../../words/preparation.ts'
import { Deletes } from '../deletes.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'
import { dateRow } from '../when.ts'
import { type Telling, toldTitle, yoursOf } from './telling.ts'
import { toldItem, UnsentVersion } from './told-item.tsx'

type Props = Telling & { frame: Frame; house: House; talk: Conversation; count: number; now: Date }

/** After Del: what the other can see now, what was not sent, when the talk is, and the way back out of it. */
export function SharedPage(props: Props) {
  const { frame, house, talk, count, unsent, now } = props
  const t = preparation[frame.language]
  return (
    <EntrancePage frame={frame} talk={talk} house={house} title={t.tab}>
      <Boots />
      <Title>{unsent ? t.done.shared : t.done.title}</Title>
      <Seen {...props} />
      <NotSent {...props} />
      <Deletes talk={talk} layer="talk" language={frame.language} />
      <DateList rows={dateRow(talk, now, frame.language)} />
      <form method="post" action={urls.unsharing({ id: talk.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <ButtonStack>
          <ButtonLink kind={unsent ? 'secondary' : 'primary'} href={urls.home()}>
            {t.done.home}
          </ButtonLink>
          {takingBackOpen(talk) && count > 0 && <Button kind="text">{t.done.takeBack(count)}</Button>}
        </ButtonStack>
      </form>
    </EntrancePage>
  )
}

function Seen({ frame, talk, count, sent }: Props) {
  const t = preparation[frame.language].done
  const name = firstName(otherIn(talk).name)
  const what = sent && listed(frame.language, yoursOf(sent, frame.language))
  return (
    <>
      {count > 0 && <p>{t.text(name, count)}</p>}
      {what && <p>{count > 0 ? t.told(name, what) : t.onlyTold(name, what)}</p>}
    </>
  )
}

/** Nothing stays behind unsaid: the themes as the other would read them, and the one button that sends them. */
function NotSent({ frame, talk, sent, unsent }: Props) {
  if (!unsent) return null
  const { language } = frame
  const t = preparation[language].done
  const yours = toldTitle(unsent, language)
  return (
    <form method="post" action={urls.sharing({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-t`} />
      <input type="hidden" name="share.themes" value="yes" />
      <UnsentVersion unsent={unsent} />
      <KeptItems
        name="unsent"
        heading={preparation[language].now.unsent}
        items={[{ ...toldItem(talk, unsent, language), title: sent ? t.unsentNow(yours) : t.unsent(yours) }]}
      />
      <ButtonStack>
        <Button name="do" value="themes" working={preparation[language].preview.sharing}>
          {t.send(firstName(otherIn(talk).name))}
        </Button>
      </ButtonStack>
    </form>
  )
}
