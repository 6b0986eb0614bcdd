import type { House } from '../../db/house.ts'
import type { Led } from '../../db/invitations.ts'
import { notBegun, type Standing } from '../../db/standing.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { countYear, hostedYear } from '../../domain/hosted-year.ts'
import { Bench } from '../../ui/drawings/bench.tsx'
import { Title } from '../../ui/title.tsx'
import { HeldRows, type YearRow, YearRows } from '../../ui/year-rows.tsx'
import { urls } from '../../urls.ts'
import { hosted } from '../../words/home.ts'
import { shell } from '../../words/shell.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { heldRow, missingRow, talkRow, waitsForHost } from './rows.tsx'
import { YearSoFar } from './year-so-far.tsx'

type Props = {
  frame: Frame
  house: House
  led: readonly Led[]
  talks: readonly Conversation[]
  standings: ReadonlyMap<string, Standing>
  year: number
  now: Date
}

/** Screen 22, plain: what waits for the host first, then what is coming, then what is held. */
export function HostedPage(props: Props) {
  const { frame, house, led, talks, standings, year, now } = props
  const { language } = frame
  const t = hosted[language]
  const { missing, open, done } = hostedYear(led, talks, year)
  const waits = (talk: Conversation) => waitsForHost(talk, standings.get(talk.id) ?? notBegun, now)
  const first = [
    ...missing.map((each, i) => missingRow(each, language, i === 0)),
    ...open.filter(waits).map(talk => talkRow(talk, props)),
  ]
  const coming = open.filter(talk => !waits(talk)).map(talk => talkRow(talk, props))
  const title = t.title(year)
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={title}
      here={urls.hosted()}
      role={shell[language].asHost}
      width="wide"
    >
      {led.length + talks.length === 0 ? (
        <>
          <Bench />
          <Title>{t.none}</Title>
          <p>{t.noneText}</p>
        </>
      ) : (
        <YearSoFar title={title} language={language} {...countYear({ missing, open, done })} />
      )}
      <Part title={t.first} rows={first} />
      <Part title={t.coming} rows={coming} />
      {done.length > 0 && (
        <section>
          <h2>{t.heldPart}</h2>
          <HeldRows rows={done.map(talk => heldRow(talk, language))} />
        </section>
      )}
    </EntrancePage>
  )
}

function Part({ title, rows }: { title: string; rows: readonly YearRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <YearRows rows={rows} />
    </section>
  )
}
