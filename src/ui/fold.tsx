import type { ComponentChildren } from 'preact'
import { ChevronIcon } from './icons.tsx'

type FoldProps = {
  label: string
  /** What it holds, in a few words, at the right: "To af tre er gjort". */
  note?: string | undefined
  open?: boolean | undefined
  children: ComponentChildren
}

/** Something one may want: a row between hairlines that opens at once. */
export function Fold({ label, note, open, children }: FoldProps) {
  return (
    <details class="fold" open={open}>
      <summary>
        <span class="fold-label">{label}</span>
        {note && <span class="fold-note">{note}</span>}
        <ChevronIcon />
      </summary>
      <div class="fold-body flow">{children}</div>
    </details>
  )
}
