import type { Form } from '../../src/domain/concept.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import { defaultPeriods } from '../../src/domain/retention.ts'
import { lusConcept } from '../concept/lus-2019.ts'

const concept = lusConcept()
const form = formOf(concept.kinds.lus)
function formOf(lus: Form | undefined): Form {
  if (!lus) throw new Error('the concept has no LUS')
  return lus
}

/** Lone's LUS with Anders as the host sees it when it has been held. */
export const heldTalk: Conversation = {
  id: 'c1',
  organisation: 'o1',
  kind: 'lus',
  status: 'held',
  minutes: 75,
  shape: 'one',
  place: 'Rådhuset, lokale 4',
  startsAt: new Date('2026-04-14T11:00:00Z'),
  invitedAt: null,
  timesWantedAt: null,
  begunAt: null,
  heldOn: '2026-04-14',
  beginProposedBy: null,
  endProposedBy: null,
  closedAt: null,
  calendarSequence: 0,
  deletesOn: {},
  periods: defaultPeriods,
  wasAt: null,
  postponedAt: null,
  postponedBy: null,
  postponedUntil: null,
  hostPostponements: 0,
  cancelledCause: null,
  cancelledAt: null,
  timesProposedBy: null,
  timeSetBy: null,
  unit: 'Kløvervangen',
  house: 'Lyngsø Kommune',
  year: 2019,
  form,
  role: 'host',
  host: { id: 'a', name: 'Anders Kjær' },
  participant: { id: 'l', name: 'Lone Bach Holm' },
  left: null,
}
