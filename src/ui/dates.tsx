import type { ComponentChildren } from 'preact'
import { DateWords } from './date-block.tsx'
import { Link } from './link.tsx'

export type DateRow = {
  /** YYYY-MM-DD */
  date: string
  /** "tirsdag" */
  weekday?: string | undefined
  /** "14." */
  day: string
  /** "april" */
  month: string
  what: ComponentChildren
  /** "kl. 13.00–14.15 i mødelokalet på 1. sal" */
  detail?: string | undefined
  link?: { href: string; label: string } | undefined
}

/** What happens when, between hairlines. */
export function DateList({ rows }: { rows: readonly DateRow[] }) {
  return (
    <ul class="date-list">
      {rows.map(row => (
        <li key={`${row.date} ${row.detail}`}>
          <time class="date-block" dateTime={row.date}>
            <DateWords {...row} />
          </time>
          <Happening {...row} />
        </li>
      ))}
    </ul>
  )
}

const Happening = ({ what, detail, link }: DateRow) => (
  <div>
    <p>{what}</p>
    {detail && <p class="date-detail">{detail}</p>}
    {link && (
      <p class="link-line">
        <Link href={link.href}>{link.label}</Link>
      </p>
    )}
  </div>
)
