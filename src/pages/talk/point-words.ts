import type { Form, PlanHead } from '../../domain/concept.ts'
import { sayDate } from '../../domain/day-words.ts'
import { oddTime, type Point } from '../../domain/point.ts'
import { sayCompetence } from '../../words/papers.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Language } from '../../words/words.ts'
import { inWords } from '../quote.ts'
import { namesIn } from './names.ts'
import type { PointFault } from './point-form.ts'
import type { Room } from './room-page.tsx'

/** The concept's own heads (S3-29). */
export function headsIn({ planHeads }: Form, language: Language): Record<PlanHead, string> {
  const say = inWords(language)
  return {
    what: say(planHeads.what),
    goal: say(planHeads.goal),
    how: say(planHeads.how),
    when: say(planHeads.when),
  }
}

/** S3-08, said to whoever reads: »Sådan støtter Anders dig«, »Sådan støtter du Lone«. */
export function supportLabel({ frame, talk }: Room): string {
  const names = namesIn(talk)
  return planDraft[frame.language].supportFor[talk.role](names.host, names.participant)
}

export function aloneLabel({ frame, talk }: Room): string {
  return planDraft[frame.language].aloneFor[talk.role](namesIn(talk).participant)
}

/** A point's own words, as they are read in the room. */
export function pointText(room: Room, point: Point) {
  const t = planDraft[room.frame.language]
  const by = point.until && t.untilIs(sayDate(point.until, room.frame.language))
  return {
    what: point.what || t.empty,
    goal: point.goal,
    competence: sayCompetence(point, room.talk.form.competences, room.frame.language),
    how: point.how,
    when: [point.when, by].filter(Boolean).join('\n'),
    support: [point.alone && `${aloneLabel(room)}.`, point.support].filter(Boolean).join(' '),
  }
}

/** S3-14: the soft question about a date; nothing for one within the plan's months. */
export function sayOddDate(form: Form, point: Point, today: string, language: Language): string | undefined {
  const odd = oddTime(form, point, today)
  const t = planDraft[language]
  if (odd === 'before-start') return t.beforeStart
  return odd && (odd === 'past' ? t.past : t.far(form.planMonths))
}

export function sayPointFault({ rule }: PointFault, language: Language): string {
  return rule === 'no-date' ? planDraft[language].noDate : texts[language].refused['too-long']('')
}
