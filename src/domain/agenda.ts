// The themes each has told the other become the talk's first topics (experience.md §3d). They are topics like the form's
// own, so what is agreed on them is written, made points and kept in the record like everything else.

import {
  type Form,
  type Quote,
  questionsOf,
  type Role,
  type Section,
  type Step,
  type Words,
} from './concept.ts'
import { type Chosen, isSame, type Theme, wordsOf } from './themes.ts'

/** A theme of the talk, and who brought it: both, where both chose it. */
export type AgendaItem = { readonly theme: Theme; readonly by: readonly Role[] }

/** The first two of each, the led person's first; then the rest, if there is time. */
export type Agenda = { readonly first: readonly AgendaItem[]; readonly ifTime: readonly AgendaItem[] }

const takenFirst = 2
const themesSection = 'themes'

export function agendaOf(sent: Readonly<Record<Role, Chosen>>): Agenda {
  const roles = ['participant', 'host'] as const
  const taken = (from: number, to?: number) =>
    roles.flatMap(role => sent[role].slice(from, to).map(theme => ({ theme, by: [role] })))
  const early = taken(0, takenFirst)
  const all = merged([...early, ...taken(takenFirst)])
  const count = merged(early).length
  return { first: all.slice(0, count), ifTime: all.slice(count) }
}

// The same theme brought by both stands once, where it was brought first.
function merged(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const isFirst = ({ theme }: AgendaItem, at: number) =>
    items.findIndex(each => isSame(each.theme, theme)) === at
  const broughtBy = (theme: Theme) => items.filter(each => isSame(each.theme, theme)).flatMap(({ by }) => by)
  return items.filter(isFirst).map(({ theme }) => ({ theme, by: [...new Set(broughtBy(theme))] }))
}

/** How the agenda is said: the head over its themes, and who brought one of them. */
export type AgendaWords = { readonly head: Quote; readonly broughtBy: (item: AgendaItem) => Words }

/** The form of one talk: its themes stand before everything else in the longest stretch. */
export function withAgenda(form: Form, { first, ifTime }: Agenda, say: AgendaWords): Form {
  const items = [...first, ...ifTime].filter(({ theme }) => wordsOf(form, theme) !== undefined)
  if (items.length === 0) return form
  const longest = Math.max(...form.guide.map(({ minutes }) => minutes))
  const at = form.guide.findIndex(({ minutes }) => minutes === longest)
  const slugs = items.map(({ theme }) => theme.id)
  return {
    ...form,
    sections: [sectionOf(form, items, say.head), ...form.sections],
    steps: [...items.map(item => topicOf(form, item, say)), ...form.steps],
    guide: form.guide.map((each, where) =>
      where === at ? { ...each, steps: [...slugs, ...each.steps] } : each,
    ),
  }
}

function sectionOf(form: Form, items: readonly AgendaItem[], title: Quote): Section {
  const questions = items.flatMap(({ theme }) => {
    const text = wordsOf(form, theme)
    return text ? [{ id: theme.id, number: 0, text, type: 'comment', about: 'work' } as const] : []
  })
  return { id: themesSection, title, band: 'comments', questions, prompts: [] }
}

function topicOf(form: Form, item: AgendaItem, { broughtBy }: AgendaWords): Step {
  const { id } = item.theme
  const title = wordsOf(form, item.theme) ?? { da: '', en: '' }
  return { slug: id, title, questions: [id], hint: broughtBy(item) }
}

/** The form with everything that is written down: what is agreed on a theme one cannot read stands under `unnamed`. */
export function withUnnamed(form: Form, written: readonly string[], head: Quote, unnamed: Words): Form {
  const asked = new Set(questionsOf(form).map(({ id }) => id))
  const rest = written.filter(id => !asked.has(id))
  if (rest.length === 0) return form
  const questions = rest.map(
    id => ({ id, number: 0, text: unnamed, type: 'comment', about: 'work' }) as const,
  )
  const [first, ...others] = form.sections
  if (first?.id === themesSection)
    return { ...form, sections: [{ ...first, questions: [...first.questions, ...questions] }, ...others] }
  const section: Section = { id: themesSection, title: head, band: 'comments', questions, prompts: [] }
  return { ...form, sections: [section, ...form.sections] }
}

/** Whether a topic is a theme of the two, and none of the form's. */
export const isTheme = ({ slug, questions }: Step): boolean => questions[0] === slug
