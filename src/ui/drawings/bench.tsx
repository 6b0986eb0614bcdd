import { Clay, Drawing } from './drawing.tsx'

/** The talk is paused: a bench to come back to. */
export const Bench = () => (
  <Drawing width={212} height={103}>
    <path class="ink" d="M34 2v8M176 2v8" />
    <path class="ink on-white" d="M22 10h166v10H22zM22 28h166v10H22z" />
    <path class="ink" d="M34 60l-7 41M53 60l-2 20M157 60l2 20M176 60l7 41M31 80h148" />
    <Clay d="M15 48h180v12H15z" />
    <path class="ink" d="M1 101h210M204 101c-1-7-5-10-6-17M204 101c0-9 5-14 5-24" />
  </Drawing>
)
