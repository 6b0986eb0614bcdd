import { urls } from '../../src/urls.ts'
import { agreed, answer, done, type Thread } from '../walls/thread.ts'
import type { World } from '../world/people.ts'
import type { Shown, Visitor } from '../world/visitor.ts'

// Lone's LUS with Anders on its day: both have prepared, each has shared a few answers, and they have just begun.

/** Five past one on the day that Lone picked. */
const theDay = new Date('2026-04-14T11:05:00Z')

/** What each wrote beforehand. Lone keeps q8 to herself; her note and his are nobody else's. */
export const said = {
  loneQ7: 'Torsdagsmøderne virker, i travle uger hører jeg tingene for sent',
  loneQ8: 'MED taler jeg helst om uden at skrive',
  loneNote: 'Husk at spørge om lederforløbet',
  andersQ7: 'Du siger tingene, som de er',
  andersNote: 'Nævn sommerferien',
  lonePay: 'Jeg håber på et løft til august',
} as const

/** The day is here, and nobody has begun. */
export async function onTheDay(world: World): Promise<Thread> {
  const { id } = await agreed(world)
  await world.moveTo(theDay)
  return { id, host: await world.as('anders'), participant: await world.as('lone') }
}

/** Both have prepared and shared; Anders has begun the talk. */
export async function talking(world: World): Promise<Thread> {
  const thread = await onTheDay(world)
  const { id, host, participant } = thread
  await write(participant, id, 'relationer', {
    ...answer('q7', said.loneQ7, said.loneNote),
    'q7.score': '5',
    ...answer('q8', said.loneQ8, ''),
    ...answer('q9', '', ''),
  })
  await write(participant, id, 'loen', { ...answer('q18', said.lonePay, ''), ...answer('q19', '', '') })
  await share(participant, id, ['q7', 'q18'])
  await write(host, id, 'relationer', {
    ...answer('q7', said.andersQ7, said.andersNote),
    ...answer('q8', '', ''),
    ...answer('q9', '', ''),
  })
  await share(host, id, ['q7'])
  await done(host, urls.talk({ id }), {})
  return thread
}

const write = (visitor: Visitor, id: string, step: string, fields: Record<string, string>) =>
  done(visitor, urls.step({ id, step }), fields)

const share = (visitor: Visitor, id: string, questions: readonly string[]) =>
  done(visitor, urls.sharing({ id }), {
    do: 'share',
    ...Object.fromEntries(
      questions.flatMap(q => [
        [`share.${q}`, 'yes'],
        [`${q}.version`, '1'],
      ]),
    ),
  })

/** Puts every open talk aside with its times, so that the next test may begin one between the same two. */
export async function endTalks({ superuser }: World): Promise<void> {
  await superuser.query(
    `update conversation set status = 'ended' where status not in ('closed', 'contested')`,
  )
  await superuser.query('delete from slot_offer')
  await superuser.query('delete from slot')
}

/** The talk as it was when it began: nothing written together, ticked or read, and the pen free. */
export async function startOver({ superuser, moveTo }: World): Promise<void> {
  for (const table of ['conclusion', 'plan_point', 'tick', 'pen', 'reading'])
    await superuser.query(`delete from ${table}`)
  await superuser.query(`delete from event where what = 'pen-taken'`)
  await superuser.query('update session set seen_at = $1', [theDay])
  await moveTo(theDay)
}

/** The fields of a page's form as a browser would send them, with these changed; `do` is the button that was pressed. */
export function filled(
  { html }: Pick<Shown, 'html'>,
  changes: Record<string, string> = {},
): Record<string, string> {
  const fields: Record<string, string> = {}
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(html)?.[0] ?? html
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const isBox = /type="(checkbox|radio)"/.test(tag)
    if (name && (!isBox || / checked/.test(tag))) fields[name] = attribute(tag, 'value') ?? ''
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea[^>]*? name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = unescaped(text).replace(/^\n/, '')
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*? name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = chosenIn(options)
  return { ...fields, ...changes }
}

/** A list's chosen option, or its first. */
function chosenIn(options: string): string {
  const tags = options.match(/<option[^>]*>/g) ?? []
  return attribute(tags.find(tag => / selected/.test(tag)) ?? tags[0] ?? '', 'value') ?? ''
}

const attribute = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What a joint field holds on a page; none where there is no field. */
export const fieldIn = (shown: Pick<Shown, 'html'>, name: string): string | undefined => filled(shown)[name]
