import type { House } from '../../db/house.ts'
import type { Intake } from '../../db/intake/intakes.ts'
import { Button } from '../../ui/button.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake as texts } from '../../words/intake.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { HeadField, HeadsAsked } from './head-fields.tsx'

type Props = { frame: Frame; house: House; intake: Intake }

/** What each column of the file is, asked once and remembered. */
export function HeadsPage({ frame, house, intake }: Props) {
  const { language } = frame
  const t = texts[language]
  const { heads = [], faults = [] } = intake.report
  return (
    <EntrancePage frame={frame} house={house} title={t.headsTitle} here={urls.intake()}>
      <Title help={t.headsHelp}>{t.headsTitle}</Title>
      {intake.status === 'heads' && <HeadsAsked faults={faults} language={language} />}
      <form method="post" action={urls.intakeHeads({ intake: intake.id })}>
        <input type="hidden" name="key" value={frame.key} />
        {heads.map((head, at) => (
          <HeadField key={at} name={`head-${at}`} head={head} language={language} />
        ))}
        <Button>{t.useHeads}</Button>
      </form>
    </EntrancePage>
  )
}
