import type { House } from '../../db/house.ts'
import type { JobRow } from '../../db/job-descriptions.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type Task, TaskList } from '../../ui/task-list.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { job as texts } from '../../words/job.ts'
import type { Language } from '../../words/words.ts'
import { PeopleSearch } from '../people-search.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = { frame: Frame; house: House; search: string; posts: readonly JobRow[] }

/** Mine, those I lead, and for an administrator everybody's, to be found by name. */
export function ListPage({ frame, house, search, posts }: Props) {
  const t = texts[frame.language]
  return (
    <EntrancePage frame={frame} house={house} title={t.list} here={urls.jobDescriptions()}>
      <Title help={t.listHelp}>{t.list}</Title>
      {house.administrator && <PeopleSearch action={urls.jobDescriptions()} search={search} words={t} />}
      {posts.length === 0 && <p>{search ? t.notFound : t.none}</p>}
      <TaskList tasks={posts.map(post => taskOf(post, frame.language))} />
    </EntrancePage>
  )
}

function taskOf({ post, person, title, unit, mine, since }: JobRow, language: Language): Task {
  const t = texts[language]
  return {
    href: urls.jobDescription({ post }),
    label: mine ? t.mine : person,
    hint: `${title}, ${unit}`,
    status: since ? 'ready' : 'not-begun',
    statusLabel: since ? t.validFrom(sayDate(since, language)) : t.none,
  }
}
