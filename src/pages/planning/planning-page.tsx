import type { House } from '../../db/house.ts'
import type { Led } from '../../db/invitations.ts'
import type { Form } from '../../domain/concept.ts'
import { firstName } from '../../domain/conversation.ts'
import { greetingLimit, placeLimit } from '../../domain/invitation.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioList } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShelfField } from '../../ui/shelf-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { planning } from '../../words/invitation.ts'
import { shell } from '../../words/shell.ts'
import { actingAs, EntrancePage, type Frame } from '../shell.tsx'
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
        <Length frame={frame} form={form} typed={typed} faults={faults} />
        <TimeLines language={frame.language} lines={typed.lines} errors={errors} />
        <Place frame={frame} typed={typed} faults={faults} />
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
        <Button>{t.send}</Button>
      </form>
    </EntrancePage>
  )
}

type Part = Pick<Props, 'frame' | 'typed' | 'faults'>

function Length({ frame, form, typed, faults }: Part & { form: Form }) {
  const t = planning[frame.language]
  const unusual = faults.find(fault => fault.refused === 'unusual-length')
  const offered = form.durationMinutes.offered.map(n => ({ value: String(n), label: t.minutes(n) }))
  const impossible = faults.some(fault => fault.refused === 'impossible-length')
  return (
    <div class="with-choice">
      <RadioList
        name="length"
        legend={t.length}
        inline
        choices={[...offered, { value: 'other', label: t.otherLength }]}
        value={typed.length}
      />
      <div class="if-chosen">
        <TextField
          name="otherLength"
          label={t.otherLengthField}
          width="short"
          inputMode="numeric"
          value={typed.otherLength}
          error={impossible ? t.impossible : undefined}
        />
      </div>
      {unusual && (
        <Notice kind="amber">
          <p>{t.unusual(unusual.minutes)}</p>
          <Checkbox name="lengthMeant" label={t.lengthMeant(unusual.minutes)} checked={false} />
        </Notice>
      )}
    </div>
  )
}

function Place({ frame, typed, faults }: Part) {
  const t = planning[frame.language]
  const missing = faults.some(fault => fault.refused === 'place-missing')
  const long = faults.some(fault => fault.refused === 'place-too-long')
  return (
    <div class="with-choice">
      <RadioList
        name="where"
        legend={t.place}
        hint={t.placeHint}
        inline
        choices={[
          { value: 'here', label: t.placeHere },
          { value: 'later', label: t.placeLater },
        ]}
        value={typed.where}
      />
      <div class="if-chosen">
        <TextField
          name="place"
          label={t.placeField}
          value={typed.placeTyped}
          error={missing ? t.placeMissing : long ? t.tooLong(placeLimit) : undefined}
        />
      </div>
    </div>
  )
}
