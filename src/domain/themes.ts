// What each would most like to talk about: chosen from the concept's or in own words, in an order of one's own. The
// first two of each are taken first (S0-42). One tells the other beforehand, apart from the answers (S0-46).

import { type Form, type Question, questionsIn, type Role, type Step, type Words } from './concept.ts'
import type { Conversation } from './conversation.ts'
import { addDays, localDateOf } from './day.ts'
import { cleanText, tooLong } from './text.ts'

/** A theme in somebody's list. `chip` is one of the concept's, `words` one's own; the other of the two is ''. */
export type Theme = { readonly id: string; readonly chip: string; readonly words: string }

/** Somebody's themes in their own order. */
export type Chosen = readonly Theme[]

const most = 20
const wordsLimit = 80

export type ThemeRefusal = { readonly refused: 'too-many' | 'too-long' }

/** A theme in one's own words is one line. */
export const ownWords = (typed: string): string => cleanText(typed).replaceAll('\n', ' ').trim()

/** Puts a theme last. One that stands there already stays where it is; one without a word is none. */
export function addTheme(chosen: Chosen, theme: Theme): Chosen | ThemeRefusal {
  const isNothing = theme.chip === '' && theme.words === ''
  if (isNothing || chosen.some(each => isSame(each, theme))) return chosen
  if (tooLong(theme.words, wordsLimit)) return { refused: 'too-long' }
  return chosen.length >= most ? { refused: 'too-many' } : [...chosen, theme]
}

export const removeTheme = (chosen: Chosen, id: string): Chosen => chosen.filter(theme => theme.id !== id)

/** Changes places with the theme before it. */
export function moveForward(chosen: Chosen, id: string): Chosen {
  const at = chosen.findIndex(theme => theme.id === id)
  const [before, moved] = [chosen[at - 1], chosen[at]]
  return before && moved ? chosen.with(at - 1, moved).with(at, before) : chosen
}

/** Whether two lists say the same in the same order. */
export function sameThemes(one: Chosen, other: Chosen): boolean {
  return one.length === other.length && one.every(({ id }, at) => id === other[at]?.id)
}

/** What somebody tells the other beforehand: themes, and what they hope the talk gives. */
export type Told = { readonly themes: Chosen; readonly hope: string }

/** Whether there is something chosen or hoped for that reads otherwise than what the other has. */
export function isUnsent({ themes, hope }: Told, sent: Told | undefined): boolean {
  if (themes.length === 0 && hope === '') return false
  return !sent || hope !== sent.hope || !sameThemes(themes, sent.themes)
}

/** Two write »Ro« and »ro«: one theme. */
export function isSame(one: Theme, other: Theme): boolean {
  if (one.chip !== '' || other.chip !== '') return one.chip === other.chip
  return one.words.toLocaleLowerCase('da') === other.words.toLocaleLowerCase('da')
}

/** The theme as it is called: the concept's word, or its chooser's own. None when the concept has no such word. */
export function wordsOf(form: Form, { chip, words }: Theme): Words | undefined {
  if (chip === '') return { da: words, en: words }
  return form.themes?.chips.find(({ id }) => id === chip)?.words
}

/** The chips of all these forms together: one that goes to several must have its word with each of them. */
export function chipsOfAll(
  forms: readonly Form[],
): readonly { readonly id: string; readonly words: Words }[] {
  const [first = [], ...rest] = forms.flatMap(({ themes }) => (themes ? [themes.chips] : []))
  return first.filter(({ id }) => rest.every(chips => chips.some(chip => chip.id === id)))
}

/** The ids of what is asked beside a form's own questions. */
export const besideTheForm = ['hope', 'acknowledge'] as const

/**
 * »Hvad håber du, at samtalen giver dig?«, kept as the answer to a question of its own: saved while one writes, both
 * texts kept where two devices write, and sent with the themes (S0-47).
 */
export function hopeQuestion({ themes }: Form): Question | undefined {
  return themes && { id: 'hope', number: 0, text: themes.hope, type: 'comment', about: 'work' }
}

/** What the host thinks of beforehand and says in the talk: it is shared with nobody. */
export function acknowledgeQuestion({ themes }: Form): Question | undefined {
  const text = themes?.acknowledge
  return text && { id: 'acknowledge', number: 0, text, type: 'comment', about: 'work' }
}

/** All that is asked on a step's page: on the short one also what one hopes for, and the host what to acknowledge. */
export function askedOn(form: Form, step: Step, role: Role): readonly Question[] {
  const asked = questionsIn(form, step)
  if (form.short?.step !== step.slug) return asked
  const beside = [hopeQuestion(form), role === 'host' ? acknowledgeQuestion(form) : undefined]
  return [...asked, ...beside.filter(question => question !== undefined)]
}

/** S0-46: sent on the talk's own day or later, so the other had no day to think of them. */
export function cameLate(sentAt: Date, startsAt: Date): boolean {
  return localDateOf(sentAt) > addDays(localDateOf(startsAt), -1)
}

/** Themes are told beforehand: once a talk has begun, what was sent stands as its agenda. */
export const themesOpen = ({ status, begunAt }: Pick<Conversation, 'status' | 'begunAt'>): boolean =>
  ['invited', 'agreed', 'postponed'].includes(status) && begunAt === null
