import type { Superseded } from '../../db/concepts.ts'
import type { Goes } from '../../db/mails.ts'
import type { Standing } from '../../db/standing.ts'
import type { Concept } from '../../domain/concept.ts'
import { type Conversation, firstName, isInviting, otherIn } from '../../domain/conversation.ts'
import { sayLength } from '../../domain/day-words.ts'
import { hasDocuments } from '../../domain/documents.ts'
import { isOver, preparationOpen, writingOpen } from '../../domain/lifecycle.ts'
import { type NextStep, nextStep } from '../../domain/next-step.ts'
import { shapesOf } from '../../domain/sitting.ts'
import { DateList } from '../../ui/dates.tsx'
import type { Status } from '../../ui/status-word.tsx'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { documents } from '../../words/documents.ts'
import { home } from '../../words/home.ts'
import { shapeWords } from '../../words/shapes.ts'
import type { Language } from '../../words/words.ts'
import { HeldLetter } from '../held-letter.tsx'
import { Ended, TimeChanges } from '../new-time/time-changes.tsx'
import { NextStepCard } from '../next-step-card.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { sayStands } from '../stands.ts'
import { listOf } from '../step-link.ts'
import { whenRow } from '../when.ts'
import { PlaceForm } from './place-form.tsx'
import type { ConversationShown } from './shown.ts'

type Shown = Pick<ConversationShown, 'frame' | 'talk' | 'standing' | 'goes'> & { step: NextStep }

/** One conversation: what to do now, when it is, and the ways into it. */
export function ConversationPage(props: ConversationShown) {
  const { frame, talk, standing, now, superseded, goes } = props
  const { language } = frame
  const t = conversation[language]
  const step = nextStep(talk, standing, now)
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={listOf(talk, language)}>
      <Title>{t.title(talk.form.label.short, firstName(otherIn(talk).name))}</Title>
      <NextStepCard {...{ talk, standing, goes, now, language }} here={urls.conversation({ id: talk.id })} />
      {talk.status === 'cancelled' ? (
        <Ended frame={frame} talk={talk} goes={goes} now={now} />
      ) : (
        <>
          {/* The card says it then. */}
          {step !== 'wait-for-close' && <HeldLetter {...{ goes, talk, now, language }} />}
          <When {...props} />
        </>
      )}
      <section>
        <h2>{t.parts}</h2>
        <TaskList tasks={partsOf({ frame, talk, standing, goes, step })} />
      </section>
      {superseded && isOpen(talk) && <p class="hint part">{sayVersions(superseded, language)}</p>}
    </StepPage>
  )
}

function When({ frame, talk, now, goes, tried }: ConversationShown) {
  const { language } = frame
  const t = conversation[language]
  const rows = whenRow(talk, now, language)
  return (
    <section>
      <h2>{t.when}</h2>
      {rows.length > 0 ? (
        <DateList rows={rows} />
      ) : (
        <p>{t.notAgreed(sayLength(talk.minutes, language), talk.place ?? undefined)}</p>
      )}
      {shapesOf(talk.form).length > 0 && talk.heldOn === null && (
        <p class="hint">{shapeWords[language].held[talk.shape]}</p>
      )}
      <PlaceForm frame={frame} talk={talk} tried={tried} />
      <TimeChanges frame={frame} talk={talk} goes={goes} now={now} />
    </section>
  )
}

const isOpen = ({ closedAt, status }: Conversation) =>
  closedAt === null && status !== 'cancelled' && status !== 'ended'

/** S0-05: what was published after the invitation is for the next talks. */
function sayVersions({ mine, newer }: Superseded, language: Language): string {
  const say = ({ name, version }: Concept) => conversation[language].version(name, version)
  return conversation[language].keepsTo(say(mine), say(newer))
}

const hasTold = ({ otherShared, otherThemesSent }: Standing) => otherShared || otherThemesSent

/** What the other has let me read: answers, or themes alone. */
function toldHint({ language }: Frame, name: string, { otherShared, otherThemesSent }: Standing) {
  const t = conversation[language]
  if (otherShared) return t.otherShared(name)
  return otherThemesSent ? t.otherThemesSent(name) : undefined
}

function partsOf({ frame, talk, standing, goes, step }: Shown): Task[] {
  const t = conversation[frame.language]
  const { id } = talk
  const name = firstName(otherIn(talk).name)
  const over = isOver(talk.status)
  return [
    {
      href: urls.invitation({ id }),
      label: t.letter,
      ...letterStatus(talk, goes, t.status.letter),
    },
    {
      href: urls.preparation({ id }),
      label: t.preparation,
      hint: preparationOpen(talk.status) ? toldHint(frame, name, standing) : undefined,
      ...preparationStatus(frame, talk, standing),
    },
    ...(hasDocuments(talk.form)
      ? [
          {
            href: urls.documentSlots({ id }),
            label: documents[frame.language].title,
            status: 'not-begun' as const,
            statusLabel: documents[frame.language].optional,
          },
        ]
      : []),
    ...(writingOpen(talk.status)
      ? [
          {
            href: urls.talk({ id }),
            label: t.talk,
            hint: hasTold(standing) || !preparationOpen(talk.status) ? undefined : t.otherNotShared(name),
            ...talkStatus(frame, talk),
          },
        ]
      : []),
    ...(over
      ? [
          {
            href: urls.plan({ id }),
            label: talk.role === 'host' ? t.closing : t.plan,
            status: 'begun' as const,
            statusLabel: t.status.begun,
          },
        ]
      : []),
    ...(over || talk.status === 'closing'
      ? [
          {
            href: urls.signing({ id }),
            label: over ? t.papers[talk.form.closing] : t.closing,
            status: glyphOf(talk),
            statusLabel: sayStands(talk, step, frame.language),
          },
        ]
      : []),
  ]
}

/** No letter is called sent before it is, or where there is no mail to send it to. */
function letterStatus(
  talk: Conversation,
  goes: Goes | undefined,
  said: { host: string; participant: string; onItsWay: string; unreached: string },
): Pick<Task, 'status' | 'statusLabel'> {
  if (talk.role === 'participant') return { status: 'ready', statusLabel: said.participant }
  if (goes === 'never') return { status: 'not-begun', statusLabel: said.unreached }
  return goes && isInviting(talk)
    ? { status: 'waiting', statusLabel: said.onItsWay }
    : { status: 'ready', statusLabel: said.host }
}

function talkStatus(frame: Frame, { status }: Conversation): Pick<Task, 'status' | 'statusLabel'> {
  const t = conversation[frame.language].status
  if (status === 'agreed') return { status: 'not-begun', statusLabel: t.untouched }
  if (status === 'talking') return { status: 'begun', statusLabel: t.begun }
  return { status: 'held', statusLabel: home[frame.language].status[status] }
}

function preparationStatus(
  frame: Frame,
  { status, role }: Conversation,
  { shared, begun, themesSent, leftToTheTalk }: Standing,
): Pick<Task, 'status' | 'statusLabel'> {
  const t = conversation[frame.language].status
  if (shared) return { status: 'ready', statusLabel: t.shared }
  if (!preparationOpen(status))
    return begun
      ? { status: 'closed', statusLabel: t.closed }
      : { status: 'not-begun', statusLabel: t.unwritten }
  if (role === 'host' && themesSent) return { status: 'ready', statusLabel: t.themesSent }
  if (leftToTheTalk) return { status: 'ready', statusLabel: t.ready }
  return begun ? { status: 'begun', statusLabel: t.begun } : { status: 'not-begun', statusLabel: t.untouched }
}

/** The glyph that stands beside a conversation's status word. */
export function glyphOf({ status }: Conversation): Status {
  if (status === 'invited') return 'invited'
  if (status === 'postponed') return 'postponed'
  if (status === 'agreed' || status === 'talking') return 'agreed'
  if (status === 'held') return 'held'
  return status === 'closing' ? 'waiting' : 'closed'
}
