import { getConversation } from '../../db/conversations.ts'
import { getPreparation, type OwnPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getShared, listSharedQuestions } from '../../db/sharing.ts'
import type { Deps } from '../../deps.ts'
import type { SharedAnswer } from '../../domain/answer.ts'
import { type Conversation, firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { changedSince, continueAt, hasBegun, stepsLeft } from '../../domain/preparation.ts'
import { ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation as texts } from '../../words/preparation.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { AtHand } from '../documents/at-hand.tsx'
import { findLastPlan, LastPlan } from '../last-plan.tsx'
import { page } from '../page.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { frameOf } from '../talks.ts'
import { ClosedNotice } from './closed-notice.tsx'
import { draftMark } from './draft-mark.ts'
import { SharedLine } from './shared-line.tsx'
import { showShort } from './short.tsx'
import { getStep } from './step-visit.ts'
import { listTasks } from './tasks.ts'

export async function showPreparation(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  if (talk.form.short) return showShort({ tx, me, c, deps, talk, step: getStep(talk, talk.form.short.step) })
  const own = await getPreparation(tx, deps.keys, deps.random, talk)
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const theirs = await listSharedQuestions(tx, talk, otherIn(talk).id)
  const last = await findLastPlan(tx, deps, talk)
  return page(c, <PreparationPage frame={frameOf(c, deps)} {...{ talk, own, shared, theirs, last }} />)
}

type Props = {
  frame: Frame
  talk: Conversation
  own: OwnPreparation
  /** What the other can read of mine, by question id. */
  shared: ReadonlyMap<string, SharedAnswer>
  /** Ids of the questions to which the other has shared an answer. */
  theirs: readonly string[]
  /** The plan of the talk before this one. */
  last: LivePlan | undefined
}

/** Screen 10: the sections in any order, with where each stands in words. */
function PreparationPage(props: Props) {
  const { frame, talk, own, shared, last } = props
  const t = texts[frame.language]
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      back={{ href: urls.conversation({ id: talk.id }), label: t.back }}
    >
      <Title eyebrow={draftMark(talk.form, frame.language)} help={preparationOpen(talk.status) && t.help}>
        {preparationOpen(talk.status) ? t.title : t.titleClosed}
      </Title>
      <SharedLine
        frame={frame}
        talk={talk}
        shared={shared.size}
        changed={own.gone ? 0 : changedSince(talk.form, own, talk.role, shared).length}
      />
      {last && <LastPlan last={last} language={frame.language} />}
      <AtHand talk={talk} language={frame.language} />
      <ClosedNotice {...props} />
      <Left {...props} />
      {!own.gone && <TaskList tasks={listTasks(props, talk.form.steps)} />}
      <Onward {...props} />
    </StepPage>
  )
}

/** How much is left, for one who is under way: nobody who has passed it all by is counted after. */
function Left({ frame, talk, own }: Props) {
  const left = stepsLeft(talk.form, own)
  const isUnderWay = preparationOpen(talk.status) && hasBegun(own)
  if (!isUnderWay || (left > 0 && !continueAt(talk.form, own, own.lastStep))) return null
  return <p role="status">{texts[frame.language].left(left)}</p>
}

function Onward({ frame, talk, own }: Props) {
  const t = texts[frame.language]
  if (!preparationOpen(talk.status)) return null
  const step = continueAt(talk.form, own, own.lastStep)
  const look = { href: urls.sharing({ id: talk.id }), label: t.look(firstName(otherIn(talk).name)) }
  const on = step && {
    href: urls.step({ id: talk.id, step: step.slug }),
    label: own.begun ? t.carryOn : t.start,
  }
  const ways = [...(on ? [on] : []), ...(own.begun || !on ? [look] : [])]
  return (
    <ButtonStack>
      {ways.map(({ href, label }, at) => (
        <ButtonLink key={href} kind={at === 0 ? 'primary' : 'text'} href={href}>
          {label}
        </ButtonLink>
      ))}
    </ButtonStack>
  )
}
