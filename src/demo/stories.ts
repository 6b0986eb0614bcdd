import { lyngsoe } from './stories/lyngsoe.ts'
import { mette } from './stories/mette.ts'
import { plansRunning } from './stories/plans-running.ts'
import { talksNow } from './stories/talks-now.ts'
import type { Story } from './story.ts'

/** All that has happened in the demo until it is shown. */
export const stories: readonly Story[] = [...talksNow, ...plansRunning, ...mette, ...lyngsoe]
