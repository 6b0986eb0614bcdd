import type { House } from './house.ts'

type Fields = Readonly<Record<string, string>>

/** What a browser with these cookies sends along. */
export const cookieOf = ({ cookies }: { cookies: ReadonlyMap<string, string> }): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** Somebody's browser without script: cookies, links, forms. Every request goes through the app's front door. */
export function createVisitor({ app }: Pick<House, 'app'>) {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookieOf({ cookies }))
    const response = await app.request(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }

  function keep(line: string) {
    const [pair = '', ...rest] = line.split(';')
    const at = pair.indexOf('=')
    const gone = rest.some(part => /^\s*max-age=0$/i.test(part))
    if (gone) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  /** The page's text; follows redirects. */
  async function get(path: string): Promise<Shown> {
    return follow(await send(path), path)
  }

  /** Sends a form as our own page does, with a key of its own unless one is given; follows redirects. */
  async function post(path: string, fields: Fields): Promise<Shown> {
    return follow(await postOnly(path, fields), path)
  }

  async function postOnly(path: string, fields: Fields) {
    const body = new URLSearchParams({ key: crypto.randomUUID(), ...fields })
    return send(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
  }

  async function follow(response: Response, path: string): Promise<Shown> {
    const to = response.headers.get('location')
    if (to && response.status >= 300 && response.status < 400) return follow(await send(to), to)
    return { status: response.status, path, html: await response.text(), headers: response.headers }
  }

  return { cookies, send, get, post, postOnly }
}

export type Shown = { status: number; path: string; html: string; headers: Headers }
export type Visitor = ReturnType<typeof createVisitor>

/** The page's words without its tags, as a person reads them. */
export function wordsOf({ html }: Pick<Shown, 'html'>): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00ad', '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
