import { Clay, Drawing } from './drawing.tsx'

/** After Del: rubber boots in a row, one of them fallen over. */
export const Boots = () => (
  <Drawing width={294} height={62}>
    <path class="ink" d="M3 55V3h18v32c0 4 2 6 6 7M27 55V3h18v32c0 5 5 7 11 8s11 4 11 12M3 12h18M27 12h18" />
    <Clay d="M86 56V15h15v26c0 3 1 5 4 6V15h15v25c0 4 4 6 9 7s9 4 9 9z" />
    <path class="ink" d="M86 22h15M105 22h15M105 47v9" />
    <path
      class="ink"
      d="M153 57V26h11v19c0 2 1 3 3 4M167 57V26h12v17c0 4 3 5 6 6s6 3 6 8M153 32h11M167 32h12"
    />
    <path class="ink" d="M208 57V20h12v22c0 4 3 5 7 6s9 4 9 9M208 27h12" />
    <path class="ink" d="M244 30h36v13h-22c-7 0-4 14-14 16M274 30v13" />
    <path class="sole" d="M1 55h68v5H1zM84 56h56v4H84zM152 57h41v3h-41zM206 57h31v3h-31zM240 29h4v31h-4z" />
    <path class="ink" d="M1 60h292" />
  </Drawing>
)
