import type { Preview, StandingAddress } from '../../db/intake/preview.ts'
import { worksFrom } from '../../domain/address-change.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayMoment } from '../../domain/day-words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Fold } from '../../ui/fold.tsx'
import { intake as texts } from '../../words/intake.ts'
import type { Language } from '../../words/words.ts'

type Props = { preview: Preview; language: Language; now: Date }
type Kind = Exclude<keyof Preview, 'rows' | 'people' | 'missing'>
type Shown = {
  kind: Kind
  label?: string
  help?: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Each kind of change in a fold, with the first of them by name. */
export function ChangeFolds({ preview, language, now }: Props) {
  const shown = [...tables(preview, language), ...addressTables(preview, language, now)].filter(
    ({ rows }) => rows.length > 0,
  )
  return (
    <div>
      {shown.map(each => (
        <ChangeFold key={each.kind} {...each} language={language} count={preview[each.kind].count} />
      ))}
    </div>
  )
}

function ChangeFold({
  kind,
  label,
  help,
  columns,
  rows,
  count,
  language,
}: Shown & { count: number; language: Language }) {
  const t = texts[language]
  return (
    <Fold label={label ?? t.kinds[kind]} note={t.number(count)}>
      {help && <p>{help}</p>}
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
  const { newPeople, newPosts, newUnits, newDuties, changedPosts, hosts, renamed } = preview
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
      rows: hosts.some.map(({ name, was, becomes }) => [
        name,
        was ?? t.nobody,
        becomes !== null && was === becomes ? t.otherPost(becomes) : (becomes ?? t.nobody),
      ]),
    },
    {
      kind: 'renamed',
      columns: [t.was, t.becomes],
      rows: renamed.some.map(({ was, becomes }) => [was, becomes]),
    },
  ]
}

/** Addresses to sign in with: what changes and when, and what the file says and does not change. */
function addressTables(preview: Preview, language: Language, now: Date): Shown[] {
  const t = texts[language]
  const from = sayMoment(worksFrom(now), language)
  const change = (kind: 'addresses' | 'firstAddresses' | 'keptAddresses', help: string) => ({
    kind,
    help,
    columns: [t.name, t.here, t.inFile],
    rows: preview[kind].some.map(({ name, was, becomes }) => [name, was || t.nobody, becomes]),
  })
  return [
    { ...change('addresses', t.addressesHelp), label: t.newAddressFrom(from) },
    change('firstAddresses', t.firstAddressesHelp),
    change('keptAddresses', t.keptAddressesHelp),
    {
      kind: 'standingAddresses',
      help: t.standingAddressesHelp,
      columns: [t.name, t.inFile, t.stands],
      rows: preview.standingAddresses.some.map(each => [
        each.name,
        each.becomes,
        sayStanding(each, language),
      ]),
    },
  ]
}

function sayStanding({ refused, moment }: StandingAddress, language: Language): string {
  const t = texts[language]
  const at = new Date(moment)
  return refused
    ? t.addressRefused(sayDate(localDateOf(at), language))
    : t.addressWaits(sayMoment(at, language))
}
