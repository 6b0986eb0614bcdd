import type { House } from '../../db/house.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { ownData } from '../../words/own-data.ts'
import { shell } from '../../words/shell.ts'
import type { Proof } from '../closing/fresh-code.ts'
import { Proved } from '../closing/proved.tsx'
import { type Frame, StepPage } from '../shell.tsx'

type Props = { frame: Frame; house: House; proof: Proof; error?: string | undefined }

/** »Hent mine data«: what the file holds, a code of one's own, and the file. */
export function OwnDataPage({ frame, house, proof, error }: Props) {
  const t = ownData[frame.language]
  const errors = error ? [{ field: 'code', text: error }] : []
  return (
    <StepPage frame={frame} title={t.title} back={{ href: urls.whoSees(), label: t.back }}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title eyebrow={house.organisation} help={t.help}>
        {t.title}
      </Title>
      <section>
        <h2>{t.inside}</h2>
        <ul class="plain-list">
          {t.insideList.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <p>{t.outside}</p>
        <p class="hint">{t.care}</p>
      </section>
      <form method="post" action={urls.ownData()}>
        <input type="hidden" name="key" value={frame.key} />
        <Proved {...{ frame, proof, error }} button={<Buttons frame={frame} />} askAt={urls.ownDataCode()} />
      </form>
    </StepPage>
  )
}

/** To read, and the same for another program. */
function Buttons({ frame }: Pick<Props, 'frame'>) {
  const t = ownData[frame.language]
  return (
    <ButtonStack>
      <Button>{t.get}</Button>
      <Button kind="text" name="as" value="json">
        {t.getJson}
      </Button>
    </ButtonStack>
  )
}
