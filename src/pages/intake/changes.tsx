import type { Preview } from '../../db/intake/preview.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Fold } from '../../ui/fold.tsx'
import { intake as texts } from '../../words/intake.ts'
import type { Language } from '../../words/words.ts'

type Props = { preview: Preview; language: Language }
type Kind = Exclude<keyof Preview, 'rows' | 'people' | 'missing'>
type Shown = { kind: Kind; columns: readonly string[]; rows: readonly (readonly string[])[] }

/** Each kind of change in a fold, with the first of them by name. */
export function ChangeFolds({ preview, language }: Props) {
  const shown = tables(preview, language).filter(({ rows }) => rows.length > 0)
  return (
    <div>
      {shown.map(({ kind, columns, rows }) => (
        <ChangeFold key={kind} {...{ kind, columns, rows, language }} count={preview[kind].count} />
      ))}
    </div>
  )
}

function ChangeFold({ kind, columns, rows, count, language }: Shown & { count: number; language: Language }) {
  const t = texts[language]
  return (
    <Fold label={t.kinds[kind]} note={t.number(count)}>
      {kind === 'addresses' && <p>{t.addressesHelp}</p>}
      <DataTable
        caption={t.kinds[kind]}
        quiet
        columns={columns.map(label => ({ label }))}
        rows={rows.map((cells, at) => ({ key: String(at), cells }))}
      />
      {count > rows.length && <p class="hint">{t.more(count - rows.length)}</p>}
    </Fold>
  )
}

function tables(preview: Preview, language: Language): Shown[] {
  const t = texts[language]
  const { newPeople, newPosts, newUnits, newDuties, changedPosts, hosts, renamed, addresses } = preview
  const posts = [t.name, t.unit, t.post]
  const change = [t.name, t.was, t.becomes]
  return [
    {
      kind: 'newPeople',
      columns: posts,
      rows: newPeople.some.map(({ name, unit, title }) => [name, unit, title]),
    },
    {
      kind: 'newPosts',
      columns: posts,
      rows: newPosts.some.map(({ name, unit, title }) => [name, unit, title]),
    },
    {
      kind: 'newUnits',
      columns: [t.unit, t.parent],
      rows: newUnits.some.map(({ name, parent }) => [name, parent ?? '']),
    },
    {
      kind: 'newDuties',
      columns: [t.name, t.duty, t.unit],
      rows: newDuties.some.map(({ name, duty, unit }) => [name, t.duties[duty], unit ?? '']),
    },
    {
      kind: 'changedPosts',
      columns: change,
      rows: changedPosts.some.map(({ name, unit, was, becomes }) => [
        name,
        `${was}, ${unit}`,
        was === becomes ? t.otherDetails : becomes,
      ]),
    },
    {
      kind: 'hosts',
      columns: change,
      rows: hosts.some.map(({ name, was, becomes }) => [name, was ?? t.nobody, becomes ?? t.nobody]),
    },
    {
      kind: 'renamed',
      columns: [t.was, t.becomes],
      rows: renamed.some.map(({ was, becomes }) => [was, becomes]),
    },
    {
      kind: 'addresses',
      columns: [t.name, t.here, t.inFile],
      rows: addresses.some.map(({ name, was, becomes }) => [name, was || t.nobody, becomes]),
    },
  ]
}
