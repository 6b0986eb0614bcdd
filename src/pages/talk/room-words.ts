import { talk as texts } from '../../words/talk.ts'
import { autosaveWords } from '../autosave-words.ts'
import type { RefusedText } from './joint-field.tsx'
import { otherName } from './names.ts'
import type { Room } from './room-page.tsx'

/** What the room's script says and compares, as data attributes of its form: it has no words of its own. */
export function roomWords({ frame, talk }: Pick<Room, 'frame' | 'talk'>, state: string) {
  const t = texts[frame.language]
  return {
    ...autosaveWords(frame.language),
    'data-stale-link': t.refused.see,
    'data-changed': t.joint.changed(otherName(talk)),
    'data-state': state,
    'data-role': talk.role,
  }
}

/** What would make another page of this one: when it changes, the script asks for the page again. */
export const stateOf = (
  { status, beginProposedBy, endProposedBy }: Room['talk'],
  points: readonly { id: string }[] = [],
) => [status, beginProposedBy ?? '', endProposedBy ?? '', ...points.map(({ id }) => id)].join(' ')

/** What would make another text of a plan that stands for reading. */
export const readingOf = (points: readonly { version: number }[]) =>
  points.map(({ version }) => version).join(' ')

/** The summary's lines for what was not saved. */
export function errorsOf(
  refused: ReadonlyMap<string, RefusedText> | undefined,
  { frame, talk }: Pick<Room, 'frame' | 'talk'>,
) {
  const say = texts[frame.language].refused
  return [...(refused ?? [])].map(([id, { refused: why }]) => ({
    field: id,
    text: say[why](otherName(talk)),
    soft: why !== 'too-long',
  }))
}
