import { Clay, Drawing } from './drawing.tsx'

/** No points due: things are growing. */
export const Seedlings = () => (
  <Drawing width={196} height={106}>
    <path class="ink on-white" d="M18 74l4 28h22l4-28zM149 74l4 28h22l4-28z" />
    <Clay d="M83.5 74l4 28h22l4-28z" />
    <path class="ink" d="M14 74h38M79 74h39M145 74h39M1 102h194M33 74V60M98.5 74V37M164 74V13" />
    <path class="ink" d="M33 61c-8 0-12-3-12-8 8-1 12 3 12 8zM33 61c0-5 4-9 12-8 0 5-4 8-12 8z" />
    <path class="ink" d="M98.5 39c-14 1-21-5-22-14 13-2 21 4 22 14zM98.5 52c0-9 8-15 22-14-1 9-9 15-22 14z" />
    <path
      class="ink"
      d="M164 57c-15 1-23-6-24-16 14-2 23 5 24 16zM164 42c0-12 10-19 27-18-2 12-11 19-27 18z"
    />
    <path class="ink" d="M164 25c-13 1-21-5-22-15 13-2 21 5 22 15zM164 15c0-7 6-12 17-11-1 8-7 12-17 11z" />
  </Drawing>
)
