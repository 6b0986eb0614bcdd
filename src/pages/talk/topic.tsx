import { Unseen } from '../../db/query.ts'
import { findStep, type Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { nextTopic } from '../../domain/topic.ts'
import { urls } from '../../urls.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { type Answer, isAutosave } from '../submission.ts'
import { topicNews } from './news.ts'
import { marksOf, savedAnswer, statusOf, versionsOf } from './saved.ts'
import { turnTime } from './time.ts'
import { TopicPage } from './topic-page.tsx'
import { typedTopic, writeTopic } from './topic-saving.ts'
import { loadAbout, loadTopic } from './topic-shown.ts'
import { roomIsOpen, type Visit } from './visit.ts'

/** The topic of this name, else {@link Unseen}. */
export function getTopic(talk: Conversation, slug: string): Step {
  const topic = findStep(talk.form, slug)
  if (!topic) throw new Unseen()
  return topic
}

export async function showTopic(visit: Visit): Promise<Response> {
  const { c, talk } = visit
  const topic = getTopic(talk, c.req.param('step') ?? '')
  if (!roomIsOpen(talk)) return c.redirect(urls.talk({ id: talk.id }), 303)
  if (isAutosave(c)) return c.json(await topicNews(visit, topic))
  const turned = turnTime(c, urls.topic({ id: talk.id, step: topic.slug }))
  return turned ?? page(c, <TopicPage {...(await loadTopic(visit, topic))} />)
}

/** Everything on the page is saved, whichever button was pressed; `takes` takes the pen over on the way. */
export async function saveTopic(visit: Visit, form: Form, topic: Step, takes: boolean): Promise<Answer> {
  const { c, talk } = visit
  if (!roomIsOpen(talk)) return { to: urls.talk({ id: talk.id }) }
  if (!writingOpen(talk.status)) return saveTooLate(visit, form, topic)
  const { written, ticks, refused } = await writeTopic(visit, form, topic, takes)
  if (isAutosave(c))
    return savedAnswer(
      visit,
      { versions: versionsOf(new Map([...written, ...ticks])), marks: marksOf(written) },
      [...refused.values()],
    )
  if (refused.size === 0) return { to: afterTopic(form, talk, topic, await loadAbout(visit)) }
  const shown = await loadTopic(visit, topic)
  return { conflict: <TopicPage {...shown} refused={refused} />, status: statusOf(refused.values()) }
}

function afterTopic(form: Form, talk: Conversation, topic: Step, about: ReadonlySet<string>): string {
  const wish = form.text('do')
  const here = urls.topic({ id: talk.id, step: topic.slug })
  if (wish === 'plan') return urls.planDraft({ id: talk.id })
  const [, at] = /^(?:point|take)\.(.+)$/.exec(wish) ?? []
  if (wish !== 'next') return at ? `${here}#${at}` : here
  const next = nextTopic(talk.form, topic.slug, about)
  return next ? urls.topic({ id: talk.id, step: next.slug }) : urls.planDraft({ id: talk.id })
}

/** The other has locked the text meanwhile: what was typed is shown, so that nothing is lost. */
async function saveTooLate(visit: Visit, form: Form, topic: Step): Promise<Answer> {
  const typed = typedTopic(form, visit.talk, topic)
  const late = [...typed.values()].filter(({ untouched }) => !untouched).map(({ text }) => text)
  const shown = await loadTopic(visit, topic)
  const isOld = (text: string) => [...shown.conclusions.values()].some(saved => saved.text === text)
  return { conflict: <TopicPage {...shown} late={late.filter(text => text && !isOld(text))} /> }
}
