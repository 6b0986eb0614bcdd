import { holdConversation } from '../../db/conversations.ts'
import { decideOnJob, findJobDecision } from '../../db/job-decisions.ts'
import { findJobPost, findPostOf } from '../../db/job-descriptions.ts'
import { findLivePlan } from '../../db/live-plans.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth } from '../../domain/day-words.ts'
import { type JobDecision, mayApprove, proposesChange } from '../../domain/job-description.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { job as texts } from '../../words/job.ts'
import { quoted } from '../../words/quoted.ts'
import type { Language } from '../../words/words.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { JobAtHand } from '../job/at-hand.tsx'
import { saveAs } from '../save-as.ts'
import type { Frame } from '../shell.tsx'
import type { Answer } from '../submission.ts'

/** A proposal in a closed plan, and what has become of it. */
export type Proposal = {
  decision: JobDecision | undefined
  /** The post it is about, for whoever may write its job description today. */
  writable: string | undefined
}

export async function findProposal(tx: Tx, live: LivePlan | undefined): Promise<Proposal | undefined> {
  if (!live || !proposesChange(live)) return undefined
  const decision = await findJobDecision(tx, live.talk)
  const post = mayApprove(live, decision) ? await findPostOf(tx, live.talk) : undefined
  const isWritable = post !== undefined && (await findJobPost(tx, post))?.may === 'write'
  return { decision, writable: isWritable ? post : undefined }
}

type Props = Proposal & { frame: Frame; live: LivePlan }

/** S0-19: the proposal in a line; the host answers it here, and both see what became of it. */
export function ProposalPart(props: Props) {
  const { frame, live, decision } = props
  const { language } = frame
  const t = texts[language].proposal
  const words = live.plan.jobProposal
  return (
    <section id={proposalAnchor}>
      <h2>{t.title}</h2>
      <p class="written">{words ? quoted(language, words) : t.plain}</p>
      {decision ? <Decided {...props} decision={decision} /> : <Open {...props} />}
    </section>
  )
}

export const proposalAnchor = 'stillingsforslag'

/** Where a yes is written: the form of the job description, with the proposal above it. */
const approving = (post: string, talk: string) => `${urls.jobVersions({ post })}?samtale=${talk}`

function Open({ frame, live: { talk }, writable }: Props) {
  const t = texts[frame.language]
  if (talk.role === 'participant') return <p class="hint">{t.proposal.waits(firstName(talk.host.name))}</p>
  return (
    <form method="post" action={urls.jobProposal({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-j`} />
      <p class="hint">{writable ? t.larger : t.proposal.notYours}</p>
      <ButtonStack>
        {writable && (
          <ButtonLink kind="secondary" href={approving(writable, talk.id)}>
            {t.proposal.approve}
          </ButtonLink>
        )}
        <Button kind="secondary">{t.proposal.notNow}</Button>
      </ButtonStack>
    </form>
  )
}

function Decided({ frame, live: { talk }, decision, writable }: Props & { decision: JobDecision }) {
  const { language } = frame
  const t = texts[language].proposal
  if (decision.outcome === 'approved')
    return (
      <>
        <p>{t.approved(sayDate(decision.validFrom, language))}</p>
        <JobAtHand talk={talk} language={language} />
      </>
    )
  return (
    <>
      <p>{sayDeclined(talk.role === 'host' ? undefined : firstName(talk.host.name), decision, language)}</p>
      {writable && <LinkLine href={approving(writable, talk.id)}>{t.anyway}</LinkLine>}
    </>
  )
}

const sayDeclined = (host: string | undefined, { on }: JobDecision, language: Language) =>
  texts[language].proposal.declined(host, sayDayAndMonth(on, language))

/** »Ikke nu«, by the one who holds the talk; whoever else asks is led back. */
export async function declineProposal(tx: Tx, _: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const live = await findLivePlan(tx, deps.keys, talk)
  const back = { to: `${urls.plan({ id: talk.id })}#${proposalAnchor}` }
  if (!live || !proposesChange(live) || talk.role !== 'host') return back
  if (await findJobDecision(tx, talk)) return back
  await decideOnJob(tx, talk, null, localDateOf(c.var.now))
  await saveAs(tx, deps, me, c, { events: [{ what: 'job-proposal-answered', conversation: talk.id }] })
  return back
}
