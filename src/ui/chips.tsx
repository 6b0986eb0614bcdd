import type { ComponentChildren } from 'preact'
import { PlusIcon } from './icons.tsx'

/** Words to choose among, side by side as they fit. */
export function ChipList({ children }: { children: ComponentChildren }) {
  return <ul class="chips">{children}</ul>
}

type ChipProps = { name: string; value: string; children: string }

/** A word not chosen yet: one press puts it last among the chosen. */
export function Chip({ children, ...button }: ChipProps) {
  return (
    <li>
      <button class="chip" type="submit" {...button}>
        {children}
      </button>
    </li>
  )
}

type ChosenChipProps = {
  /** Its place in the order, from 1. */
  place: number
  words: string
  /** What can be done with it. */
  children: ComponentChildren
}

/** A chosen word with its place as a numeral; it opens what can be done with it, so order needs no dragging. */
export function ChosenChip({ place, words, children }: ChosenChipProps) {
  return (
    <li>
      <details class="chosen">
        <summary class="chip">
          <span class="chip-place">{place}</span>
          {words}
        </summary>
        <div class="chip-acts">{children}</div>
      </details>
    </li>
  )
}

type AddChipProps = { words: string; open: boolean; children: ComponentChildren }

/** The dashed last one: a word of one's own. */
export function AddChip({ words, open, children }: AddChipProps) {
  return (
    <li>
      <details open={open}>
        <summary class="chip dashed">
          <PlusIcon />
          {words}
        </summary>
        <div class="chip-acts">{children}</div>
      </details>
    </li>
  )
}
