import { Clay, Drawing } from './drawing.tsx'

/** No themes yet: a cubby with a bag, a note and two small boots. */
export const Cubby = () => (
  <Drawing width={126} height={116}>
    <path class="ink" d="M1 2h124v112H1zM1 8h124M1 84h124" />
    <path class="ink" d="M34 8v8c0 3 2 5 4 5s4-2 4-5" />
    <path class="ink on-white" d="M38 21c-11 3-15 13-15 30 0 7 0 13 1 18h30c1-5 1-11 1-18 0-17-6-27-17-30z" />
    <path class="ink" d="M29 47h19v14H29z" />
    <Clay d="M66 13l35 2-2 26-34-2z" />
    <path class="ink" d="M72 22l22 1M71 30l15 1" />
    <path class="ink on-white" d="M70 114V94h12v10c6 1 11 4 12 10zM98 114V94h12v10c6 1 11 4 12 10z" />
  </Drawing>
)
