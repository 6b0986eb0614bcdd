// The course of a talk: stretches of minutes, and the topics talked about in each. The concept says which; the clock
// only says how far one has come.

import { isTheme } from './agenda.ts'
import { type Form, findStep, guideFor, type Step, type Stretch } from './concept.ts'
import type { Conversation } from './conversation.ts'
import { localDateOf } from './day.ts'

/** A stretch of the talk and its topics, in the order one goes through them. */
export type CourseStretch = { readonly stretch: Stretch; readonly topics: readonly Step[] }

/** The talk's course, for a talk of this length. */
export function courseOf(form: Form, minutes: number): readonly CourseStretch[] {
  return guideFor(form, minutes).map(stretch => ({
    stretch,
    topics: stretch.steps.flatMap(slug => findStep(form, slug) ?? []),
  }))
}

/** All topics in the order of the talk, which is the guide's and not the form's: pay late, then the plan. */
export function topicsOf(form: Form): readonly Step[] {
  return courseOf(form, form.durationMinutes.usual).flatMap(({ topics }) => topics)
}

/**
 * The topics there is something to talk from: themes, and questions of which `about` has the id, because somebody has
 * shared or written something. A form with a short preparation folds the rest: nobody is walked through it.
 */
export function topicsInSight(form: Form, about: ReadonlySet<string>): readonly Step[] {
  const topics = topicsOf(form)
  if (!form.short) return topics
  const spoken = topics.filter(topic => isTheme(topic) || topic.questions.some(id => about.has(id)))
  return spoken.length > 0 ? spoken : topics.filter(({ slug }) => slug === form.short?.step)
}

/** The topic in sight after this one; none after the last: then comes the plan. */
export function nextTopic(form: Form, slug: string, about: ReadonlySet<string>): Step | undefined {
  const seen = new Set([...topicsInSight(form, about).map(topic => topic.slug), slug])
  const topics = topicsOf(form).filter(topic => seen.has(topic.slug))
  const at = topics.findIndex(topic => topic.slug === slug)
  return at < 0 ? undefined : topics[at + 1]
}

/** Whether the topic is talked about while one looks back on the year: then the last plan lies open (T24). */
export const looksBack = (form: Form, topic: Step): boolean =>
  form.guide.some(({ looks, steps }) => looks === 'back' && steps.includes(topic.slug))

/** The stretch that is the plan's: the last one. */
export const planStretch = (form: Form): Stretch | undefined => form.guide.at(-1)

/** Whole minutes since the talk began; none when it does not run, or has run since another day. */
export function minutesGone({ status, begunAt }: Conversation, now: Date): number | undefined {
  const runs = status === 'talking' && begunAt !== null && localDateOf(begunAt) === localDateOf(now)
  return runs ? Math.max(0, Math.floor((now.getTime() - begunAt.getTime()) / 60_000)) : undefined
}

/** How many of the minutes gone fall in each stretch, one after the other. */
export function goneIn(course: readonly CourseStretch[], gone: number): readonly number[] {
  return course.map(({ stretch }, at) => {
    const before = course.slice(0, at).reduce((sum, { stretch: earlier }) => sum + earlier.minutes, 0)
    return Math.min(stretch.minutes, Math.max(0, gone - before))
  })
}
