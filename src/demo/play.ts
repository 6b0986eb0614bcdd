import { emptyDemo } from '../db/demo/emptying.ts'
import { putClock, tellPlayed } from '../db/demo/time.ts'
import { localDateOf } from '../domain/day.ts'
import type { Scene } from './acts.ts'
import { doWhatIsDue, morning, queueRests, storyEnds } from './demo.ts'
import { browserOf, getSeat, type Stage, setUp } from './stage.ts'
import { instantAt, type Story } from './story.ts'

const beginning = instantAt('2025-01-06 08:00')

/** Empties the demo and plays all of it, in the order in which it happened; ends at {@link storyEnds}. */
export async function play(stage: Stage): Promise<void> {
  const { store, clock, stories } = stage.demo
  await emptyDemo(store)
  await putClock(store, clock, beginning)
  await setUp(stage, 'maelkevejen')
  await setUp(stage, 'lyngsoe')
  const scenes = new Map<Story, Scene>()
  for (const { story, at, act } of inOrder(stories)) {
    await arrive(stage, at)
    const scene = await sceneOf(stage, story, scenes.get(story)?.id ?? '')
    await act(scene).catch(cause => {
      throw new Error(
        `the demo got stuck on ${at.toISOString()} with ${story.host} and ${story.led}: ${cause}`,
        {
          cause,
        },
      )
    })
    scenes.set(story, scene)
  }
  await arrive(stage, storyEnds)
  await tellPlayed(store)
}

function inOrder(stories: readonly Story[]) {
  const all = stories.flatMap(story => story.acts.map(([when, act]) => ({ story, at: instantAt(when), act })))
  return all.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** What was to be done before is done; then it is later, and what has come due is done too. */
async function arrive({ demo }: Stage, at: Date): Promise<void> {
  const { store, clock } = demo
  await queueRests(store)
  const day = localDateOf(at)
  if (day !== localDateOf(clock.now())) {
    await putClock(store, clock, instantAt(`${day} ${morning}`))
    await doWhatIsDue(demo)
  }
  await putClock(store, clock, at)
}

async function sceneOf(stage: Stage, story: Story, id: string): Promise<Scene> {
  const host = await getSeat(stage.demo, story.house, story.host)
  const led = await getSeat(stage.demo, story.house, story.led)
  return { id, post: led.post ?? '', host: browserOf(stage, host), led: browserOf(stage, led) }
}
