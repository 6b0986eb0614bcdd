import type { House } from '../../db/house.ts'
import { firstName } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth } from '../../domain/day-words.ts'
import type { HostPromise } from '../../domain/plan-life.ts'
import type { Point } from '../../domain/point.ts'
import { Seedlings } from '../../ui/drawings/seedlings.tsx'
import { DiamondIcon, TriangleIcon } from '../../ui/icons.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { type TickRow, TickRows } from '../../ui/tick-rows.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { sayCompetence } from '../../words/papers.ts'
import { promises as texts } from '../../words/plan.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { actingAs, EntrancePage, type Frame } from '../shell.tsx'
import { Changed } from './changed.tsx'
import { nameOf } from './rows.ts'

type Shown = {
  frame: Frame
  house: House
  open: readonly HostPromise[]
  kept: readonly HostPromise[]
  today: LocalDate
  notice?: string | undefined
}

/** S0-32, S0-50: what the host has promised, across people; the earliest date first. */
export function PromisesPage({ frame, house, open, kept, today, notice }: Shown) {
  const t = texts[frame.language]
  const row = (each: HostPromise) => promiseRow(each, { frame, today, back: 'page' })
  return (
    <EntrancePage frame={frame} house={house} title={t.title} role={actingAs(house, frame.language)}>
      {open.length === 0 && <Seedlings />}
      <Title help={open.length === 0 ? t.noneText : t.help}>{open.length === 0 ? t.none : t.title}</Title>
      <Changed notice={notice} />
      {open.length > 0 && <TickRows rows={open.map(row)} />}
      {kept.length > 0 && (
        <section>
          <h2>{t.kept}</h2>
          <TickRows rows={kept.map(row)} />
        </section>
      )}
      <LinkLine href={urls.hosted()}>{shell[frame.language].hosted}</LinkLine>
    </EntrancePage>
  )
}

const atOnce = 4

/** The card beside the year: the first few, and the way to all. */
export function PromisesCard({ frame, open, today }: Omit<Shown, 'house' | 'kept' | 'notice'>) {
  if (open.length === 0) return null
  const t = texts[frame.language]
  return (
    <aside class="card promises" aria-labelledby="promises">
      <h2 id="promises">
        <DiamondIcon />
        {t.title}
      </h2>
      <p class="hint">{t.help}</p>
      <TickRows rows={open.slice(0, atOnce).map(each => promiseRow(each, { frame, today, back: 'year' }))} />
      <LinkLine href={urls.promises()}>{t.all(open.length)}</LinkLine>
    </aside>
  )
}

type Around = { frame: Frame; today: LocalDate; back: 'page' | 'year' }

/** Where one comes back to after ticking. */
export const anchorOf = (id: string, at: number) => `loefte-${id.slice(0, 8)}-${at + 1}`

function promiseRow(promise: HostPromise, around: Around): TickRow {
  const { plan, live, standing } = promise
  const t = texts[around.frame.language]
  const isKept = standing.state === 'done'
  return {
    id: anchorOf(plan.talk.id, live.at),
    action: urls.promiseMarks({ id: plan.talk.id }),
    fields: fieldsOf(promise, around),
    ticked: isKept,
    label: `${isKept ? t.untick : t.tick} ${live.point.support}`,
    what: live.point.support,
    detail: <Detail {...promise} {...around} />,
  }
}

const fieldsOf = ({ plan, live, standing }: HostPromise, { frame, back }: Around) => ({
  key: `${frame.key}-${plan.talk.id.slice(0, 8)}-${live.at}`,
  point: String(live.at),
  version: String(standing.version),
  state: standing.state === 'done' ? 'open' : 'done',
  back,
})

/** To whom and when, and the way to the plan. The card beside the year has room for no more. */
function Detail({ plan, live, standing, frame, today, back }: HostPromise & Around) {
  const { language } = frame
  const about = sayCompetence(live.point, plan.plan.competences, language)
  const name = firstName(plan.talk.participant.name)
  return (
    <>
      {standing.state === 'done' ? (
        <p>{texts[language].keptOn(name, sayDayAndMonth(standing.on ?? '', language))}</p>
      ) : (
        <When name={name} point={live.point} today={today} language={language} />
      )}
      {about && back === 'page' && <p>{about}</p>}
      <LinkLine href={urls.plan({ id: plan.talk.id })}>
        {texts[language].about(nameOf(live, language))}
      </LinkLine>
    </>
  )
}

type WhenProps = { name: string; point: Point; today: LocalDate; language: Language }

/** What is past its date says so. */
function When({ name, point: { until, when }, today, language }: WhenProps) {
  const t = texts[language]
  const date = until ? sayDate(until, language) : when
  if (until === null || until >= today) return <p>{t.to(name, date || undefined)}</p>
  return (
    <p class="promises-late">
      <TriangleIcon />
      {t.late(name, date)}
    </p>
  )
}
