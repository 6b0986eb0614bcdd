import type { House } from '../../db/house.ts'
import type { AddressChange } from '../../domain/address-change.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAt } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { address } from '../../words/address.ts'
import { shell } from '../../words/shell.ts'
import type { Proof } from '../closing/fresh-code.ts'
import { Proved } from '../closing/proved.tsx'
import { type Frame, StepPage } from '../shell.tsx'

type Props = {
  frame: Frame
  house: House
  change: AddressChange
  /** What stands between them and a yes; none where there is no old address to say it from. */
  proof: Proof | undefined
  error?: string | undefined
}

/** From which address to which, from when, and the two answers. */
export function AddressPage(props: Props) {
  const { frame, house, change, error } = props
  const { language } = frame
  const t = address[language]
  const help = t.help(change.askedBy, sayDate(localDateOf(change.askedAt), language))
  return (
    <StepPage frame={frame} title={t.title} back={{ href: urls.whoSees(), label: t.back }}>
      <ErrorSummary
        title={shell[language].errorTitle}
        errors={error ? [{ field: 'code', text: error }] : []}
      />
      <Title eyebrow={house.organisation} help={help}>
        {t.title}
      </Title>
      <Facts {...props} />
      <Yes {...props} />
      {change.outcome === null && <No frame={frame} change={change} />}
    </StepPage>
  )
}

function Facts({ frame: { language }, change }: Props) {
  const t = address[language]
  const waits = change.outcome === null
  const on = sayDate(localDateOf(change.settledAt ?? change.askedAt), language)
  return (
    <section class="flow">
      <DefinitionRows
        rows={[
          { term: t.now, text: change.was ?? t.none },
          { term: t.becomes, text: change.becomes },
          ...(waits ? [{ term: t.from, text: sayDayAt(change.worksFrom, language) }] : []),
        ]}
      />
      <p>{waits ? t.silent : t.regret(on)}</p>
    </section>
  )
}

function Yes({ frame, change, proof, error }: Props) {
  const t = address[frame.language]
  if (!proof) return <p class="hint">{t.noCode}</p>
  return (
    <section class="flow">
      <h2>{t.yesTitle}</h2>
      <p>{t.yesText}</p>
      <form method="post" action={urls.newAddress()}>
        <Hidden frame={frame} change={change} />
        <Proved
          {...{ frame, proof, error }}
          button={<Button>{t.yes}</Button>}
          askAt={urls.newAddressCode()}
        />
      </form>
    </section>
  )
}

function No({ frame, change }: Pick<Props, 'frame' | 'change'>) {
  const t = address[frame.language]
  return (
    <section class="flow">
      <h2>{t.noTitle}</h2>
      <p>{t.noText}</p>
      <form method="post" action={urls.newAddressRefusal()}>
        <Hidden frame={frame} change={change} />
        <Button kind="secondary">{t.no}</Button>
      </form>
    </section>
  )
}

/** The answer says to which address, so that it never counts for another that came meanwhile. */
const Hidden = ({ frame, change }: Pick<Props, 'frame' | 'change'>) => (
  <>
    <input type="hidden" name="key" value={frame.key} />
    <input type="hidden" name="address" value={change.becomes} />
  </>
)
