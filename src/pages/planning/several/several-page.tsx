import type { House } from '../../../db/house.ts'
import { greetingLimit } from '../../../domain/invitation.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { TwoCups } from '../../../ui/drawings/two-cups.tsx'
import { ErrorSummary, type FormError } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ShelfField } from '../../../ui/shelf-field.tsx'
import { Title } from '../../../ui/title.tsx'
import { urls } from '../../../urls.ts'
import { planning } from '../../../words/invitation.ts'
import { listed } from '../../../words/listed.ts'
import { several } from '../../../words/planning-several.ts'
import { shell } from '../../../words/shell.ts'
import { actingAs, EntrancePage, type Frame } from '../../shell.tsx'
import { Length, Place, ShapeOf } from '../common-fields.tsx'
import { LetterFirst } from '../letter-first.tsx'
import { errorFor } from '../planning-errors.ts'
import { Painted } from './painted.tsx'
import { PainterFields } from './painter-fields.tsx'
import { People } from './people.tsx'
import type { SeveralForm } from './several-form.ts'
import type { SeveralShown } from './several-shown.ts'

/** Screen 7: many invited at once, to times painted once. */
export function SeveralPage(props: SeveralShown) {
  const { frame, house, form, typed, errors = [], sent = [] } = props
  const t = several[frame.language]
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={t.title}
      role={actingAs(house, frame.language)}
      here={urls.planningSeveral()}
    >
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      {sent.length > 0 && <Sent frame={frame} names={sent} />}
      <Title help={t.help}>{t.title}</Title>
      <form method="post" action={urls.planningSeveral()} data-painting>
        <input type="hidden" name="key" value={frame.key} />
        <OnEnter />
        <People {...props} errors={errors} />
        <Length frame={frame} form={form} typed={typed} errors={errors} />
        <PainterFields frame={frame} typed={typed} errors={errors} />
        <Painted {...props} />
        <Place frame={frame} typed={typed} errors={errors} />
        <ShapeOf frame={frame} form={form} typed={typed} />
        <Greeting frame={frame} typed={typed} errors={errors} />
        <LetterFirst {...{ house, form }} shape={typed.shape} language={frame.language} />
        <Button working={`${t.send} …`}>{t.send}</Button>
      </form>
    </EntrancePage>
  )
}

function Greeting({
  frame,
  typed,
  errors,
}: {
  frame: Frame
  typed: SeveralForm
  errors: readonly FormError[]
}) {
  const t = planning[frame.language]
  return (
    <ShelfField
      name="greeting"
      label={t.greeting}
      hint={several[frame.language].greetingHint}
      shelf="joint"
      shelfLabel={t.shared}
      value={typed.greeting}
      maxLength={greetingLimit}
      error={errorFor('greeting', errors)}
    />
  )
}

/** The first button of a form answers the Enter key: it shows the times, and never empties the list. */
const OnEnter = () => (
  <button class="heard" type="submit" name="do" value="paint" tabIndex={-1} aria-hidden="true" />
)

function Sent({ frame, names }: { frame: Frame; names: readonly string[] }) {
  const t = several[frame.language]
  return (
    <Notice kind="done" title={t.sent(names.length)} spoken>
      <p>{listed(frame.language, names, names.length)}</p>
      <p>{t.sentText}</p>
    </Notice>
  )
}

/** Everybody has a talk under way: nothing to plan. */
export function NobodyPage({ frame, house, sent }: { frame: Frame; house: House; sent: readonly string[] }) {
  const t = several[frame.language]
  const title = sent.length > 0 ? t.sent(sent.length) : t.nobody
  return (
    <EntrancePage
      frame={frame}
      house={house}
      title={t.title}
      role={actingAs(house, frame.language)}
      here={urls.planningSeveral()}
    >
      <TwoCups />
      <Title help={sent.length > 0 ? t.sentText : t.nobodyText}>{title}</Title>
      {sent.length > 0 && <p>{listed(frame.language, sent, sent.length)}</p>}
      <ButtonLink href={urls.hosted()}>{t.toHosted}</ButtonLink>
    </EntrancePage>
  )
}
