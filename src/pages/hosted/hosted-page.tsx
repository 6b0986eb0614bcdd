import type { FirstSignIn } from '../../db/address-changes.ts'
import type { House } from '../../db/house.ts'
import type { Led } from '../../db/invitations.ts'
import { notBegun, type Standing } from '../../db/standing.ts'
import { type Conversation, firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayMoment } from '../../domain/day-words.ts'
import { countYear, type HostedYear, hostedYear } from '../../domain/hosted-year.ts'
import { isUnderWay, urgencyOf } from '../../domain/next-step.ts'
import type { HostPromise, LivePlan } from '../../domain/plan-life.ts'
import { waitsTooLong } from '../../domain/rearranging.ts'
import { themesOpen } from '../../domain/themes.ts'
import { Bench } from '../../ui/drawings/bench.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { type HeldRow, HeldRows, type YearRow, YearRows } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { home } from '../../words/home.ts'
import { queue } from '../../words/host-queue.ts'
import { hosted } from '../../words/hosted.ts'
import { job } from '../../words/job.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { PromisesCard } from '../plan/promises-page.tsx'
import { actingAs, EntrancePage, type Frame } from '../shell.tsx'
import { followUpRows } from './follow-up-rows.tsx'
import { inHouse, oneHouse } from './one-house.ts'
import { declinedRow, heldRow, laterRow, missingRow, proposalRow, talkRow, waitsForHost } from './rows.tsx'
import { YearSoFar } from './year-so-far.tsx'

export type HostedShown = {
  frame: Frame
  house: House
  /** Who has signed in for the first time lately, told to whoever knows whether it can have been them. */
  signedIn: readonly FirstSignIn[]
  led: readonly Led[]
  /** I lead somebody, and by the concept none of them has their talk with me. */
  leadsOthers: boolean
  talks: readonly Conversation[]
  standings: ReadonlyMap<string, Standing>
  promises: readonly HostPromise[]
  /** Plans with a proposal for the job description that waits for an answer (S0-19). */
  proposals: readonly LivePlan[]
  /** Whether the concept wants a talk each year (S3-12). */
  yearly: boolean
  /** Whether it has job descriptions at hand (S0-07). */
  jobs: boolean
  now: Date
}

/** Screen 22: late and waiting first, then what is coming, who is without, and what is held; beside it what is promised. */
export function HostedPage(props: HostedShown) {
  const { frame, house, led, talks, yearly, now } = props
  const today = localDateOf(now)
  const t = hosted[frame.language]
  const title = t.title(Number(today.slice(0, 4)))
  const year = hostedYear(led, talks, { today, yearly })
  const isEmpty = led.length + talks.length === 0
  const only = oneHouse([...led, ...talks])
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={title}
      here={urls.hosted()}
      role={actingAs(house, frame.language)}
      width="wide"
    >
      {isEmpty && <Bench />}
      {isEmpty && <None leadsOthers={props.leadsOthers} language={frame.language} />}
      {!isEmpty && (
        <div class="year-and-promises">
          <div class="reading">
            <YearSoFar title={title} only={only} language={frame.language} {...countYear(year)} />
            {hasQueue(talks) && <LinkLine href={urls.queue()}>{queue[frame.language].link}</LinkLine>}
            <Year {...props} {...{ year, only }} />
            <FirstSignIns {...props} />
            {props.jobs && <LinkLine href={urls.jobDescriptions()}>{job[frame.language].list}</LinkLine>}
            <LinkLine href={urls.closedWeeks()}>{shell[frame.language].closedWeeks}</LinkLine>
          </div>
          <PromisesCard frame={frame} open={props.promises} today={today} />
        </div>
      )}
    </EntrancePage>
  )
}

/** One alone has its way in its row. */
const hasQueue = (talks: readonly Conversation[]) =>
  talks.filter(talk => themesOpen(talk) && talk.form.themes).length > 1

function FirstSignIns({ frame: { language }, signedIn }: HostedShown) {
  const [only, another] = signedIn
  if (!only) return null
  const t = hosted[language]
  return (
    <Notice kind="info" title={t.firstSignIns}>
      {signedIn.map(({ name, at }) => (
        <p key={`${name} ${at.toISOString()}`}>{t.firstSignIn(name, sayMoment(at, language))}</p>
      ))}
      <p>{t.notThem(another ? undefined : firstName(only.name))}</p>
    </Notice>
  )
}

function None({ leadsOthers, language }: { leadsOthers: boolean; language: Language }) {
  const t = hosted[language]
  if (!leadsOthers) return <Title help={t.noneText}>{t.none}</Title>
  return (
    <>
      <Title help={t.byOthersText}>{t.byOthers}</Title>
      <LinkLine href={urls.about()}>{home[language].toAbout}</LinkLine>
    </>
  )
}

type YearProps = HostedShown & { year: HostedYear<Led>; only: string | undefined }

function Year({ year, only, ...props }: YearProps) {
  const { frame, standings, now } = props
  const { language } = frame
  const t = hosted[language]
  const standingOf = (talk: Conversation) => standings.get(talk.id) ?? notBegun
  const waits = (talk: Conversation) => waitsForHost(talk, standingOf(talk), now)
  const urgency = (talk: Conversation) => urgencyOf(talk, standingOf(talk), now)
  // As on Min side: what stands first there stands first here.
  const byUrgency = (one: Conversation, other: Conversation) => urgency(one) - urgency(other)
  const late = year.open.filter(talk => waitsTooLong(talk, now))
  const follow = followUpRows(props.talks, props)
  const rowOf = (talk: Conversation) => (isFirst: boolean) => talkRow(talk, props, isFirst)
  const underWay = year.open.filter(talk => isUnderWay(talk, now))
  const onTime = year.open.filter(talk => !late.includes(talk) && !underWay.includes(talk))
  const first = [
    ...underWay.map(rowOf),
    ...follow.late,
    ...late.map(rowOf),
    ...follow.first,
    ...onTime.filter(waits).toSorted(byUrgency).map(rowOf),
    ...props.proposals.map(plan => () => proposalRow(plan, language)),
  ]
  const coming = [...follow.coming, ...onTime.filter(talk => !waits(talk)).map(rowOf)]
  const missing = year.missing.map(each => (isFirst: boolean) => missingRow(each, language, isFirst))
  const later = year.later.map(each => () => laterRow(each, language))
  return (
    <>
      <Part title={t.first} rows={first} only={only} button />
      <Part title={t.coming} rows={coming} only={only} />
      <Part title={t.missing} rows={missing} only={only} button={first.length === 0} />
      <Part title={t.laterPart} rows={later} only={only} />
      <Over title={t.declinedPart} rows={year.declined.map(talk => declinedRow(talk, language))} />
      <Over title={t.heldPart} rows={year.done.map(talk => heldRow(talk, language))} />
    </>
  )
}

function Over({ title, rows }: { title: string; rows: readonly HeldRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <HeldRows rows={rows} />
    </section>
  )
}

type PartProps = {
  title: string
  rows: readonly ((isFirst: boolean) => YearRow)[]
  only: string | undefined
  /** Whether the page's one button stands in its first row. */
  button?: boolean
}

function Part({ title, rows, only, button = false }: PartProps) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <YearRows rows={rows.map((row, at) => inHouse(row(button && at === 0), only))} />
    </section>
  )
}
