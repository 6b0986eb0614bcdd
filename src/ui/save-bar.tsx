import type { ComponentChildren } from 'preact'
import { RingIcon, TickIcon, TriangleIcon } from './icons.tsx'

/** `none`: nothing to say yet · `unsaved` is the Rav panel with its full sentence. */
export type SaveStateProps = { kind: 'none' | 'saving' | 'saved' | 'unsaved'; text: string }

/**
 * Saved or not, always in the same place. Script changes `data-state` of `.save-state` and the text of `.save-text`;
 * all icons are there already, one of them shows.
 */
export function SaveState({ kind, text }: SaveStateProps) {
  return (
    <div class="save-state" role="status" data-state={kind}>
      <RingIcon />
      <TickIcon />
      <TriangleIcon />
      <span class="save-text">{text}</span>
    </div>
  )
}

type SaveBarProps = {
  state: SaveStateProps
  /** The primary button, and without script the one that saves. */
  children: ComponentChildren
}

/** Save state and the way on: stuck to the bottom on a phone, in flow from 768. Last in its form. */
export function SaveBar({ state, children }: SaveBarProps) {
  return (
    <div class="save-bar">
      <SaveState {...state} />
      <div class="save-buttons">{children}</div>
    </div>
  )
}
