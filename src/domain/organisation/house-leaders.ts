import type { Organisation } from '../organisation.ts'

/** The posts of those who lead a house, as `app.led_as` has it: they host others, and nobody of their unit hosts them. */
export function leadersOfHouses({ posts, hostings }: Organisation): ReadonlySet<string> {
  const unitOf = new Map(posts.map(({ id, unit }) => [id, unit]))
  const within = hostings.filter(each => unitOf.get(each.hostPost) === unitOf.get(each.participantPost))
  const led = new Set(within.map(each => each.participantPost))
  return new Set(hostings.map(each => each.hostPost).filter(post => !led.has(post)))
}

/**
 * The names of the leaders of houses who have a leader above them and no chair beside them: where the chair holds the LUS
 * (S0-08), nobody holds theirs.
 */
export function leadersWithoutChair(organisation: Organisation): readonly string[] {
  const { people, posts, hostings, duties } = organisation
  const leaders = leadersOfHouses(organisation)
  const hosted = new Set(hostings.map(each => each.participantPost))
  const chaired = new Set(duties.filter(({ duty }) => duty === 'chair').map(({ unit }) => unit))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return posts
    .filter(({ id, unit }) => leaders.has(id) && hosted.has(id) && !chaired.has(unit))
    .map(({ person }) => names.get(person) ?? '')
}
