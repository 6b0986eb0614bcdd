import type { Story } from './play.ts'
import { maelkevejen } from './stories/maelkevejen.ts'

export const stories: readonly Story[] = [...maelkevejen]
