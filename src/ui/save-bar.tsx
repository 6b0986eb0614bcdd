import type { ComponentChildren } from 'preact'
import { RingIcon, TickIcon, TriangleIcon } from './icons.tsx'

/** `none`: nothing to say yet · `unsaved` is the Rav panel with its full sentence. */
export type SaveState = { kind: 'none' | 'saving' | 'saved' | 'unsaved'; text: string }

type SaveBarProps = {
  state: SaveState
  /** The primary button, and without script the one that saves. */
  children: ComponentChildren
}

/**
 * Saved or not, and the way on, in one place: stuck to the bottom on a phone, in flow from 768. Script changes
 * `data-state` of `.save-state` and the text of `.save-text`; all icons are there already, one of them shows.
 */
export function SaveBar({ state, children }: SaveBarProps) {
  return (
    <div class="save-bar">
      <div class="save-state" role="status" data-state={state.kind}>
        <RingIcon />
        <TickIcon />
        <TriangleIcon />
        <span class="save-text">{state.text}</span>
      </div>
      <div class="save-buttons">{children}</div>
    </div>
  )
}
