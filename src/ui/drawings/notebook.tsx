import { Drawing } from './drawing.tsx'

const leaning = 'rotate(-7 45 58)'

/** The plan is closed: a notebook, and the pencil laid beside it. */
export const Notebook = () => (
  <Drawing width={126} height={124}>
    <g transform="translate(3 3)">
      <rect class="clay" x="6" y="8" width="78" height="96" rx="6" transform={leaning} />
    </g>
    <g transform={leaning}>
      <path class="ink on-paper" d="M26 103v13l5-5 5 5v-13" />
      <path
        class="ink"
        d="M12 8h66a6 6 0 0 1 6 6v84a6 6 0 0 1-6 6H12a6 6 0 0 1-6-6V14a6 6 0 0 1 6-6zM71 8v96"
      />
      <path class="ink on-paper" d="M18 24h33v18H18z" />
      <path class="ink" d="M25 33h19" />
    </g>
    <path class="ink on-paper" d="M112 28l10 3-16 62-8 10-2-13z" />
    <path class="ink" d="M110 36l10 3M96 90l10 3" />
  </Drawing>
)
