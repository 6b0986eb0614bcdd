import { type Meant, meantOf } from '../../domain/organisation/columns.ts'
import { bareHead } from '../../domain/organisation/heads.ts'
import type { Form } from '../form.ts'

/** What has been said of the file's heads, by {@link bareHead}: it goes along in the form until the organisation is made. */
export type Meanings = ReadonlyMap<string, Meant>

const mark = 'means.'
const most = 60

export const fieldOf = (head: string): string => `${mark}${bareHead(head)}`

export function meaningsIn(form: Form): Meanings {
  const names = form.names().filter(name => name.startsWith(mark))
  return meaningsOf(names.map(name => [name.slice(mark.length), form.text(name)] as const))
}

/** Of what was said, as much as is something we know of something that is a head. */
export function meaningsOf(said: readonly (readonly [head: string, meant: string])[]): Meanings {
  const known = said.flatMap(([head, text]) => {
    const meant = meantOf(text)
    return meant && head !== '' && head.length <= 254 && bareHead(head) === head
      ? [[head, meant] as const]
      : []
  })
  return new Map(known.slice(0, most))
}
