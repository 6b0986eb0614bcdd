import { Drawing } from './drawing.tsx'

/** The first visit: the sun comes in. Its fill ends at the sill, as the sun does. */
export const WindowLight = () => (
  <Drawing width={202} height={131}>
    <path class="ink on-white" d="M12 2h82v92H12z" />
    <path class="clay" d="M35.2 94a27 27 0 1 1 51.6 0z" />
    <path class="ink" d="M33.3 94a27 27 0 1 1 49.4 0M53 2v92M12 48h82M1 94h106" />
    <path class="ink" d="M92 105l33-4 31 24-36 4zM132 100l34-5 34 24-36 5z" />
  </Drawing>
)
