import { type CastMember, cast } from '../../demo/cast.ts'
import { houses } from '../../demo/houses.ts'
import { demoUrls } from '../../urls.ts'
import { demoPeople } from '../../words/demo-people.ts'
import type { Language } from '../../words/words.ts'

/** One of the demo's people for a program: a POST to `signIn` from the same origin is that person's way in. */
type DemoPerson = { id: string; name: string; role: string; organisation: string; signIn: string }

export const peopleAsData = (language: Language): DemoPerson[] =>
  cast.map(someone => ({
    id: someone.id,
    name: someone.name,
    role: roleOf(someone, language),
    organisation: houses[someone.house].name,
    signIn: demoUrls.demoPerson({ person: someone.id }),
  }))

/** »Leder, Kløvervangen« */
export const roleOf = ({ id, unit }: CastMember, language: Language): string =>
  [demoPeople[language][id].role, unit].filter(Boolean).join(', ')
