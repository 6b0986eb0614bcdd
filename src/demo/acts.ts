import { urls } from '../urls.ts'
import { type DemoBrowser, fieldsIn, firstChoice } from './browser.ts'

// What people do in a conversation, one small act each. The stories in stories/ are lists of these.

/** One conversation as it is played: the two at their browsers, and its id once there is one. */
export type Scene = { id: string; post: string; host: DemoBrowser; led: DemoBrowser }
export type Side = 'host' | 'led'
export type Act = (scene: Scene) => Promise<unknown>

type Fields = Readonly<Record<string, string>>

/** `times` are days and hours, »2026-04-14 13:00«. */
type Invitation = { times: readonly string[]; place?: string; greeting?: string; minutes?: number }

const timeFields = (times: readonly string[]): Fields =>
  Object.fromEntries(
    times.flatMap((time, at) => {
      const [day = '', hour = ''] = time.split(' ')
      return [
        [`day-${at + 1}`, day],
        [`time-${at + 1}`, hour],
      ]
    }),
  )

export const invite =
  ({ times, place, greeting = '', minutes = 75 }: Invitation): Act =>
  async scene => {
    const where = place === undefined ? 'later' : place === 'gåtur' ? 'walk' : 'here'
    const to = await scene.host.send(urls.planning({ post: scene.post }), {
      length: String(minutes),
      otherLength: '',
      where,
      place: where === 'here' ? (place ?? '') : '',
      greeting,
      ...timeFields(times),
    })
    scene.id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(to)?.[0] ?? ''
  }

/** The invited picks one of the times, the first unless another is named. */
export const pick =
  (nth = 0): Act =>
  async ({ id, led }) =>
    led.send(urls.time({ id }), { slot: firstChoice(await led.open(urls.invitation({ id })), 'slot', nth) })

/** Proposes other times than those offered. */
export const propose =
  (by: Side, times: readonly string[]): Act =>
  scene =>
    scene[by].send(urls.newTime(scene), timeFields(times))

export const postpone =
  (by: Side, until: string): Act =>
  scene =>
    scene[by].send(urls.postponement(scene), { until })

export const decline: Act = scene => scene.led.send(urls.declining(scene), {})

export const callOff =
  (cause: string): Act =>
  scene =>
    scene.host.send(urls.callingOff(scene), { cause })

/** Writes to questions of one step: `q1`, or `q1.score`, `q1.note`. On the short page the step is not a page of its own. */
export const write =
  (by: Side, step: string, answers: Fields, on: 'step' | 'short' = 'step'): Act =>
  scene => {
    const form = urls.step({ id: scene.id, step })
    return scene[by].fill(
      on === 'step' ? form : urls.preparation(scene),
      { ...keywords(answers), do: 'save' },
      form,
    )
  }

const keywords = (answers: Fields): Fields =>
  Object.fromEntries(
    Object.entries(answers).map(([name, text]) => [name.includes('.') ? name : `${name}.keywords`, text]),
  )

/** Chooses themes in this order (a chip by its id after #, else own words), says what one hopes for, and sends both. */
export const sendThemes =
  (by: Side, step: string, themes: readonly string[], hope = ''): Act =>
  async scene => {
    const form = urls.step({ id: scene.id, step })
    const press = (fields: Fields) => scene[by].fill(urls.preparation(scene), fields, form)
    for (const theme of themes)
      await press(
        theme.startsWith('#')
          ? { do: `theme.add.${theme.slice(1)}` }
          : { do: 'theme.own', 'theme.words': theme },
      )
    await press({ do: 'themes.send', ...(hope && { 'hope.keywords': hope }) })
  }

/** Del of these answers and no others. */
export const share =
  (by: Side, questions: readonly string[]): Act =>
  async scene => {
    const path = urls.sharing(scene)
    const shown = Object.entries(fieldsIn(await scene[by].open(path), path))
    const rest = Object.fromEntries(shown.filter(([name]) => !name.startsWith('share.')))
    const chosen = Object.fromEntries(questions.map(question => [`share.${question}`, 'yes']))
    return scene[by].send(path, { ...rest, ...chosen, do: 'share' })
  }

/** On the day. */
export const begin: Act = scene => scene.host.send(urls.talk(scene), {})

/** What the two agree on at a step's questions, written by one of them; `q1.tick.keywords` lets own keywords along. */
export const conclude =
  (by: Side, step: string, lines: Fields): Act =>
  scene =>
    scene[by].fill(urls.topic({ id: scene.id, step }), lines)

export type DemoPoint = {
  what: string
  goal?: string
  competence?: string
  how?: string
  when?: string
  until?: string
  support?: string
  alone?: 'yes'
}

/** Points of the plan, and the line on the year ahead. */
export const plan =
  (points: readonly DemoPoint[], year = '', by: Side = 'host'): Act =>
  async scene => {
    const path = urls.planDraft(scene)
    await scene[by].send(urls.points(scene), {})
    for (const [at, point] of points.entries()) {
      const isLast = at === points.length - 1
      const fields = fieldsIn(await scene[by].open(path), path)
      const empty = Object.keys(fields).find(name => name.endsWith('.what') && fields[name] === '')
      const prefix = empty?.slice(0, -'.what'.length)
      const texts = Object.entries(point).map(([name, text]) => [`${prefix}.${name}`, text])
      const line = isLast && year ? { 'year.text': year } : {}
      // »Tilføj punkt« saves what stands on the page and makes room for the next one.
      await scene[by].send(isLast ? path : urls.points(scene), {
        ...fields,
        ...Object.fromEntries(texts),
        ...line,
      })
    }
  }

/** Both say that the talk has been held. */
export const hold: Act = async scene => {
  await scene.led.send(urls.ending(scene), { do: 'hold' })
  await scene.host.send(urls.ending(scene), { do: 'hold' })
}

export const lock: Act = scene => scene.host.send(urls.freezing(scene), { gaps: 'seen' })

/** confirmed, signed, signed-with-remark, refused. */
export const answer =
  (by: Side, choice: string, remark = ''): Act =>
  scene =>
    scene[by].send(urls.signatures(scene), { choice, version: '1', remark })

/** The box on the plan whose button says this, pressed. */
export const press =
  (by: Side, where: 'plan' | 'promises', label: string): Act =>
  async scene => {
    const path = where === 'plan' ? urls.plan(scene) : urls.promises()
    const html = await scene[by].open(path)
    const form = html.split('<form').find(part => part.split('</form>')[0]?.includes(label)) ?? ''
    const action = / action="([^"]+)"/.exec(form)?.[1] ?? path
    return scene[by].send(action, fieldsIn(`<form${form}`, action))
  }

export const askFollowUp =
  (line = ''): Act =>
  scene =>
    scene.led.send(urls.followUp(scene), { line })

export const offerFollowUp =
  (times: readonly string[]): Act =>
  scene =>
    scene.host.send(urls.followUpTimes(scene), timeFields(times))

export const pickFollowUp: Act = async ({ id, led }) =>
  led.send(urls.followUpTime({ id }), {
    time: firstChoice(await led.open(urls.followUp({ id })), 'time'),
  })

/** What stands for the post, written by its leader. */
export const describeJob =
  (words: string, from: string): Act =>
  scene =>
    scene.host.send(urls.jobVersions({ post: scene.post }), { words, from })

/** A link that both want at hand. */
export const bringDocument =
  (by: Side, slot: string, title: string, link: string): Act =>
  scene =>
    scene[by].send(urls.documentSlot({ id: scene.id, slot }), { title, link, version: '0' })
