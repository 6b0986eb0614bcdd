import { Fragment } from 'preact'
import type { House } from '../../db/house.ts'
import type { Goes } from '../../db/mails.ts'
import { notBegun, type Standing } from '../../db/standing.ts'
import type { AddressChange } from '../../domain/address-change.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { localDateOf, localTimeOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { mayAsk } from '../../domain/follow-up.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { isMine, isToday, nextStep, urgencyOf } from '../../domain/next-step.ts'
import { talksWithPlans } from '../../domain/plan-life.ts'
import { wentBy } from '../../domain/rearranging.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DateList } from '../../ui/dates.tsx'
import { Kite } from '../../ui/drawings/kite.tsx'
import { Link, LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { followUp } from '../../words/follow-up.ts'
import { home } from '../../words/home.ts'
import { ending } from '../../words/new-time.ts'
import { plan } from '../../words/plan.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import type { Me } from '../context.ts'
import { sayFollowUp } from '../follow-up/card.tsx'
import { Wanting } from '../follow-up/wanting.tsx'
import { PostponeToday, Rearrange } from '../new-time/time-changes.tsx'
import { NextStepCard } from '../next-step-card.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'
import { SoonDeleted } from '../soon-deleted.tsx'
import { sayStands } from '../stands.ts'
import { stepLinks } from '../step-link.ts'
import { dateRow } from '../when.ts'
import { Invite, StillToInvite, type ToInvite } from './to-invite.tsx'
import { WayIn } from './way-in.tsx'

/** The talks in which there is something to say, the most urgent first; of follow-ups, the one whose day is nearest. */
export const mostUrgent = (
  talks: readonly Conversation[],
  standings: ReadonlyMap<string, Standing>,
  now: Date,
): readonly Conversation[] => {
  const standingOf = (talk: Conversation) => standings.get(talk.id) ?? notBegun
  const urgency = (talk: Conversation) => urgencyOf(talk, standingOf(talk), now)
  const due = (talk: Conversation) => standingOf(talk).followUp?.dueOn ?? ''
  return talks
    .filter(talk => nextStep(talk, standingOf(talk), now) !== 'nothing')
    .toSorted((one, other) => urgency(one) - urgency(other) || due(one).localeCompare(due(other)))
}

type Props = {
  frame: Frame
  house: House
  talks: readonly Conversation[]
  standings: ReadonlyMap<string, Standing>
  me: Pick<Me, 'fell' | 'talksFrom'>
  addresses: readonly AddressChange[]
  /** Those of them in which there is something to say, the most urgent first. */
  byUrgency: readonly Conversation[]
  /** Whom I am to invite; none where I hold nobody's talk. */
  toInvite: readonly ToInvite[] | undefined
  /** When a letter to the other in the most urgent goes that waits. */
  goes: Goes | undefined
  now: Date
}

/** Screen 2: one next step, the dates, and a line on privacy. */
export function HomePage(props: Props) {
  const { frame, house, talks, byUrgency, standings, me, addresses, goes, now } = props
  const t = home[frame.language]
  const standingOf = (talk: Conversation) => standings.get(talk.id) ?? notBegun
  const [first, ...others] = byUrgency
  const [running] = talksWithPlans(talks)
  const hour = Number(localTimeOf(now).slice(0, 2))
  return (
    <EntrancePage frame={frame} house={house} title={shell[frame.language].home} here={urls.home()}>
      {first ? (
        <>
          <Title>{t.greeting(hour, firstName(house.name))}</Title>
          <NextStepCard
            {...{ now, goes }}
            talk={first}
            standing={standingOf(first)}
            language={frame.language}
          />
          <OfToday talk={first} standing={standingOf(first)} now={now} language={frame.language} />
          {wentBy(first, now) && <Rearrange frame={frame} talk={first} />}
        </>
      ) : props.toInvite?.length ? (
        <Invite those={props.toInvite} language={frame.language} />
      ) : (
        <Waiting house={house} hosts={props.toInvite !== undefined} language={frame.language} />
      )}
      <SoonDeleted talks={talks} now={now} language={frame.language} link />
      <Dates talks={talks} now={now} language={frame.language} />
      {first && <PostponeToday frame={frame} talk={first} now={now} />}
      <FollowUps
        talks={talks.filter(talk => talk.id !== first?.id && talk.role === 'participant')}
        {...{ standings, now }}
        language={frame.language}
      />
      <RunningPlan
        talk={running}
        standings={standings}
        isCard={running?.id === first?.id}
        language={frame.language}
      />
      {first && <StillToInvite those={props.toInvite ?? []} language={frame.language} />}
      <Others
        talks={[...others, ...talks.filter(isDeclined)]}
        byHouse={house.houses.length > 1}
        statusOf={talk => sayStatus(talk, standingOf(talk), now, frame.language)}
        language={frame.language}
      />
      <WayIn frame={frame} me={me} addresses={addresses} now={now} />
      <p class="hint part">
        {t.small} <Link href={urls.whoSees()}>{t.whoSees}</Link>
      </p>
    </EntrancePage>
  )
}

type OfTodayProps = { talk: Conversation; standing: Standing; now: Date; language: Language }

/** On the day the card has one of the two, and the other stands under it: to begin, or to look at what one prepared. */
function OfToday({ talk, standing, now, language }: OfTodayProps) {
  const t = home[language]
  const { id } = talk
  const begins = nextStep(talk, standing, now) === 'begin'
  if (begins && talk.begunAt === null)
    return <LinkLine href={urls.preparation({ id })}>{t.ownPreparation}</LinkLine>
  if (begins || !isToday(talk, now)) return null
  return <LinkLine href={urls.talk({ id })}>{t.beginNow}</LinkLine>
}

/** Chosen not to have: it stands in the list while it can be undone. */
const isDeclined = ({ status, cancelledCause, role }: Conversation) =>
  status === 'cancelled' && cancelledCause === 'declined' && role === 'participant'

/** Nothing of one's own waits: who holds talks goes to theirs, and the office to its own work. */
function Waiting({ house, hosts, language }: { house: House; hosts: boolean; language: Language }) {
  const t = home[language]
  const { administrator } = house
  return (
    <>
      <Kite />
      <Title>{t.nothing}</Title>
      <p>{hosts ? t.nothingHost : administrator ? t.nothingOffice : t.nothingText}</p>
      {hosts && <ButtonLink href={urls.hosted()}>{t.toHosted}</ButtonLink>}
      {!hosts && administrator && <ButtonLink href={urls.slips()}>{t.toSlips}</ButtonLink>}
    </>
  )
}

type DatesProps = Pick<Props, 'talks' | 'now'> & { language: Language }

function Dates({ talks, now, language }: DatesProps) {
  const t = home[language]
  const rows = talks.flatMap(talk =>
    talk.status === 'agreed' || talk.status === 'talking' ? dateRow(talk, now, language) : [],
  )
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t.dates}</h2>
      <DateList rows={rows} />
    </section>
  )
}

type FollowUpsProps = Pick<Props, 'talks' | 'standings' | 'now'> & { language: Language }

/** A follow-up one has asked for, while something else is the next step: it is never out of sight. */
function FollowUps({ talks, standings, now, language }: FollowUpsProps) {
  return talks.map(talk => {
    const standing = standings.get(talk.id)
    if (!standing?.followUp) return null
    const step = nextStep(talk, standing, now)
    if (step === 'nothing') return null
    const { head, when } = sayFollowUp(standing.followUp, localDateOf(now), language)
    return (
      <section key={talk.id}>
        <h2>{head}</h2>
        <p>{when}</p>
        <LinkLine href={stepLinks[step]({ id: talk.id })}>{followUp[language].open}</LinkLine>
      </section>
    )
  })
}

type RunningProps = Pick<Props, 'standings'> & {
  talk: Conversation | undefined
  isCard: boolean
  language: Language
}

/** The plan that runs, and the way to a follow-up. No text: that stands on the plan's own page. */
function RunningPlan({ talk, standings, isCard, language }: RunningProps) {
  if (!talk) return null
  const t = plan[language]
  const follows = standings.get(talk.id)?.followUp !== undefined
  return (
    <>
      {!isCard && (
        <section>
          <h2>{t.home}</h2>
          <p>{t.homeText(firstName(talk.host.name))}</p>
          <LinkLine href={urls.plan({ id: talk.id })}>{t.see}</LinkLine>
        </section>
      )}
      {mayAsk(talk) && !follows && <Wanting talk={talk} language={language} kind="secondary" />}
    </>
  )
}

/** A step that waits for whoever looks, else where the talk stands. */
function sayStatus(talk: Conversation, standing: Standing, now: Date, language: Language): string {
  const t = home[language]
  if (isDeclined(talk)) return ending[language].declinedStatus
  // Of last year's and this year's with the same person, the day tells which.
  if (isOver(talk.status) && talk.heldOn) return plan[language].heldOn(sayDate(talk.heldOn, language))
  const step = nextStep(talk, standing, now)
  if (step === 'pick-time') return t.pickTime
  return isMine(step)
    ? t.steps[step](talk.form.label.short, otherIn(talk).name, '', talk.form.closing).action
    : sayStands(talk, step, language)
}

type TalkRowsProps = {
  talks: readonly Conversation[]
  statusOf(talk: Conversation): string
  language: Language
}
type OthersProps = TalkRowsProps & { byHouse: boolean }

/** What else there is; by house for whoever works in two (D15). */
function Others({ byHouse, ...rows }: OthersProps) {
  const { talks, language } = rows
  if (talks.length === 0) return null
  return (
    <section>
      <h2>{home[language].others}</h2>
      {byHouse ? (
        [...Map.groupBy(talks, ({ unit }) => unit)].map(([house, those]) => (
          <Fragment key={house}>
            <h3>{house}</h3>
            <TalkRows {...rows} talks={those} />
          </Fragment>
        ))
      ) : (
        <TalkRows {...rows} />
      )}
    </section>
  )
}

function TalkRows({ talks, statusOf, language }: TalkRowsProps) {
  const t = home[language]
  return (
    <ul class="task-list">
      {talks.map(talk => (
        <li key={talk.id}>
          <Link class="row-link" href={urls.conversation({ id: talk.id })}>
            {t.talkWith(talk.form.label.short, firstName(otherIn(talk).name))}
          </Link>
          <span>{statusOf(talk)}</span>
        </li>
      ))}
    </ul>
  )
}
