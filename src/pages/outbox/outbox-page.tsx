import type { House } from '../../db/house.ts'
import type { OutboxFilter, OutboxLine, Unreached } from '../../db/outbox.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Link, LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { outbox } from '../../words/outbox.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { outboxRow } from './outbox-row.tsx'

type Props = {
  frame: Frame
  house: House
  now: Date
  filter: OutboxFilter
  number: number
  lines: readonly OutboxLine[]
  more: boolean
  unreached: Unreached
}

/** What can be asked for, by its word in the address. */
export const filters = [
  { slug: 'alle', filter: 'all' },
  { slug: 'venter', filter: 'waiting' },
  { slug: 'fejl', filter: 'failed' },
] as const

/** Udbakke: to whom, when, and what became of it. */
export function OutboxPage(props: Props) {
  const { frame, house, filter, lines, unreached, now } = props
  const t = outbox[frame.language]
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.outbox()} width="wide">
      <Title help={t.help}>{t.title}</Title>
      <Filters {...props} />
      {lines.length === 0 ? (
        <p>{t.none[filter]}</p>
      ) : (
        <DataTable
          caption={t.filters[filter]}
          quiet
          columns={[{ label: t.to }, { label: t.what }, { label: t.made }, { label: t.became }]}
          rows={lines.map(line => outboxRow(line, frame, now))}
        />
      )}
      <Pages {...props} />
      {unreached.count > 0 && (
        <Fold label={t.unreached(unreached.count)}>
          <p>{t.unreachedHelp}</p>
          <ul class="plain-list">
            {unreached.names.map((name, at) => (
              <li key={`${at} ${name}`}>{name}</li>
            ))}
          </ul>
          {unreached.count > unreached.names.length && (
            <p class="hint">{t.unreachedMore(unreached.count - unreached.names.length)}</p>
          )}
          <LinkLine href={urls.slips()}>{t.slips}</LinkLine>
        </Fold>
      )}
    </EntrancePage>
  )
}

const pageAt = (slug: string, number: number) =>
  `${urls.outbox()}?vis=${slug}${number > 1 ? `&side=${number}` : ''}`

function Filters({ frame, filter }: Props) {
  const t = outbox[frame.language]
  return (
    <nav aria-label={t.show}>
      <ul class="choice-links">
        {filters.map(each => (
          <li key={each.slug}>
            <Link href={pageAt(each.slug, 1)} current={each.filter === filter}>
              {t.filters[each.filter]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pages({ frame, filter, number, more }: Props) {
  const t = outbox[frame.language]
  const slug = filters.find(each => each.filter === filter)?.slug ?? 'alle'
  if (number === 1 && !more) return null
  return (
    <nav aria-label={t.pages}>
      <ul class="choice-links">
        {number > 1 && <PageLink href={pageAt(slug, number - 1)} label={t.newer} />}
        {more && <PageLink href={pageAt(slug, number + 1)} label={t.older} />}
      </ul>
    </nav>
  )
}

const PageLink = ({ href, label }: { href: string; label: string }) => (
  <li>
    <Link href={href}>{label}</Link>
  </li>
)
