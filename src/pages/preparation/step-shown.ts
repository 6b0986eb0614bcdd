import type { OwnPreparation } from '../../db/preparations.ts'
import type { SharedAnswer } from '../../domain/answer.ts'
import type { Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { sayDone } from '../../domain/day-words.ts'
import type { Told } from '../../domain/themes.ts'
import { sayFault } from '../../questions/asked.tsx'
import type { Parsed } from '../../questions/faces.ts'
import type { SaveStateProps } from '../../ui/save-bar.tsx'
import { preparation } from '../../words/preparation.ts'
import type { Frame } from '../shell.tsx'

/** All that a step's page shows. */
export type StepShown = {
  frame: Frame
  talk: Conversation
  step: Step
  own: OwnPreparation
  /** What the other can read of mine, as it was shared, by question id. */
  shared: ReadonlyMap<string, SharedAnswer>
  /** What the other has of my themes and hope, where the page is not the themes' own. */
  told?: Told | undefined
  /** What was sent and could not be kept: shown again as it was typed. */
  parsed?: ReadonlyMap<string, Parsed>
  /** What was typed after the talk had been held. */
  late?: readonly string[]
  /** What the other has shared, by question id. */
  theirs?: ReadonlyMap<string, SharedAnswer> | undefined
  now: Date
}

/** When what is written here was last saved. */
export function savedState({ frame: { language }, own, now }: StepShown): SaveStateProps {
  if (!own.lastSavedAt) return { kind: 'none', text: '' }
  return { kind: 'saved', text: preparation[language].savedAt(sayDone(own.lastSavedAt, now, language)) }
}

/** What could not be kept, for the top of the page. */
export function faultsOf({ parsed, frame }: StepShown) {
  const all = [...(parsed?.values() ?? [])].flatMap(each => ('faults' in each ? each.faults : []))
  return all.map(fault => ({ field: fault.field, text: sayFault(fault, frame.language) }))
}
