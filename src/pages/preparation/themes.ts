import { getPreparation } from '../../db/preparations.ts'
import { getMyThemes, newTheme, saveMyThemes, sendThemes, takeBackThemes } from '../../db/themes.ts'
import { meIn, otherIn } from '../../domain/conversation.ts'
import {
  addTheme,
  type Chosen,
  hopeQuestion,
  moveForward,
  ownWords,
  removeTheme,
  themesOpen,
} from '../../domain/themes.ts'
import { urls } from '../../urls.ts'
import { themes as texts } from '../../words/themes.ts'
import { openSentThemes } from '../agenda.ts'
import type { Form } from '../form.ts'
import { saveAs } from '../save-as.ts'
import type { StepVisit } from './step-visit.ts'
import type { ThemesShown } from './theme-choice.tsx'

/** My themes, what I have sent, and what the other has sent me; that I read theirs is written down (walls §5). */
export async function loadThemes({ tx, c, deps, talk }: StepVisit): Promise<ThemesShown> {
  const { themes } = await getMyThemes(tx, deps.keys, deps.random, talk)
  const sent = await openSentThemes(tx, deps, talk, c.var.now)
  return { chosen: themes, mine: sent.get(meIn(talk).id), their: sent.get(otherIn(talk).id) }
}

type ThemeFault = Required<Pick<ThemesShown, 'themeFault'>> & { typed: string }

/** What a button among the themes asks for: `theme.add.ro`, `theme.own`, `theme.forward.<id>`, `themes.send`. */
function wishOf(form: Form): { act: string; of: string } | undefined {
  const [, act, of] = /^themes?\.([a-z]+)(?:\.(.*))?$/.exec(form.text('do')) ?? []
  return act === undefined ? undefined : { act, of: of ?? '' }
}

/**
 * Does what was asked for among the themes. A word typed and not added yet goes along with whatever button is pressed.
 * Nothing, where that button was not the themes' own: then the step goes on.
 */
export async function saveThemes(
  here: StepVisit,
  form: Form,
): Promise<{ to: string } | ThemeFault | undefined> {
  const { tx, c, deps, talk } = here
  if (!talk.form.themes || !themesOpen(talk)) return undefined
  const wish = wishOf(form)
  const { themes, version } = await getMyThemes(tx, deps.keys, deps.random, talk)
  const typed = typedIn(form)
  const next = changed(here, themes, typed, wish)
  if ('refused' in next) return { themeFault: faultOf(here, next.refused), typed }
  if (next !== themes)
    await saveMyThemes(tx, deps.keys, deps.random, talk, { themes: next, version: version + 1 }, c.var.now)
  if (wish?.act === 'send' && !(await send(here, next)))
    return { themeFault: faultOf(here, 'nothing'), typed }
  if (wish?.act === 'back') await takeBackThemes(tx, talk)
  return wish && { to: `${urls.preparation({ id: talk.id })}#temaer` }
}

const typedIn = (form: Form) => ownWords(form.text('theme.words'))

/** A theme typed on a page from before the talk began: it is not kept, so it is shown for copying. */
export function lateTheme({ talk }: StepVisit, form: Form): string | undefined {
  const typed = typedIn(form)
  return talk.form.themes && !themesOpen(talk) && typed !== '' ? typed : undefined
}

const faultOf = ({ c }: StepVisit, refused: 'too-many' | 'too-long' | 'nothing') => ({
  field: 'theme.words',
  text: texts[c.var.language].faults[refused],
})

function changed({ deps, talk }: StepVisit, before: Chosen, words: string, wish: ReturnType<typeof wishOf>) {
  const chosen = addTheme(before, newTheme(deps.random, { words }))
  if ('refused' in chosen || !wish) return chosen
  if (wish.act === 'forward') return moveForward(chosen, wish.of)
  if (wish.act === 'remove') return removeTheme(chosen, wish.of)
  const isChip = talk.form.themes?.chips.some(chip => chip.id === wish.of)
  return wish.act === 'add' && isChip ? addTheme(chosen, newTheme(deps.random, { chip: wish.of })) : chosen
}

/** S0-46: the other is told beforehand; the answers stay with their writer. Whether there was anything to tell. */
async function send({ tx, me, c, deps, talk }: StepVisit, chosen: Chosen): Promise<boolean> {
  const hopeId = hopeQuestion(talk.form)?.id ?? ''
  const own = await getPreparation(tx, deps.keys, deps.random, talk, [hopeId])
  const hope = own.written.get(hopeId)?.answer.keywords ?? ''
  if (chosen.length === 0 && hope === '') return false
  await sendThemes(tx, deps.keys, deps.random, talk, { themes: chosen, hope }, c.var.now)
  await saveAs(tx, deps, me, c, { events: [{ what: 'themes-sent', conversation: talk.id }] })
  return true
}
