import { listConversations } from '../db/conversations.ts'
import { findLivePlan } from '../db/live-plans.ts'
import type { Tx } from '../db/query.ts'
import type { Deps } from '../deps.ts'
import { type Conversation, meIn } from '../domain/conversation.ts'
import { sayDate } from '../domain/day-words.ts'
import { countDone, type LivePlan, type LivePoint, lastTalk, type PointState } from '../domain/plan-life.ts'
import { Fold } from '../ui/fold.tsx'
import { type Status, StatusWord } from '../ui/status-word.tsx'
import { plan as texts } from '../words/plan.ts'
import type { Language } from '../words/words.ts'
import { becomeOf, nameOf, supportOf } from './plan/rows.ts'

/** T24: the plan this talk begins with: the one of the talk before, where I was one of the two. */
export async function findLastPlan(tx: Tx, deps: Deps, talk: Conversation): Promise<LivePlan | undefined> {
  const me = { organisation: talk.organisation, person: meIn(talk).id }
  const last = lastTalk(talk, await listConversations(tx, me))
  return last && findLivePlan(tx, deps.keys, last)
}

type Props = { last: LivePlan; language: Language; open?: boolean }

/** »Hvad blev det til?«: the last plan with what became of each point. */
export function LastPlan({ last, language, open }: Props) {
  const t = texts[language]
  const { done, all } = countDone(last.points)
  return (
    <Fold label={t.last} note={t.lastNote(done, all)} open={open}>
      <p class="hint">{t.lastHelp(sayDate(last.plan.heldOn, language))}</p>
      <ul class="plain-list">
        {last.points.map(point => (
          <LastPoint key={point.at} point={point} talk={last.talk} language={language} />
        ))}
      </ul>
    </Fold>
  )
}

type PointProps = { point: LivePoint; talk: Conversation; language: Language }

const glyphs = { done: 'ready', open: 'not-begun', dropped: 'paused' } as const satisfies Record<
  PointState,
  Status
>

function LastPoint({ point, talk, language }: PointProps) {
  const { state } = point.standing
  const become = state === 'open' ? texts[language].notDone : becomeOf(point.standing, talk, language)
  const support = supportOf(point, talk, language)
  return (
    <li>
      <p class="written">
        <b>{nameOf(point, language)}</b>
      </p>
      <p>
        <StatusWord status={glyphs[state]}>{become}</StatusWord>
      </p>
      {support && <p class="hint">{`${support.head}: ${support.text} ${support.note ?? ''}`}</p>}
    </li>
  )
}
