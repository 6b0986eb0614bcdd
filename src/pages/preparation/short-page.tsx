import { questionsIn } from '../../domain/concept.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { continueAt, leftToTheTalk } from '../../domain/preparation.ts'
import { acknowledgeQuestion, askedOn } from '../../domain/themes.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { TaskList } from '../../ui/task-list.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { crib, queue } from '../../words/host-queue.ts'
import { preparation } from '../../words/preparation.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { AtHand } from '../documents/at-hand.tsx'
import { LastPlan } from '../last-plan.tsx'
import { StepPage } from '../shell.tsx'
import { Asked } from './asked.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { draftMark } from './draft-mark.ts'
import { ReadAnswers } from './read-answers.tsx'
import { SharedLine } from './shared-line.tsx'
import { StepForm } from './step-form.tsx'
import { HostHelp } from './step-page.tsx'
import { faultsOf, type StepShown, savedState } from './step-shown.ts'
import { TalkInstead } from './talk-instead.tsx'
import { listTasks } from './tasks.ts'
import { ThemeChoice, type ThemesShown } from './theme-choice.tsx'

/** The step that stands open, the themes, and what the other has shared anywhere. */
export type ShortShown = StepShown &
  ThemesShown & {
    theirSteps: readonly string[]
    /** The plan of the talk before this one. */
    last: LivePlan | undefined
    /** For the host: the next one to prepare. */
    next: Conversation | undefined
  }

/** Screens 9 and 10 in one: two questions, themes, and the whole form for whoever wants it (S0-41). */
export function ShortPage(props: ShortShown) {
  const { frame, talk, shared, themeFault } = props
  const t = preparation[frame.language]
  const errors = [...faultsOf(props), ...(themeFault ? [themeFault] : [])]
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      back={{ href: urls.conversation({ id: talk.id }), label: t.back }}
      script="preparation.js"
    >
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title eyebrow={draftMark(talk.form, frame.language)} help={helpOf(props)}>
        {titleOf(props)}
      </Title>
      <SharedLine frame={frame} talk={talk} shared={shared.size} told={props.mine} />
      <CarryOn {...props} />
      {props.last && <LastPlan last={props.last} language={frame.language} />}
      <ClosedNotice {...props} />
      <HostHelp frame={frame} talk={talk} />
      {preparationOpen(talk.status) ? <ShortForm {...props} /> : <ShortRead {...props} />}
      {talk.role === 'host' && <HostWays {...props} />}
    </StepPage>
  )
}

/** Whoever was in the whole form comes back to where they were, on whichever device. */
function CarryOn({ frame: { language }, talk, own, step }: ShortShown) {
  const to = continueAt(talk.form, own, own.lastStep)
  if (own.lastStep === undefined || own.lastStep === step.slug || !to || !preparationOpen(talk.status))
    return null
  return (
    <LinkLine href={urls.step({ id: talk.id, step: to.slug })}>
      {`${preparation[language].carryOn}: ${to.title[language]}`}
    </LinkLine>
  )
}

/** From one to the next of twenty, without a way round. */
function HostWays({ frame, talk, next }: ShortShown) {
  const t = queue[frame.language]
  return (
    <>
      {next && <LinkLine href={urls.preparation({ id: next.id })}>{t.next(next.participant.name)}</LinkLine>}
      <LinkLine href={urls.queue()}>{t.toQueue}</LinkLine>
      <LinkLine href={urls.crib({ id: talk.id })}>{crib[frame.language].link}</LinkLine>
    </>
  )
}

/** Which fields are enough, by name: the concept says whether there is one to acknowledge in. */
const hostLead = ({ form }: Conversation, language: Language) =>
  preparation[language].hostLead(form.themes?.acknowledge !== undefined)

function titleOf({ frame, talk }: ShortShown): string {
  const t = preparation[frame.language]
  if (!preparationOpen(talk.status)) return t.titleClosed
  return talk.role === 'host' ? t.hostTitle(talk.participant.name) : t.title
}

/** What to begin with, while there is something to begin. */
function helpOf({ frame, talk }: ShortShown): string | undefined {
  if (!preparationOpen(talk.status)) return undefined
  return talk.role === 'host' ? hostLead(talk, frame.language) : talk.form.short?.lead[frame.language]
}

function ShortForm(props: ShortShown) {
  const { frame, talk } = props
  return (
    <StepForm {...props}>
      <button type="submit" name="do" value="save" hidden />
      {talk.role === 'host' ? <HostFields {...props} /> : <OwnFields {...props} />}
      <div>
        <AtHand talk={talk} language={frame.language} />
      </div>
      <WholeForm {...props} />
      <Foot {...props} />
    </StepForm>
  )
}

/** The same once it is closed, to read. */
function ShortRead(props: ShortShown) {
  const { frame, talk, step, own, chosen, their } = props
  return (
    <>
      <ReadAnswers {...props} questions={askedOn(talk.form, step, talk.role)} />
      {(chosen.length > 0 || their) && <ThemeChoice {...props} />}
      <div>
        <AtHand talk={talk} language={frame.language} />
      </div>
      {!own.gone && <WholeForm {...props} />}
    </>
  )
}

/** The two questions, then the themes. */
const OwnFields = (props: ShortShown) => (
  <>
    <Questions {...props} />
    <TalkOrWrite {...props} />
    {props.talk.form.themes && <ThemeChoice {...props} />}
  </>
)

/** Nothing need be written; that one would rather talk is said once, and can be changed by writing. */
function TalkOrWrite({ frame, talk, own, step }: ShortShown) {
  const t = preparation[frame.language]
  const wrote = step.questions.some(id => own.written.has(id))
  if (leftToTheTalk(talk.form, own, wrote)) return <p class="hint">{t.talkChosen}</p>
  return <TalkInstead frame={frame} talk={talk} />
}

const theirsAnchor = 'delt'

/** Where what the other has shared is read. */
export const theirsShared = ({ id }: { id: string }) => `${urls.preparation({ id })}#${theirsAnchor}`

/** Three fields for each of twenty: themes, expectations, what to acknowledge; keywords are folded until there are answers to read. */
function HostFields(props: ShortShown) {
  const { frame, talk, step, theirs } = props
  const name = firstName(talk.participant.name)
  const theirsHere = step.questions.filter(id => theirs?.has(id)).length
  const t = preparation[frame.language]
  const acknowledge = acknowledgeQuestion(talk.form)
  return (
    <>
      {talk.form.themes && <ThemeChoice {...props} />}
      {acknowledge && (
        <Asked {...props} question={acknowledge} plain alone={{ shelf: 'own', label: t.hostNote }} />
      )}
      <div id={theirsAnchor}>
        <Fold
          label={theirsHere > 0 ? t.theirs.some(name, theirsHere) : t.hostKeywords(name)}
          note={theirsHere > 0 ? undefined : t.optional}
          open={theirsHere > 0}
        >
          <Questions {...props} />
        </Fold>
      </div>
    </>
  )
}

const Questions = (props: ShortShown) =>
  questionsIn(props.talk.form, props.step).map(question => (
    <Asked key={question.id} {...props} question={question} plain />
  ))

/** Every other step, in any order, for whoever wants more than the two questions. */
function WholeForm({ frame, talk, own, theirSteps }: ShortShown) {
  const t = preparation[frame.language]
  const others = talk.form.steps.filter(({ slug }) => slug !== talk.form.short?.step)
  return (
    <Fold label={t.wholeForm} note={t.sections(others.length)}>
      <TaskList tasks={listTasks({ frame, talk, own, theirs: theirSteps }, others)} />
    </Fold>
  )
}

function Foot(props: ShortShown) {
  const { frame, talk } = props
  const t = preparation[frame.language]
  return (
    <SaveBar state={savedState(props)}>
      <Button name="do" value="look">
        {t.look(firstName(otherIn(talk).name))}
      </Button>
      <noscript>
        <Button kind="text" name="do" value="save">
          {t.save}
        </Button>
      </noscript>
    </SaveBar>
  )
}
