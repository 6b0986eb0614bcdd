import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'
import { type Status, StatusGlyph, StatusWord } from './status-word.tsx'

export type YearRow = {
  name: string
  /** The room or house they belong to: "Gul stue"; nothing where all of them are in one. */
  place?: string | undefined
  status: Status
  statusLabel: string
  what: string
  when?: string | undefined
  /** One `Link`, or a `ButtonLink` in the first late row alone. */
  action?: ComponentChildren
}

/** The host's talks of a year: who, where it stands, what and when, one thing to do. */
export function YearRows({ rows }: { rows: readonly YearRow[] }) {
  return (
    <ul class="year-rows">
      {rows.map(row => (
        <li key={`${row.name} ${row.place ?? ''} ${row.what}`}>
          <p class="year-who">
            <b>{row.name}</b> {row.place && <span>{row.place}</span>}
          </p>
          <p>
            <StatusWord status={row.status}>{row.statusLabel}</StatusWord>
          </p>
          <p class="year-what">
            {row.what} {row.when && <span>{row.when}</span>}
          </p>
          {row.action && <p class="year-action">{row.action}</p>}
        </li>
      ))}
    </ul>
  )
}

export type HeldRow = { name: string; when: string; href?: string }

/** Those held already need no more than name and date, and the way to what came of it. */
export function HeldRows({ rows }: { rows: readonly HeldRow[] }) {
  return (
    <ul class="held-rows">
      {rows.map(row => (
        <li key={row.name}>
          {row.href ? (
            <Link class="row-link" href={row.href}>
              {row.name}
            </Link>
          ) : (
            <span>{row.name}</span>
          )}{' '}
          <span class="held-when">{row.when}</span>
        </li>
      ))}
    </ul>
  )
}

export type YearMark = { status: Status; count: number; label: string }

/** One mark a talk, in groups with their words. The sentence above says it for those who listen. */
export function YearMarks({ groups }: { groups: readonly YearMark[] }) {
  return (
    <div class="year-marks" aria-hidden="true">
      {groups.map(group => (
        <div key={group.status}>
          <p class="marks">
            {Array.from({ length: group.count }, (_, i) => (
              <StatusGlyph key={i} status={group.status} />
            ))}
          </p>
          <p class="marks-word">{group.label}</p>
        </div>
      ))}
    </div>
  )
}
