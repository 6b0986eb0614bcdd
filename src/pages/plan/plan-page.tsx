import type { ComponentChildren } from 'preact'
import type { House } from '../../db/house.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { isDue, type LivePlan } from '../../domain/plan-life.ts'
import { Button } from '../../ui/button.tsx'
import { Seedlings } from '../../ui/drawings/seedlings.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { TickRows } from '../../ui/tick-rows.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { plan as texts } from '../../words/plan.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { Changed } from './changed.tsx'
import { markFields, nameOf, otherName, tickRows } from './rows.ts'

export type PlanShown = {
  frame: Frame
  house: House
  talk: Conversation
  /** None once its shelf is destroyed. */
  live: LivePlan | undefined
  today: LocalDate
  notice?: string | undefined
  children?: ComponentChildren
}

/** Screen 20: the points with what has become of them, and the way to a follow-up. */
export function PlanPage(props: PlanShown) {
  const { frame, house, talk, live, notice, children } = props
  const { language } = frame
  const t = texts[language]
  const name = otherName(talk)
  const title = talk.role === 'host' ? t.theirs(name) : t.mine
  return (
    <EntrancePage frame={frame} house={house} title={t.mine}>
      <Title help={t.agreed(name, sayDate(talk.heldOn ?? '', language))}>{title}</Title>
      <Changed notice={notice} />
      {live ? <Points {...props} live={live} /> : <p>{t.gone}</p>}
      {children}
      <div class="part">
        <LinkLine href={urls.signing({ id: talk.id })}>{t.whole}</LinkLine>
        {talk.role === 'participant' && <LinkLine href={urls.plans()}>{t.earlier}</LinkLine>}
      </div>
    </EntrancePage>
  )
}

type PointsShown = PlanShown & { live: LivePlan }

function Points({ frame, talk, live, today }: PointsShown) {
  const { language } = frame
  const t = texts[language]
  const name = otherName(talk)
  const open = live.points.filter(({ standing }) => standing.state === 'open')
  const head = talk.role === 'host' ? t.theirPoints(name) : t.points
  const quiet = !live.points.some(point => isDue(point, today))
  return (
    <section>
      {open.length === 0 && <Seedlings />}
      <h2>{open.length === 0 ? t.allDone : head}</h2>
      <p class="hint">{open.length === 0 ? t.noneLeft : t.help(name)}</p>
      {open.length > 0 && quiet && <p>{t.calm}</p>}
      <TickRows rows={tickRows({ frame, live, today })} />
      {open.length > 0 && <Dropping {...{ frame, live }} />}
    </section>
  )
}

/** What is no longer relevant is put aside, not taken out. */
function Dropping({ frame, live }: Pick<PointsShown, 'frame' | 'live'>) {
  const { language } = frame
  const t = texts[language]
  return (
    <Fold label={t.dropHead}>
      <p class="hint">{t.dropHelp}</p>
      {live.points
        .filter(({ standing }) => standing.state === 'open')
        .map(point => (
          <form key={point.at} method="post" action={urls.pointMarks({ id: live.talk.id })}>
            {Object.entries(markFields(frame, point, 'dropped')).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button kind="text">{t.drop(nameOf(point, language))}</Button>
          </form>
        ))}
    </Fold>
  )
}
