import type { House } from '../../db/house.ts'
import type { Reading } from '../../db/readings.ts'
import { sayDate } from '../../domain/day-words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { whoSees } from '../../words/about.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { SoonDeleted } from '../soon-deleted.tsx'
import { DeletedPart, type OwnTexts, OwnTextsPart } from './own-texts.tsx'
import { type Way, Ways } from './ways.tsx'

type Props = OwnTexts & {
  frame: Frame
  house: House
  /** Whether the concept has job descriptions at hand. */
  jobs: boolean
  readings: readonly Reading[]
  way: Way
  now: Date
}

/** Screen 26: each text, its readers and its end; and who has really read. */
export function WhoSeesPage({ frame, house, jobs, readings, way, talks, kept, now }: Props) {
  const { language } = frame
  const t = whoSees[language]
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.whoSees()}>
      <Title help={t.help}>{t.title}</Title>
      <SoonDeleted talks={talks} now={now} language={language} />
      <OwnTextsPart talks={talks} kept={kept} language={language} />
      <DataTable
        caption={t.caption}
        columns={[{ label: t.what }, { label: t.who }, { label: t.until }]}
        rows={[...t.rows, ...(jobs ? [t.job] : [])].map(row => ({
          key: row.what,
          cells: [row.what, row.who, row.until],
        }))}
      />
      <section>
        <h2>{t.read}</h2>
        <p>{t.readHelp}</p>
        {readings.length === 0 ? (
          <p class="hint">{t.none}</p>
        ) : (
          <ul class="plain-list">
            {readings.map(({ reader, kind, on }) => (
              <li key={`${reader} ${on}`}>
                {t.readLine(reader, kind.toUpperCase(), sayDate(on, frame.language))}
              </li>
            ))}
          </ul>
        )}
      </section>
      <DeletedPart talks={talks} kept={kept} language={language} />
      <Ways frame={frame} way={way} />
      <section>
        <h2>{t.limits}</h2>
        <p>{t.limitsText}</p>
      </section>
    </EntrancePage>
  )
}
