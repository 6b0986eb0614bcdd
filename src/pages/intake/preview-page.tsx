import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { forgottenOn } from '../../domain/retention.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { EntrancePage } from '../shell.tsx'
import { ChangeFolds } from './changes.tsx'
import { countRows } from './counts.ts'
import { MissingFields } from './missing-fields.tsx'
import type { RunProps } from './run-props.ts'
import { warningRows } from './warning-rows.ts'

/** The look-through: what is new, changed and missing. Nothing is changed before it is confirmed. */
export function PreviewPage({ frame, house, intake, now }: RunProps) {
  const { preview, warnings = [], heads } = intake.report
  if (!preview) return null
  const { language } = frame
  const t = texts[language]
  const changes = countRows(preview, now, language)
  const nothing = changes.length === 0
  const title = nothing ? t.nothingTitle : t.previewTitle
  return (
    <EntrancePage frame={frame} house={house} title={title} here={urls.intake()}>
      <Title help={nothing ? t.nothingHelp : t.previewHelp}>{title}</Title>
      <p>{t.whatIsThere(preview.people, preview.rows)}</p>
      <ChangeFolds preview={preview} language={language} now={now} />
      {warnings.length > 0 && (
        <section>
          <h2>{t.warnings}</h2>
          <DefinitionRows rows={warningRows(warnings, language)} />
        </section>
      )}
      {nothing && preview.missing.count === 0 ? (
        <ButtonLink href={urls.home()}>{t.home}</ButtonLink>
      ) : (
        <form method="post" action={urls.intakePlacing({ intake: intake.id })}>
          <input type="hidden" name="key" value={frame.key} />
          <MissingFields preview={preview} language={language} now={now} />
          <p class="hint">
            {t.talksStay} {t.forgottenOn(sayDayAndMonth(forgottenOn(localDateOf(intake.madeAt)), language))}
          </p>
          <Button>{nothing ? t.endOnly : t.put}</Button>
        </form>
      )}
      <div>
        <LinkLine href={urls.intake()}>{t.another}</LinkLine>
        {heads && <LinkLine href={urls.intakeHeads({ intake: intake.id })}>{t.mendHeads}</LinkLine>}
      </div>
    </EntrancePage>
  )
}
