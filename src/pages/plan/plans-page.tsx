import type { House } from '../../db/house.ts'
import { type Conversation, firstName } from '../../domain/conversation.ts'
import { sayDate } from '../../domain/day-words.ts'
import { Link, LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { plan as texts } from '../../words/plan.ts'
import { shell } from '../../words/shell.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = { frame: Frame; house: House; talks: readonly Conversation[] }

/** The talks about me that are over, the newest first. No text: only when, with whom and the way in. */
export function PlansPage({ frame, house, talks }: Props) {
  const { language } = frame
  const t = texts[language]
  return (
    <EntrancePage frame={frame} house={house} title={t.plans}>
      <Title help={talks.length > 0 ? t.plansHelp : t.plansNone}>{t.plans}</Title>
      {talks.length === 0 && <LinkLine href={urls.home()}>{shell[language].home}</LinkLine>}
      <ul class="task-list">
        {talks.map(talk => (
          <li key={talk.id}>
            <Link class="row-link" href={urls.plan({ id: talk.id })}>
              {t.talkOf(talk.form.label.short, firstName(talk.host.name))}
            </Link>
            <span>{talk.heldOn && t.heldOn(sayDate(talk.heldOn, language))}</span>
          </li>
        ))}
      </ul>
    </EntrancePage>
  )
}
