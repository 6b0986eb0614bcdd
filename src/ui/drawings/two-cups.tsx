import { Clay, Drawing } from './drawing.tsx'

/** The invitation: two cups that wait. */
export const TwoCups = () => (
  <Drawing width={194} height={112}>
    <path
      class="ink"
      d="M45 25c-4-6 4-7 0-14M57 22c-4-6 4-7 0-14M136 25c-4-6 4-7 0-14M148 22c-4-6 4-7 0-14"
    />
    <Clay d="M27 40h48v14c0 15-8 23-24 23s-24-8-24-23z" />
    <path class="ink" d="M27 47c-6 0-9 4-9 8.5s4 9 12 8.5" />
    <path class="ink on-white" d="M118 40h48v14c0 15-8 23-24 23s-24-8-24-23z" />
    <path class="ink" d="M166 47c6 0 9 4 9 8.5s-4 9-12 8.5M38 81h26M129 81h26M1 84h192M27 84v27M166 84v27" />
  </Drawing>
)
