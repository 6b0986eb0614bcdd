import type { House } from '../../db/house.ts'
import type { Led } from '../../db/invitations.ts'
import { notBegun, type Standing } from '../../db/standing.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { nextStep } from '../../domain/next-step.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Bench } from '../../ui/drawings/bench.tsx'
import { Link } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { HeldRows, type YearRow, YearRows } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { home, hosted } from '../../words/home.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { glyphOf } from '../conversation/conversation-page.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'
import { stepLinks } from '../step-link.ts'
import { countYear, YearSoFar } from './year-so-far.tsx'

type Props = {
  frame: Frame
  house: House
  led: readonly Led[]
  talks: readonly Conversation[]
  standings: ReadonlyMap<string, Standing>
  year: number
  now: Date
}

/** Screen 22, plain: what waits for the host first, then what is coming, then what is held. */
export function HostedPage(props: Props) {
  const { frame, house, led, talks, standings, year, now } = props
  const { language } = frame
  const t = hosted[language]
  const waits = (talk: Conversation) => waitsForHost(talk, standings.get(talk.id) ?? notBegun, now)
  const missing = led.filter(
    each => each.open === null && !talks.some(talk => talk.participant.id === each.person),
  )
  const open = talks.filter(talk => !isDone(talk))
  const first = [
    ...missing.map((each, i) => missingRow(each, language, i === 0)),
    ...open.filter(waits).map(talk => talkRow(talk, props)),
  ]
  const coming = open.filter(talk => !waits(talk)).map(talk => talkRow(talk, props))
  const held = talks.filter(isDone)
  const title = t.title(year)
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={title}
      here={urls.hosted()}
      role={shell[language].asHost}
      width="wide"
    >
      {led.length + talks.length === 0 ? (
        <>
          <Bench />
          <Title>{t.none}</Title>
          <p>{t.noneText}</p>
        </>
      ) : (
        <YearSoFar title={title} language={language} {...countYear(missing, talks)} />
      )}
      <Part title={t.first} rows={first} />
      <Part title={t.coming} rows={coming} />
      {held.length > 0 && (
        <section>
          <h2>{t.heldPart}</h2>
          <HeldRows rows={held.map(talk => heldRow(talk, language))} />
        </section>
      )}
    </EntrancePage>
  )
}

function Part({ title, rows }: { title: string; rows: readonly YearRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <YearRows rows={rows} />
    </section>
  )
}

const isDone = (talk: Conversation) => ['closed', 'contested', 'ended'].includes(talk.status)

function waitsForHost(talk: Conversation, standing: Standing, now: Date): boolean {
  return ['give-times', 'confirm-held', 'freeze', 'close', 'begin'].includes(nextStep(talk, standing, now))
}

function missingRow(led: Led, language: Language, isFirst: boolean): YearRow {
  const t = hosted[language]
  const Way = isFirst ? ButtonLink : Link
  return {
    name: led.name,
    place: led.unit,
    status: 'missing-time',
    statusLabel: t.missing,
    what: led.title,
    action: (
      <Way href={urls.planning({ post: led.post })} label={`${t.invite} ${led.name}`}>
        {t.invite}
      </Way>
    ),
  }
}

function talkRow(talk: Conversation, { frame, standings, now }: Props): YearRow {
  const { language } = frame
  const t = hosted[language]
  const standing = standings.get(talk.id) ?? notBegun
  const step = nextStep(talk, standing, now)
  const words =
    step === 'nothing'
      ? undefined
      : home[language].steps[step](talk.form.label.short, talk.participant.name, '')
  return {
    name: talk.participant.name,
    place: talk.unit,
    status: glyphOf(talk),
    statusLabel: home[language].status[talk.status],
    what: talk.startsAt
      ? sayTalkTime(talk.startsAt, talk.minutes, language)
      : t.since(sayDate(localDateOf(talk.invitedAt ?? now), language)),
    when: talk.timesWantedAt
      ? t.wanted
      : talk.startsAt
        ? standing.otherShared
          ? t.ready
          : t.notReady
        : t.notPicked,
    action: step !== 'nothing' && words && (
      <Link href={stepLinks[step]({ id: talk.id })} label={`${words.action}: ${talk.participant.name}`}>
        {words.action}
      </Link>
    ),
  }
}

function heldRow(talk: Conversation, language: Language) {
  const when = talk.heldOn ? sayDayAndMonth(talk.heldOn, language) : ''
  return { name: talk.participant.name, when }
}
