import type { Concept } from '../../domain/concept.ts'
import { leadersOfHouses } from '../../domain/organisation/house-leaders.ts'
import { repeatedIn } from '../../domain/organisation/people.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { intake } from '../../words/intake.ts'
import { listed } from '../../words/listed.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

type HostRow = {
  id: string
  name: string
  unit: string
  /** The names of those hosted; of a board's chair none, who hosts the leader of the house. */
  participants: readonly string[]
}

/**
 * Every post that hosts, in the order of the file. Where the concept has chairs hold the LUS (S0-08), they come first and
 * no other holds the talk of a house's leader.
 */
export function hostsIn(organisation: Organisation, { kinds }: Pick<Concept, 'kinds'>): readonly HostRow[] {
  const names = toldApart(organisation.people)
  if (!chairsHost({ kinds })) return postsThatHost(organisation, names, new Set())
  const theChairs = leadersOfHouses(organisation)
  return [...chairsIn(organisation, names), ...postsThatHost(organisation, names, theChairs)]
}

/** S0-08: the concept has the board's chair hold the LUS of the leader of a house. */
export const chairsHost = ({ kinds }: Pick<Concept, 'kinds'>) => kinds.lus?.host === 'board-chair'

/** By the id of each person. */
type Names = ReadonlyMap<string, string>

function chairsIn({ units, duties }: Organisation, names: Names): readonly HostRow[] {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  return duties
    .filter(({ duty, unit }) => duty === 'chair' && unit !== null)
    .map(({ id, person, unit }) => ({
      id,
      name: names.get(person) ?? '',
      unit: unitNames.get(unit ?? '') ?? '',
      participants: [],
    }))
}

function postsThatHost(
  { units, posts, hostings }: Organisation,
  names: Names,
  theChairs: ReadonlySet<string>,
): readonly HostRow[] {
  const unitNames = new Map(units.map(({ id, name }) => [id, name]))
  const nameOfPost = new Map(posts.map(post => [post.id, names.get(post.person) ?? '']))
  const ours = hostings.filter(hosting => !theChairs.has(hosting.participantPost))
  const hosted = Map.groupBy(ours, hosting => hosting.hostPost)
  return posts.flatMap(({ id, unit }) => {
    const theirs = hosted.get(id)
    if (!theirs) return []
    const participants = theirs.map(hosting => nameOfPost.get(hosting.participantPost) ?? '')
    return [{ id, name: nameOfPost.get(id) ?? '', unit: unitNames.get(unit) ?? '', participants }]
  })
}

/** What each is called here: of two with one name the number tells which. */
function toldApart(people: Organisation['people']): Names {
  const shared = repeatedIn(people.map(({ name }) => name))
  return new Map(people.map(({ id, name, number }) => [id, shared.has(name) ? `${name} (${number})` : name]))
}

/** Whoever makes a large organisation looks at the first of it. */
const mostShown = 100

/** Who hosts whom (S3-03). */
export function HostTable({ language, hosts }: { language: Language; hosts: readonly HostRow[] }) {
  const t = setup[language]
  if (hosts.length === 0) return <p>{t.noHosts}</p>
  return (
    <section>
      <DataTable
        caption={t.hosts}
        columns={[{ label: t.host }, { label: t.hostUnit }, { label: t.participants }]}
        rows={hosts.slice(0, mostShown).map(({ id, name, unit, participants }) => ({
          key: id,
          cells: [name, unit, participants.length > 0 ? listed(language, participants) : t.leaderOfHouse],
        }))}
      />
      {hosts.length > mostShown && <p class="hint">{intake[language].more(hosts.length - mostShown)}</p>}
    </section>
  )
}
