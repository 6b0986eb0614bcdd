import { getConversation } from '../../db/conversations.ts'
import { getPreparation } from '../../db/preparations.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { getShared } from '../../db/sharing.ts'
import { getSentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import { findStep, type Step } from '../../domain/concept.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { askedOn, type Told } from '../../domain/themes.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { frameOf } from '../talks.ts'
import type { StepShown } from './step-shown.ts'

/** One person at one step of their preparation, inside their transaction. */
export type StepVisit = { tx: Tx; me: Me; c: PageContext; deps: Deps; talk: Conversation; step: Step }

/** The step the address names; unknown ones, and those of others, are {@link Unseen}. */
export async function visitStep(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<StepVisit> {
  const talk = await getConversation(tx, me, idOf(c))
  return { tx, me, c, deps, talk, step: getStep(talk, c.req.param('step') ?? '') }
}

/** The form's step of this name, else {@link Unseen}. */
export function getStep({ form }: Conversation, slug: string): Step {
  const step = findStep(form, slug)
  if (!step) throw new Unseen()
  return step
}

/** The step as it stands, with everything I have written on it. */
export async function loadStep(here: StepVisit): Promise<StepShown> {
  const { tx, c, deps, talk, step } = here
  const asked = askedOn(talk.form, step, talk.role).map(({ id }) => id)
  const own = await getPreparation(tx, deps.keys, deps.random, talk, asked)
  const shared = await getShared(tx, deps.keys, deps.random, talk, meIn(talk).id)
  const told = await findTold(here)
  return { frame: frameOf(c, deps), talk, step, own, shared, told, now: c.var.now }
}

/** Themes and hope are sent from the short page, and are with the other on every page. */
async function findTold({ tx, deps, talk, step }: StepVisit): Promise<Told | undefined> {
  if (!talk.form.themes || talk.form.short?.step === step.slug) return undefined
  return (await getSentThemes(tx, deps.keys, deps.random, talk)).get(meIn(talk).id)
}
