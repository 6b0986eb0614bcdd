import type { OutboxLine } from '../../db/outbox.ts'
import { sayComing, sayMoment } from '../../domain/day-words.ts'
import type { DataRow } from '../../ui/data-table.tsx'
import { type Status, StatusWord } from '../../ui/status-word.tsx'
import { outbox } from '../../words/outbox.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'

/** One letter: its reader, what it is about as far as an administrator is told, and what became of it. */
export function outboxRow(line: OutboxLine, frame: Frame, now: Date): DataRow {
  const { language } = frame
  const t = outbox[language]
  const { status, text } = becomeOf(line, frame, now)
  return {
    key: line.id,
    cells: [
      <>
        {line.name}
        {line.address && line.about !== 'address-new' && <span class="hint second">{line.address}</span>}
      </>,
      t.about[line.about] ?? t.otherLetter,
      sayMoment(line.madeAt, language),
      <div>
        <StatusWord status={status}>{text}</StatusWord>
        {reasonOf(line, language, now)}
      </div>,
    ],
  }
}

function becomeOf(
  line: OutboxLine,
  { language, installation }: Frame,
  now: Date,
): { status: Status; text: string } {
  const t = outbox[language]
  if (line.sentAt) {
    const when = sayMoment(line.sentAt, language)
    return { status: 'ready', text: installation === 'trial' ? t.said(when) : t.sent(when) }
  }
  if (line.dropped) return { status: 'not-begun', text: t.dropped }
  if (line.failure) return { status: 'deadline-passed', text: line.dueAt ? t.notYet : t.notSent }
  if (isUnreachable(line)) return { status: 'deadline-passed', text: t.notSendable }
  if (line.dueAt && line.dueAt > now)
    return { status: 'postponed', text: t.goes(sayComing(line.dueAt, now, language)) }
  return { status: 'begun', text: t.underWay }
}

/** A new address is written to before it is anybody's. */
const isUnreachable = ({ address, about }: OutboxLine) => !address && about !== 'address-new'

/** A letter to somebody without mail says so from the first, not only once it has been tried. */
function reasonOf(line: OutboxLine, language: Language, now: Date) {
  if (line.sentAt || line.dropped) return null
  const unsendable = isUnreachable(line) && outbox[language].failures['no-address']
  const why = line.failure ? failed(line, language, now) : unsendable
  return why && <span class="hint second">{why}</span>
}

/** Why it has not got through, and when it is tried again. */
function failed({ failure, dueAt }: OutboxLine, language: Language, now: Date): string {
  const t = outbox[language]
  const why = t.failures[failure ?? ''] ?? t.otherFailure
  if (!dueAt) return why
  return `${why} ${dueAt > now ? t.again(sayComing(dueAt, now, language)) : t.againNow}`
}
