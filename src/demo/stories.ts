import type { Story } from './play.ts'
import { lyngsoe } from './stories/lyngsoe.ts'
import { maelkevejen } from './stories/maelkevejen.ts'
import { mette } from './stories/mette.ts'

/** All that has happened in the demo until it is shown. */
export const stories: readonly Story[] = [...maelkevejen, ...mette, ...lyngsoe]
