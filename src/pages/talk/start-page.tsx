import { otherRole, type Role } from '../../domain/concept.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import { isBetween } from '../../domain/sitting.ts'
import type { Told } from '../../domain/themes.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { home } from '../../words/home.ts'
import { listed } from '../../words/listed.ts'
import { talk as texts } from '../../words/talk.ts'
import { themes } from '../../words/themes.ts'
import type { Language } from '../../words/words.ts'
import type { Sent } from '../agenda.ts'
import { AtHand } from '../documents/at-hand.tsx'
import { theirsShared } from '../preparation/short-page.tsx'
import { StepPage } from '../shell.tsx'
import { Standpoint } from '../standpoint.tsx'
import { BroughtAlong } from './brought-along.tsx'
import { namesIn, otherName } from './names.ts'
import type { Room } from './room-page.tsx'
import { stateOf } from './room-words.ts'

type Props = Room & {
  sent: Sent
  /** How many answers each has shared. */
  shared: Readonly<Record<Role, number>>
}

const roles = ['participant', 'host'] as const

/** »temaer og et håb«, as what was sent has them. */
function sentIn(language: Language, told: Told | undefined): string {
  const t = texts[language].start.sent
  const words = [told?.themes.length ? t.themes : [], told?.hope ? t.hope : []].flat()
  return listed(language, words)
}

/** Before the talk: the frame (S0-10), what has been shared, and the way in. */
export function StartPage({ frame, talk, shared, now, sent }: Props) {
  const t = texts[frame.language].start
  const when = talk.startsAt && sayTalkTime(talk.startsAt, talk.minutes, frame.language)
  const isEarly = talk.startsAt !== null && localDateOf(now) < localDateOf(talk.startsAt)
  const names = namesIn(talk)
  const back = { href: urls.conversation({ id: talk.id }), label: t.back }
  const [first] = talk.form.guide
  return (
    <StepPage frame={frame} talk={talk} title={texts[frame.language].tab} back={back} script="waiting.js">
      <Title eyebrow={when ? `${talk.form.label.short}, ${when}` : talk.form.label.short}>{t.title}</Title>
      <section>
        <h2>{t.rulesTitle}</h2>
        <ul class="plain-list">
          {t.rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
          {talk.form.scale && <li>{t.numbersRule}</li>}
        </ul>
        {first && <p class="hint">{first.say[frame.language]}</p>}
      </section>
      {talk.form.themes && <BroughtAlong frame={frame} talk={talk} sent={sent} />}
      <section>
        <h2>{t.readyTitle}</h2>
        {roles.map(role => (
          <p key={role}>
            <PersonMark
              who={role}
              name={t.shared(names[role], shared[role], sentIn(frame.language, sent.get(talk[role].id)))}
            />
          </p>
        ))}
        {shared[otherRole(talk.role)] > 0 && (
          <LinkLine href={theirsShared(talk)}>{home[frame.language].read(otherName(talk))}</LinkLine>
        )}
        {shared[talk.role] === 0 && (
          <>
            {!sent.has(talk[talk.role].id) && <p class="hint">{t.notYet}</p>}
            <LinkLine href={urls.sharing({ id: talk.id })}>{t.toSharing}</LinkLine>
          </>
        )}
      </section>
      <AtHand talk={talk} language={frame.language} />
      {isBetween(talk) && (
        <LinkLine href={urls.planDraft({ id: talk.id })}>{texts[frame.language].again.written}</LinkLine>
      )}
      {isEarly && <Early frame={frame} talk={talk} />}
      <Standpoint
        state={stateOf(talk)}
        address={urls.talk({ id: talk.id })}
        language={frame.language}
        waits={waits({ frame, talk })}
      />
      {!isEarly && <p class="hint">{t.forBoth(otherName(talk))}</p>}
      <BeginForm frame={frame} talk={talk} />
    </StepPage>
  )
}

type Early = Pick<Room, 'frame' | 'talk'>

const waits = ({ talk }: Early) => talk.beginProposedBy === talk[talk.role].id

/** Earlier than agreed, both must say so. */
function Early(props: Early) {
  const { frame, talk } = props
  const t = texts[frame.language].start
  const when = talk.startsAt && sayTalkTime(talk.startsAt, talk.minutes, frame.language)
  if (waits(props))
    return (
      <Notice kind="info" spoken>
        <p>{t.waiting(otherName(talk))}</p>
      </Notice>
    )
  return <p>{talk.beginProposedBy ? t.wanted(otherName(talk)) : when && t.early(when)}</p>
}

function BeginForm(props: Early) {
  if (waits(props)) return null
  return (
    <form method="post" action={urls.talk({ id: props.talk.id })}>
      <input type="hidden" name="key" value={props.frame.key} />
      <Button>
        {props.talk.form.themes
          ? themes[props.frame.language].begin
          : texts[props.frame.language].start.begin}
      </Button>
    </form>
  )
}
