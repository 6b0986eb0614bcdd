import type { House } from '../../db/house.ts'
import type { Led } from '../../db/invitations.ts'
import type { Form } from '../../domain/concept.ts'
import { firstName } from '../../domain/conversation.ts'
import { greetingLimit } from '../../domain/invitation.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ShelfField } from '../../ui/shelf-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { planning } from '../../words/invitation.ts'
import { shell } from '../../words/shell.ts'
import { actingAs, EntrancePage, type Frame } from '../shell.tsx'
import { Length, Place, ShapeOf } from './common-fields.tsx'
import { LetterFirst } from './letter-first.tsx'
import { errorFor, errorsOf } from './planning-errors.ts'
import type { PlanningFault } from './planning-faults.ts'
import type { PlanningForm } from './planning-form.ts'
import { TimeLines } from './time-lines.tsx'

type Props = {
  frame: Frame
  house: House
  led: Led
  form: Form
  typed: PlanningForm
  faults: readonly PlanningFault[]
}

/** Screen 7 for one person: length, times, place, a line from the host. */
export function PlanningPage({ frame, house, led, form, typed, faults }: Props) {
  const t = planning[frame.language]
  const errors = errorsOf(faults, frame.language)
  const title = t.title(form.label.short, firstName(led.name))
  return (
    <EntrancePage frame={frame} house={house} title={title} role={actingAs(house, frame.language)}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title help={t.help(firstName(led.name))} eyebrow={`${led.name}, ${led.unit}`}>
        {title}
      </Title>
      <form method="post" action={urls.planning({ post: led.post })}>
        <input type="hidden" name="key" value={frame.key} />
        <Length frame={frame} form={form} typed={typed} errors={errors} />
        <TimeLines language={frame.language} lines={typed.lines} errors={errors} />
        <Place frame={frame} typed={typed} errors={errors} />
        <ShapeOf frame={frame} form={form} typed={typed} />
        <ShelfField
          name="greeting"
          label={t.greeting}
          hint={t.greetingHint(firstName(led.name))}
          shelf="joint"
          shelfLabel={t.shared}
          value={typed.greeting}
          maxLength={greetingLimit}
          error={errorFor('greeting', errors)}
        />
        <LetterFirst
          {...{ house, form }}
          shape={typed.shape}
          to={firstName(led.name)}
          language={frame.language}
        />
        <Button>{t.send}</Button>
      </form>
    </EntrancePage>
  )
}
