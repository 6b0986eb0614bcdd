import type { Intake } from '../../db/intake/intakes.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Boots } from '../../ui/drawings/boots.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { EntrancePage } from '../shell.tsx'
import { Standpoint } from '../standpoint.tsx'
import { DonePage } from './done-page.tsx'
import { FaultsPage } from './faults-page.tsx'
import { HeadsPage } from './heads-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import type { RunProps } from './run-props.ts'

/** Nobody has worked on it for so long that nobody will. */
const silence = 60_000

const isStopped = ({ status, seenAt }: Intake, now: Date) =>
  (status === 'reading' || status === 'placing') && now.getTime() - seenAt.getTime() > silence

/** How it stands, in a word that changes whenever the page does. */
export const standpointOf = (intake: Intake, now: Date): string =>
  isStopped(intake, now) ? 'stopped' : `${intake.status} ${intake.rowsRead} ${intake.rowsInAll}`

/** One file, wherever it has come to. */
export function RunPage(props: RunProps) {
  const { intake, now } = props
  if (isStopped(intake, now)) return <RefusedPage {...props} why="stopped" />
  switch (intake.status) {
    case 'reading':
    case 'placing':
      return <WorkingPage {...props} />
    case 'heads':
      return <HeadsPage {...props} />
    case 'faults':
      return <FaultsPage {...props} />
    case 'ready':
      return <PreviewPage {...props} />
    case 'done':
      return <DonePage {...props} />
    default:
      return <RefusedPage {...props} why={intake.report.refused ?? 'stopped'} />
  }
}

/** Something goes on: how far it has come. The page comes anew by itself; without script there is a way to look again. */
function WorkingPage({ frame, house, intake, now }: RunProps) {
  const { language } = frame
  const t = texts[language]
  const { status, rowsRead, rowsInAll } = intake
  const title = status === 'reading' ? t.reading : t.placing
  const address = urls.intakeRun({ intake: intake.id })
  return (
    <EntrancePage frame={frame} house={house} title={title} here={urls.intake()} script="waiting.js">
      <Boots />
      <Title help={status === 'reading' ? t.readingHelp : t.placingHelp}>{title}</Title>
      <div class="flow">
        {rowsInAll > 0 && (
          <>
            <progress max={rowsInAll} value={rowsRead} aria-label={title} />
            <p class="figures" role="status">
              {status === 'reading' ? t.rowsRead(rowsRead, rowsInAll) : t.stepsDone(rowsRead, rowsInAll)}
            </p>
          </>
        )}
        <p class="hint">{t.leave}</p>
      </div>
      <Standpoint state={standpointOf(intake, now)} address={address} language={language} waits />
    </EntrancePage>
  )
}

/** It is not read: why, and what to do. */
function RefusedPage({ frame, house, why }: RunProps & { why: keyof (typeof texts)['da']['refused'] }) {
  const t = texts[frame.language]
  return (
    <EntrancePage frame={frame} house={house} title={t.refusedTitle} here={urls.intake()}>
      <Title help={t.nothingChanged}>{t.refusedTitle}</Title>
      <p>{t.refused[why]}</p>
      <ButtonLink href={urls.intake()}>{t.another}</ButtonLink>
    </EntrancePage>
  )
}
