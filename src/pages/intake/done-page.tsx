import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { WindowLight } from '../../ui/drawings/window-light.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { EntrancePage } from '../shell.tsx'
import { countRows } from './counts.ts'
import type { RunProps } from './run-props.ts'

/** It is in place: how much of what, and what is left to do. */
export function DonePage({ frame, house, intake, now }: RunProps) {
  const t = texts[frame.language]
  const { preview, ended = 0 } = intake.report
  const counts = preview ? countRows(preview, intake.doneAt ?? now, frame.language) : []
  const endings = ended > 0 ? [{ term: t.ended, text: t.number(ended) }] : []
  return (
    <EntrancePage frame={frame} house={house} title={t.doneTitle} here={urls.intake()}>
      <WindowLight />
      <Title help={t.doneHelp}>{t.doneTitle}</Title>
      <DefinitionRows rows={[...counts, ...endings]} />
      <ButtonLink href={urls.home()}>{t.home}</ButtonLink>
      <LinkLine href={urls.slips()}>{t.slips}</LinkLine>
    </EntrancePage>
  )
}
