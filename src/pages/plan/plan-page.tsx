import type { House } from '../../db/house.ts'
import { sayDate } from '../../domain/day-words.ts'
import { followUpDays, isRunning, mayAsk, mayBeAsked } from '../../domain/follow-up.ts'
import { isDue, type LivePlan } from '../../domain/plan-life.ts'
import { Button } from '../../ui/button.tsx'
import { Seedlings } from '../../ui/drawings/seedlings.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { TickRows } from '../../ui/tick-rows.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { followUp as followUpWords } from '../../words/follow-up.ts'
import { plan as texts } from '../../words/plan.ts'
import { wholePlan } from '../closing/done-page.tsx'
import { Deletes } from '../deletes.tsx'
import { Act } from '../follow-up/act.tsx'
import { FollowUpCard } from '../follow-up/card.tsx'
import type { FollowUpShown } from '../follow-up/shown.ts'
import { Wanting } from '../follow-up/wanting.tsx'
import { EntrancePage } from '../shell.tsx'
import { Changed } from './changed.tsx'
import { type Proposal, ProposalPart } from './proposal.tsx'
import { markFields, nameOf, otherName, tickRows } from './rows.ts'

export type PlanShown = FollowUpShown & {
  house: House
  /** None once its shelf is destroyed. */
  live: LivePlan | undefined
  notice?: string | undefined
  proposal: Proposal | undefined
}

/** Screen 20: the points with what has become of them, and the way to a follow-up. */
export function PlanPage(props: PlanShown) {
  const { frame, house, talk, live, notice, followUp, proposal } = props
  const { language } = frame
  const t = texts[language]
  const name = otherName(talk)
  const title = talk.role === 'host' ? t.theirs(name) : t.mine
  return (
    <EntrancePage frame={frame} talk={talk} house={house} title={t.mine}>
      <Title help={t.agreed(name, sayDate(talk.heldOn ?? '', language))}>{title}</Title>
      <Changed notice={notice} />
      {followUp && isRunning(followUp) && (
        <FollowUpCard {...props} followUp={followUp}>
          <Act {...props} followUp={followUp} here="plan" />
        </FollowUpCard>
      )}
      {live ? <Points {...props} live={live} /> : <p>{t.gone}</p>}
      {live && <Deletes talk={talk} layer="plan" language={language} />}
      {live && proposal && <ProposalPart frame={frame} live={live} {...proposal} />}
      <Again {...props} />
      <div class="part">
        <LinkLine href={wholePlan(talk)}>{t.whole}</LinkLine>
        {talk.role === 'participant' && <LinkLine href={urls.plans()}>{t.earlier}</LinkLine>}
      </div>
    </EntrancePage>
  )
}

/** When the last follow-up was held, and the way to ask for one. */
function Again({ frame: { language }, talk, followUp }: PlanShown) {
  if (followUp && isRunning(followUp)) return null
  const held = followUp?.heldOn && followUpWords[language].heldWord(sayDate(followUp.heldOn, language))
  return (
    <>
      {held && <p>{held}</p>}
      {mayAsk(talk) && <Wanting talk={talk} language={language} />}
      {mayBeAsked(talk) && (
        <p class="hint part">{followUpWords[language].theyAsk(otherName(talk), followUpDays(talk))}</p>
      )}
    </>
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
