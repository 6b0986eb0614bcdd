import { type AgendaItem, agendaOf } from '../../domain/agenda.ts'
import type { Role } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { cameLate, wordsOf } from '../../domain/themes.ts'
import { PersonMark } from '../../ui/person-mark.tsx'
import { Voice } from '../../ui/room.tsx'
import { themes as texts } from '../../words/themes.ts'
import type { Sent } from '../agenda.ts'
import type { Frame } from '../shell.tsx'
import { namesIn } from './names.ts'

type Props = { frame: Frame; talk: Conversation; sent: Sent }

const roles = ['participant', 'host'] as const

/** What both hope for side by side, before they agree on the frame (S0-47, S0-49), and what they take first. */
export function BroughtAlong(props: Props) {
  const { frame, talk, sent } = props
  const t = texts[frame.language]
  const themesOf = (role: Role) => sent.get(talk[role].id)?.themes ?? []
  const { first, ifTime } = agendaOf({ host: themesOf('host'), participant: themesOf('participant') })
  return (
    <>
      <section>
        <h2>{t.expectations}</h2>
        {roles.map(role => (
          <Hope key={role} {...props} role={role} />
        ))}
      </section>
      <section>
        <h2>{t.agenda}</h2>
        {first.length === 0 && <p>{t.noAgenda}</p>}
        <Items {...props} items={first} />
        {ifTime.length > 0 && <h3>{t.ifTime}</h3>}
        <Items {...props} items={ifTime} />
        <Late {...props} />
      </section>
    </>
  )
}

function Hope({ frame, talk, sent, role }: Props & { role: Role }) {
  const t = texts[frame.language]
  const name = namesIn(talk)[role]
  const hope = sent.get(talk[role].id)?.hope
  return (
    <Voice who={role} name={name}>
      {hope ? <p class="written">{hope}</p> : <p class="hint">{t.nothingHoped(name)}</p>}
    </Voice>
  )
}

function Items({ frame, talk, items }: Props & { items: readonly AgendaItem[] }) {
  if (items.length === 0) return null
  return (
    <ol class="plain-list">
      {items.map(({ theme, by }) => (
        <li key={theme.id}>
          {wordsOf(talk.form, theme)?.[frame.language]}
          {by.map(role => (
            <p key={role} class="hint">
              <PersonMark who={role} name={namesIn(talk)[role]} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** S0-46: themes told only on the day are read together before anything else. */
function Late({ frame, talk, sent }: Props) {
  const { startsAt } = talk
  if (startsAt === null) return null
  const late = roles.filter(role => {
    const sentAt = sent.get(talk[role].id)?.sentAt
    return sentAt !== undefined && cameLate(sentAt, startsAt)
  })
  return late.map(role => (
    <p key={role} class="hint">
      {texts[frame.language].late(namesIn(talk)[role])}
    </p>
  ))
}
