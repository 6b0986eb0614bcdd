import { urls } from '../../src/urls.ts'
import { type Preparer, section } from './house.ts'
import type { Shot } from './load.ts'

/** Each client saves three questions again and again, every time with the version it knows. `versions` is by conversation. */
export function savesOf(
  port: number,
  preparers: readonly Preparer[],
  versions: Map<string, number>,
): (client: number) => Shot {
  return at => {
    const { conversation, cookie } = preparers[at % preparers.length] ?? nobody()
    const version = versions.get(conversation) ?? 1
    versions.set(conversation, version + 1)
    const body = new URLSearchParams(section(version, `Gang ${version}.`)).toString()
    const headers = {
      cookie,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'sec-fetch-site': 'same-origin',
    }
    return {
      port,
      path: urls.step({ id: conversation, step: 'relationer' }),
      method: 'POST',
      headers,
      body,
    }
  }
}

/** The same once by the first of them, within this process. */
export async function saveOnce([first]: readonly Preparer[], versions: Map<string, number>): Promise<void> {
  const { conversation: id, visitor } = first ?? nobody()
  const version = versions.get(id) ?? 1
  versions.set(id, version + 1)
  await autosaved(visitor, urls.step({ id, step: 'relationer' }), section(version, `Gang ${version}.`))
}

/** As the page's own script saves. */
export async function autosaved(
  visitor: Preparer['visitor'],
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin' }
  const response = await visitor.send(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  if (response.status !== 200) throw new Error(`a save answered ${response.status}`)
}

export function nobody(): never {
  throw new Error('no preparers')
}
