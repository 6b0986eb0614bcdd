// Somebody of the demo at their browser: they open pages, fill in forms and press buttons, as people do. So everything
// in the demo has come through the same doors, rules and walls as anywhere else.

type Fetch = (request: Request) => Response | Promise<Response>
type Fields = Readonly<Record<string, string>>

/** A page as somebody has it before them. */
export type DemoBrowser = {
  open(path: string): Promise<string>
  /** Fills in the form with this address, on this page, and sends it. Gives where it led. */
  fill(path: string, changes: Fields, action?: string): Promise<string>
  /** Sends a form whose fields are all given. */
  send(path: string, fields: Fields): Promise<string>
}

/** `signIn` gives the browser's first cookies, when it is first used. */
export function openBrowser(
  fetch: Fetch,
  origin: string,
  signIn: () => Promise<ReadonlyMap<string, string>>,
): DemoBrowser {
  let kept: Map<string, string> | undefined
  async function ask(path: string, init: RequestInit): Promise<Response> {
    kept ??= new Map(await signIn())
    const cookies = kept
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(new Request(`${origin}${path}`, { ...init, headers }))
    for (const [name, value] of answer.headers.getSetCookie().map(pairOf)) cookies.set(name, value)
    return answer
  }
  async function open(path: string): Promise<string> {
    const answer = await ask(path, {})
    if (answer.status !== 200)
      throw new Error(`${path} answered ${answer.status} ${answer.headers.get('location') ?? ''}`)
    return answer.text()
  }
  async function send(path: string, fields: Fields): Promise<string> {
    const body = new URLSearchParams({ key: crypto.randomUUID(), ...fields })
    const answer = await ask(path, { method: 'POST', body })
    const to = answer.headers.get('location')
    if (answer.status !== 303 || to === null) throw new Error(`${path} answered ${answer.status}`)
    return to
  }
  const fill = async (path: string, changes: Fields, action = path) =>
    send(action, { ...fieldsIn(await open(path), action), ...changes })
  return { open, send, fill }
}

const pairOf = (line: string): [string, string] => {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** What a browser would send of the form with this address: hidden fields, what is typed, ticked and chosen. */
export function fieldsIn(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find(part => part.includes(` action="${action}"`)) ?? ''
  const [inside = ''] = form.split('</form>')
  const inputs = [...inside.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => inputIn(tag))
  const areas = [...inside.matchAll(/<textarea[^>]*? name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g)]
  const typed = areas.map(([, name = '', text = '']) => [name, plain(text).replace(/^\n/, '')] as const)
  const lists = [...inside.matchAll(/<select[^>]*? name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)]
  const chosen = lists.map(([, name = '', options = '']) => [name, chosenIn(options)] as const)
  return Object.fromEntries([...inputs, ...typed, ...chosen])
}

/** A list's chosen option, or its first. */
function chosenIn(options: string): string {
  const tags = options.match(/<option[^>]*>/g) ?? []
  return attribute(tags.find(tag => / selected/.test(tag)) ?? tags[0] ?? '', 'value')
}

function inputIn(tag: string): [string, string][] {
  const name = attribute(tag, 'name')
  const isLeftOut = /type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag)
  return name === '' || isLeftOut ? [] : [[name, attribute(tag, 'value')]]
}

const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The first value of this name that one can choose on the page. */
export const firstChoice = (html: string, name: string, at = 0): string =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))][at]?.[1] ?? ''
