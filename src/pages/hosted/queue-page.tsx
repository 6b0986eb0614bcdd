import { notBegun } from '../../db/standing.ts'
import { firstName } from '../../domain/conversation.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import { nextInQueue, type Queued } from '../../domain/host-queue.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Link, LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { type YearRow, YearRows } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { queue as texts } from '../../words/host-queue.ts'
import { shell } from '../../words/shell.ts'
import { actingAs, EntrancePage } from '../shell.tsx'
import { inHouse, oneHouse } from './one-house.ts'
import type { QueueShown } from './queue-shown.ts'
import { SameThemes } from './same-themes-form.tsx'

/** Screen 13: twenty to prepare, one page each, the nearest first. */
export function QueuePage(props: QueueShown) {
  const { frame, house, queue, sent, tried } = props
  const { language } = frame
  const t = texts[language]
  const only = oneHouse(queue.map(({ talk }) => talk))
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={t.title}
      here={urls.hosted()}
      role={actingAs(house, language)}
      width="wide"
    >
      <ErrorSummary title={shell[language].errorTitle} errors={tried ? [tried.error] : []} />
      <Title help={queue.length > 0 ? t.help : t.none} eyebrow={only}>
        {t.title}
      </Title>
      {sent !== undefined && (
        <Notice kind="done" spoken>
          <p>{t.sent(sent)}</p>
        </Notice>
      )}
      <Onward {...props} />
      {queue.length > 0 && <YearRows rows={queue.map(each => inHouse(rowOf(each, props), only))} />}
      <SameThemes {...props} />
      {queue.length === 0 && <LinkLine href={urls.hosted()}>{shell[language].hosted}</LinkLine>}
    </EntrancePage>
  )
}

function Onward({ frame, queue }: QueueShown) {
  const t = texts[frame.language]
  const next = nextInQueue(queue)
  if (queue.length === 0) return null
  if (!next) return <p>{t.allReady(queue.length)}</p>
  return (
    <ButtonLink href={urls.preparation({ id: next.talk.id })}>
      {t.next(next.talk.participant.name)}
    </ButtonLink>
  )
}

function rowOf({ talk, mine, theirs }: Queued, { frame, standings }: QueueShown): YearRow {
  const { language } = frame
  const t = texts[language]
  const { otherShared } = standings.get(talk.id) ?? notBegun
  return {
    name: talk.participant.name,
    place: talk.unit,
    status: mine ? 'ready' : 'waiting',
    statusLabel: mine ? t.mine : t.notMine,
    what: talk.startsAt ? sayTalkTime(talk.startsAt, talk.minutes, language) : t.noTime,
    when: (otherShared ? t.shared : theirs ? t.theirs : t.notTheirs)(firstName(talk.participant.name)),
    action: (
      <Link href={urls.preparation({ id: talk.id })} label={`${t.prepare}: ${talk.participant.name}`}>
        {t.prepare}
      </Link>
    ),
  }
}
