import { type Conversation, firstName, meIn, otherIn } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth } from '../../domain/day-words.ts'
import { isPastDate, type LivePlan, type LivePoint, type Standing } from '../../domain/plan-life.ts'
import type { TickRow } from '../../ui/tick-rows.tsx'
import { urls } from '../../urls.ts'
import { sayCompetence, sayWhen } from '../../words/papers.ts'
import { plan as texts } from '../../words/plan.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'

/** A point by its name: what, or the goal where nobody wrote what. */
export const nameOf = ({ at, point }: LivePoint, language: Language): string =>
  point.what.trim() || point.goal.trim() || texts[language].unnamed(at + 1)

/** When it is for, or what has become of it and by whom. */
function detailOf(live: LivePoint, talk: Conversation, today: LocalDate, language: Language): string {
  const t = texts[language]
  const { point, standing } = live
  if (standing.state !== 'open') return becomeOf(standing, talk, language)
  const isPast = point.until !== null && isPastDate(live, today)
  return isPast ? t.past(sayDate(point.until, language)) : sayWhen(point, language)
}

/** »Gjort den 2. juni. Lone satte hak.« */
export function becomeOf({ state, by, on = '' }: Standing, talk: Conversation, language: Language): string {
  const t = texts[language]
  const date = sayDayAndMonth(on, language)
  const isMine = by === meIn(talk).id
  const other = firstName(by === talk.host.id ? talk.host.name : talk.participant.name)
  if (state === 'dropped') return t.dropped(date, isMine ? t.youAfter : other)
  return t.done(date, isMine ? t.you : other)
}

/** What the host promised, in words that suit whoever reads. */
export function supportOf({ point, promise }: LivePoint, talk: Conversation, language: Language) {
  if (!promise) return undefined
  const t = texts[language]
  const head = talk.role === 'host' ? t.supportByYou : t.support(firstName(talk.host.name))
  const note = promise.state === 'done' ? t.kept(sayDayAndMonth(promise.on ?? '', language)) : undefined
  return { head, text: point.support, note }
}

type Shown = { frame: Frame; live: LivePlan; today: LocalDate }

/** The anchor of a point on its page. */
export const anchorOf = (at: number) => `punkt-${at + 1}`

/** The plan's points with a box each: pressing it ticks, or takes the tick away again. */
export function tickRows({ frame, live, today }: Shown): TickRow[] {
  const { language } = frame
  const t = texts[language]
  return live.points.map(point => {
    const { state } = point.standing
    const name = nameOf(point, language)
    const press = state === 'open' ? `${t.tick}: ${name}` : `${t.untick}: ${name}`
    return {
      id: anchorOf(point.at),
      action: urls.pointMarks({ id: live.talk.id }),
      fields: markFields(frame, point, state === 'open' ? 'done' : 'open'),
      ticked: state === 'done',
      put: state === 'dropped' ? 'aside' : undefined,
      label: state === 'dropped' ? t.again(name) : press,
      what: name,
      detail: detailOf(point, live.talk, today, language),
      about: sayCompetence(point.point, live.plan.competences, language),
      support: state === 'done' ? undefined : supportOf(point, live.talk, language),
    }
  })
}

/** What a form sends to mark a point: which, what it is to be, and the version that was seen. */
export const markFields = (frame: Frame, { at, standing }: LivePoint, state: string) => ({
  key: `${frame.key}-${at}-${state}`,
  point: String(at),
  state,
  version: String(standing.version),
})

/** The other one's name as one is spoken to with it. */
export const otherName = (talk: Conversation) => firstName(otherIn(talk).name)
