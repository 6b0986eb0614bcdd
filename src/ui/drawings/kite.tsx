import { Clay, Drawing } from './drawing.tsx'

/** No talks now: a kite. */
export const Kite = () => (
  <Drawing width={146} height={130}>
    <Clay d="M99 2l39 35-35 37-35-39z" />
    <path class="ink" d="M99 2l4 72M68 35l70 2M68 35C44 54 32 76 1 128" />
    <path class="ink" d="M103 74c-4 7 0 11 3 15 4 5 6 9 3 14-4 5-4 8-1 12 2 4 2 7 0 11" />
    <path class="ink on-paper" d="M97 94l12-4-2 11zM109 101l10 2-7 7z" />
  </Drawing>
)
