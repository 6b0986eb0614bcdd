import { getConversation } from '../../db/conversations.ts'
import { findJobPost, findPostOf, listJobVersions } from '../../db/job-descriptions.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Step } from '../../domain/concept.ts'
import { type Conversation, firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { hasJob, versionsOn } from '../../domain/job-description.ts'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { job as texts } from '../../words/job.ts'
import type { Language } from '../../words/words.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { StepPage } from '../shell.tsx'
import { frameOf } from '../talks.ts'

type Props = { talk: Conversation; language: Language }

/** S0-07: one press from where one prepares or talks, in a window of its own, so that what one writes stays open. */
export function JobAtHand({ talk, language }: Props) {
  if (!hasJob(talk.form)) return null
  const t = texts[language]
  return (
    <LinkLine href={urls.jobAtHand({ id: talk.id })} newTab>
      {talk.role === 'participant' ? t.mine : t.of(firstName(talk.participant.name))}
    </LinkLine>
  )
}

/** The same beside the questions that ask how somebody fits their job. */
export function JobBeside({ talk, language, step }: Props & { step: Step }) {
  const asks = talk.form.sections.some(
    ({ aims, questions }) =>
      aims?.includes('position') && questions.some(({ id }) => step.questions.includes(id)),
  )
  return asks ? <JobAtHand talk={talk} language={language} /> : null
}

/** To what counts today: the page of the post, or straight to where it lies when there is a link and nothing else. */
export async function openAtHand(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const post = await findPostOf(tx, talk)
  if (!post || !(await findJobPost(tx, post)))
    return page(c, <NotHere frame={frameOf(c, deps)} talk={talk} />)
  const { current } = versionsOn(await listJobVersions(tx, post), localDateOf(c.var.now))
  const away = current?.words === '' ? current.link : null
  return c.redirect(away ?? urls.jobDescription({ post }), 303)
}

/** Somebody who held the talk and is not the leader any more. */
function NotHere({ frame, talk }: { frame: ReturnType<typeof frameOf>; talk: Conversation }) {
  const t = texts[frame.language]
  const back = { href: urls.conversation({ id: talk.id }), label: conversation[frame.language].tab }
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={back}>
      <Title>{t.of(firstName(talk.participant.name))}</Title>
      <Notice kind="info">
        <p>{t.notHere}</p>
      </Notice>
    </StepPage>
  )
}
