import { type Duty, type Hosting, type Organisation, type Post, sharedDays } from '../organisation.ts'
import { isPlaced, type Pair, type Placed, type Seated } from './hosts.ts'
import type { Read } from './reading.ts'

/** What was read, as the organisation that a setup makes. Slutdato is the first day without. */
export function organisationOf({ units, people, seated, pairs }: Read, newId: () => string): Organisation {
  return {
    units,
    people,
    posts: seated.filter(isPlaced).map(postOf),
    duties: seated.flatMap(each => dutiesOf(each, newId)),
    hostings: pairs.flatMap(hostingOf),
  }
}

const postOf = ({ post, line, person, unit }: Placed): Post => ({
  id: post,
  person: person.id,
  unit,
  title: line.title,
  team: line.team,
  staffGroup: line.staffGroup,
  startsOn: line.startsOn,
  endsOn: line.endsOn,
})

/** Administrators and HR serve the whole organisation; AMR, TR and chair the unit of their row. */
function dutiesOf({ line, person, unit }: Seated, newId: () => string): readonly Duty[] {
  return line.duties.map(duty => ({
    id: newId(),
    person: person.id,
    unit: duty === 'administrator' || duty === 'hr' ? null : unit,
    duty,
    startsOn: line.startsOn,
    endsOn: line.endsOn,
  }))
}

function hostingOf({ participant, host }: Pair): readonly Hosting[] {
  const days = sharedDays(host.line, participant.line)
  return days ? [{ participantPost: participant.post, hostPost: host.post, ...days }] : []
}
