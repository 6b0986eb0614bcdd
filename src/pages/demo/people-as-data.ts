import { cast } from '../../demo/cast.ts'
import { houses } from '../../demo/houses.ts'
import { demoUrls } from '../../urls.ts'
import { demoPeople } from '../../words/demo-people.ts'
import type { Language } from '../../words/words.ts'

/** One of the demo's people for a program: a POST to `signIn` from the same origin is that person's way in. */
type DemoPerson = { id: string; name: string; role: string; organisation: string; signIn: string }

export const peopleAsData = (language: Language): DemoPerson[] =>
  cast.map(({ id, name, house }) => ({
    id,
    name,
    role: demoPeople[language][id].role,
    organisation: houses[house].name,
    signIn: demoUrls.demoPerson({ person: id }),
  }))
