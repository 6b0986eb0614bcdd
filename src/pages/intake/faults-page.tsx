import { ButtonLink } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { FaultTable } from '../setup/fault-table.tsx'
import { EntrancePage } from '../shell.tsx'
import type { RunProps } from './run-props.ts'

/** What stops the file, by row and column, each with what to do. */
export function FaultsPage({ frame, house, intake }: RunProps) {
  const { language } = frame
  const t = texts[language]
  const { faults = [], faultCount = faults.length, heads } = intake.report
  const title = t.faultsTitle(faultCount)
  return (
    <EntrancePage frame={frame} house={house} title={title} here={urls.intake()} width="wide">
      <Title help={t.faultsHelp}>{title}</Title>
      <ButtonLink href={urls.intake()}>{t.same}</ButtonLink>
      <FaultTable language={language} faults={faults} />
      <div>
        {faults.length > 1 && (
          <LinkLine href={urls.intakeFaults({ intake: intake.id })} download>
            {t.fetchFaults}
          </LinkLine>
        )}
        {heads && <LinkLine href={urls.intakeHeads({ intake: intake.id })}>{t.mendHeads}</LinkLine>}
      </div>
    </EntrancePage>
  )
}
