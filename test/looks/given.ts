import { said } from '../talk/talking.ts'
import { writtenRelations } from '../world/thread.ts'
import type { Given } from './look.ts'

/** Whom the pages name, and what people wrote on them: these are in no language of ours. */
export const given: Given = {
  names: ['Anders Kjær', 'Lone Bach Holm', 'Karim Aydin', 'Birthe Sand', 'Anders', 'Lone', 'Karim', 'Birthe'],
  texts: [
    ...Object.values({ ...said, ...writtenRelations }).filter(text => text.length > 3),
    ...['Lyngsø', 'Kløvervangen', 'Engvejen', 'Ringkøbing-Skjern', 'Rådhuset'],
  ],
}
