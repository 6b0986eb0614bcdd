import type { Organisation, Person, Post } from '../../domain/organisation.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { listed } from '../../words/listed.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

type HostRow = { post: Post; person: Person; unit: string; participants: readonly string[] }

/** Every post that hosts, in the order of the file, with the names of those it hosts. */
export function hostsIn({ units, people, posts, hostings }: Organisation): readonly HostRow[] {
  const persons = new Map(people.map(person => [person.id, person]))
  const unitNames = new Map(units.map(unit => [unit.id, unit.name]))
  const nameOfPost = new Map(posts.map(post => [post.id, persons.get(post.person)?.name ?? '']))
  const hosted = Map.groupBy(hostings, hosting => hosting.hostPost)
  return posts.flatMap(post => {
    const person = persons.get(post.person)
    const theirs = hosted.get(post.id)
    if (!person || !theirs) return []
    const participants = theirs.map(hosting => nameOfPost.get(hosting.participantPost) ?? '')
    return [{ post, person, unit: unitNames.get(post.unit) ?? '', participants }]
  })
}

/** Who hosts whom (S3-03). */
export function HostTable({ language, organisation }: { language: Language; organisation: Organisation }) {
  const t = setup[language]
  const hosts = hostsIn(organisation)
  if (hosts.length === 0) return <p>{t.noHosts}</p>
  return (
    <section>
      <DataTable
        caption={t.hosts}
        columns={[{ label: t.host }, { label: t.hostUnit }, { label: t.participants }]}
        rows={hosts.map(({ post, person, unit, participants }) => ({
          key: post.id,
          cells: [person.name, unit, listed(language, participants)],
        }))}
      />
    </section>
  )
}
